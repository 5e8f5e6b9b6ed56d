// The sources and organisations that a contributor described, and those that are not complete yet.

import { h } from "../lib/elements.js";
import { nameOf } from "./describe.js";

const NEW = { source: "nieuwe bron", organisation: "nieuwe organisatie" };

export function describedList(form) {
  const whole = Object.entries(form.described).flatMap(([kind, records]) =>
    Object.entries(records).map(([id, values]) => row(form, nameOf(kind, values), { kind, id })),
  );
  const begun = form.halves
    .filter(({ id }) => !id)
    .map((half) =>
      row(form, Object.values(half.values).find((text) => text !== half.values.type) ?? "", { ...half, half }),
    );
  const all = [...whole, ...begun];
  return all.length ? [h("h3", {}, "Door u beschreven"), h("ul", {}, ...all)] : [];
}

function row(form, name, { kind, id, half }) {
  const mend = h("button", { type: "button", class: "form-link" }, String(name));
  mend.addEventListener("click", () => form.describe(kind, { id, half, box: mend, pick: pickAt(form, half) }));
  const remove = h(
    "button",
    { type: "button", class: "form-link", "data-remove": true },
    "haal weg",
    h("span", { class: "sr-only" }, `: ${name}`),
  );
  remove.addEventListener("click", () => takeAway(form, name, { kind, id, half }));
  const state = half ? `${NEW[kind]}, nog niet af` : NEW[kind];
  return h("li", {}, mend, " ", h("span", { class: "detail" }, state), " ", remove);
}

/** What was begun at a field goes back to that field, if nothing else was chosen there. */
const pickAt = (form, half) => (id) => {
  const box = half?.where && form.find(half.where)?.querySelector("[role=combobox]");
  if (box && (!box.value || box.value === half.text)) box.dispatchEvent(new CustomEvent("picked", { detail: id }));
};

function takeAway(form, name, { kind, id, half }) {
  const values = id && form.described[kind][id];
  const change = (act) => {
    act();
    form.side.drawDescribed();
    form.changed();
  };
  change(() => {
    if (half) form.halves = form.halves.filter((other) => other !== half);
    else {
      delete form.described[kind][id];
      form.known[kind]?.delete(id);
    }
  });
  form.bar.add(`“${name}” is weggehaald.`, () =>
    half ? change(() => form.halves.push(half)) : form.keepDescribed(kind, id, values),
  );
}
