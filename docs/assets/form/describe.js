// A source or an organisation that the library does not know yet, described in a window of its own while writing a card.

import { h } from "../lib/elements.js";
import { checkKeyed } from "./check.js";
import { showFaults, watchVisits } from "./faults.js";
import { fieldsOf } from "./groups.js";
import { freeId, idFrom, written } from "./values.js";

const TITLES = { organisation: "Nieuwe organisatie", source: "Nieuwe bron" };
const STARTS = {
  organisation: () => ({}),
  source: () => ({ type: "webpage", accessed: new Date().toISOString().slice(0, 10) }),
};
const LEADING = { organisation: "name", source: "title" };
const NAMED_AFTER = { organisation: ({ name }) => name, source: ({ publisher, title }) => `${publisher} ${title}` };

/** Ask for one; `pick(id)` hears it when it is complete. With `id`, mend one that was described before. */
export function describe(form, kind, { text = "", id, pick = () => {}, box }) {
  const record = form.book.described[kind];
  const values = id
    ? structuredClone(form.described[kind][id])
    : { ...STARTS[kind](), ...(text ? { [LEADING[kind]]: text } : {}) };
  const own = Object.assign(Object.create(form), { changed: () => show(), find: () => null });
  const status = h("p", { role: "status", class: "form-dialog__status" });
  const fields = h("div", {}, ...fieldsOf(own, { record, holder: values, keys: ["nieuw"] }));
  const ready = h("button", { type: "button", class: "button" }, "Klaar");
  const stop = h("button", { type: "button", class: "button button--plain" }, "Annuleer");
  const dialog = h(
    "dialog",
    { class: "form-dialog", "aria-labelledby": "nieuw-kop" },
    h("h2", { id: "nieuw-kop" }, TITLES[kind]),
    fields,
    status,
    h("div", { class: "form-dialog__buttons" }, ready, stop),
  );
  const problems = () => checkKeyed(form.book, form.known, record, "nieuw", written(values));
  let isAsked = false;
  const show = () => showFaults(dialog, problems(), isAsked);

  watchVisits(dialog, show);
  ready.addEventListener("click", () => {
    const found = problems();
    if (found.length) {
      isAsked = true;
      show();
      status.textContent =
        found.length === 1 ? "Er is nog één ding niet in orde." : `Er zijn nog ${found.length} dingen niet in orde.`;
      dialog.querySelector(".form-wrong input, .form-wrong select, .form-wrong textarea")?.focus();
      return;
    }
    const isTaken = (wanted) => Boolean(form.known[kind]?.has(wanted) || form.described[kind][wanted]);
    const kept = id ?? freeId(idFrom(NAMED_AFTER[kind](values)) || "nieuw", isTaken);
    form.keepDescribed(kind, kept, written(values));
    dialog.close();
    pick(kept);
  });
  stop.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    box?.focus();
  });
  form.root.append(dialog);
  dialog.showModal();
  dialog.querySelector("input, select, textarea")?.focus();
}

/** The name under which a described one is shown. */
export const nameOf = (kind, values) => (kind === "source" ? `${values.publisher}: ${values.title}` : values.name);
