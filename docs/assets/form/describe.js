// A source or an organisation that the library does not know yet, described in a window of its own while writing a card.
// What was typed there stays when the window is closed: one goes on with it from the same field, or from the list beside
// the form.

import { h } from "../lib/elements.js";
import { checkKeyed } from "./check.js";
import { nextOnEnter } from "./enter.js";
import { showFaults, watchVisits } from "./faults.js";
import { plain } from "./fields.js";
import { fieldsOf } from "./groups.js";
import { refreshProposals } from "./proposals.js";
import { undoBar } from "./undo.js";
import { freeId, idFrom, isSame, written } from "./values.js";

const TITLES = { organisation: "Nieuwe organisatie", source: "Nieuwe bron" };
const STARTS = {
  organisation: () => ({}),
  source: () => ({ type: "webpage", accessed: new Date().toISOString().slice(0, 10) }),
};
const LEADING = { organisation: "name", source: "title" };
const NAMED_AFTER = { organisation: ({ name }) => name, source: ({ publisher, title }) => `${publisher} ${title}` };
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu|net|info|be)(?:\/\S*)?$/iu;

/** Ask for one; `pick(id)` hears it when it is complete. With `id`, mend one that was described before. */
export function describe(form, kind, { text = "", id, half, pick = () => {}, box }) {
  const where = half?.where ?? box?.closest("[data-where]")?.dataset.where;
  const begun = half ?? form.halves.find((one) => isOf(one, { kind, id, where, text }));
  const start = id ? structuredClone(form.described[kind][id]) : startOf(form.book, kind, text);
  const one = begun ?? { kind, id, where, text, values: structuredClone(start) };
  const record = form.book.described[kind];
  const bar = undoBar();
  one.wishes ??= {};
  const own = Object.assign(Object.create(form), { bar, wishes: one.wishes, find: () => null });
  const status = h("p", { role: "status", class: "form-dialog__status" });
  const fields = h("div", {});
  const ready = h("button", { type: "button", class: "button" }, "Klaar");
  const stop = h("button", { type: "button", class: "button button--plain" }, "Later verder");
  const dialog = h(
    "dialog",
    { class: "form-dialog", "aria-labelledby": "nieuw-kop" },
    h("h2", { id: "nieuw-kop" }, TITLES[kind]),
    begun ? h("p", { class: "detail" }, "Dit typte u eerder.") : null,
    fields,
    status,
    bar.element,
    h("div", { class: "form-dialog__buttons" }, ready, stop),
  );
  const problems = () => checkKeyed(form.book, form.known, record, "nieuw", written(one.values));
  let isAsked = false;
  const show = () => {
    showFaults(form.book, dialog, problems(), isAsked);
    refreshProposals(form, dialog);
  };
  const draw = () => fields.replaceChildren(...fieldsOf(own, { record, holder: one.values, keys: ["nieuw"] }));
  const keep = () => {
    form.halves = form.halves.filter((other) => other !== one);
    if (!isSame(written(one.values), written(start))) form.halves.push(one);
    form.changed();
  };
  own.changed = () => {
    keep();
    show();
  };
  own.renew = () => {
    draw();
    own.changed();
  };
  draw();
  dialog.addEventListener("keydown", nextOnEnter);
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
    const isTaken = (wanted) => Boolean(form.known[kind]?.has(wanted) || Object.hasOwn(form.described[kind], wanted));
    const kept = id ?? freeId(idFrom(NAMED_AFTER[kind](one.values)) || "nieuw", isTaken);
    form.halves = form.halves.filter((other) => other !== one);
    for (const [place, wish] of Object.entries(one.wishes)) form.wishes[place.replace("nieuw", kept)] = wish;
    form.keepDescribed(kind, kept, written(one.values));
    dialog.close();
    pick(kept);
  });
  stop.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    form.side.drawDescribed();
    if (form.halves.includes(one)) form.bar.say("Wat u typte, is bewaard. U gaat verder bij “Door u beschreven”.");
    if (box?.isConnected) box.focus();
  });
  form.root.append(dialog);
  dialog.showModal();
  show();
  dialog.querySelector("input, select, textarea")?.focus();
}

/** What was begun before at the same field, or of the same one. */
const isOf = (half, { kind, id, where, text }) =>
  half.kind === kind && half.id === id && (id || (half.where === where && (!text || half.text === text)));

/** What was typed in the search box goes where it belongs: an address is no title. */
function startOf(book, kind, text) {
  const fields = Object.entries(book.records[book.described[kind]].fields);
  const address = ADDRESS.test(text) && fields.find(([, rule]) => plain(rule).is_url)?.[0];
  const whole = /^https?:/iu.test(text) ? text : `https://${text}`;
  const given = text ? { [address || LEADING[kind]]: address ? whole : text } : {};
  return { ...STARTS[kind](), ...given };
}

/** The name under which a described one is shown. */
export const nameOf = (kind, values) => (kind === "source" ? `${values.publisher}: ${values.title}` : values.name);
