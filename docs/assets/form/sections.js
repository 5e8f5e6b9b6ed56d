// The form from top to bottom: what a card cannot do without, then the parts that may stay closed.

import { h } from "../lib/elements.js";
import { nextOnEnter } from "./enter.js";
import { field } from "./groups.js";
import { notices } from "./notices.js";
import { usualRows } from "./usual.js";

export function drawForm(form) {
  const [needed, ...others] = form.book.groups;
  const element = h(
    "form",
    { class: "card-form", autocomplete: "off", "aria-label": "Methodekaart", novalidate: true },
    ...notices(form),
    h(
      "section",
      { class: "form-part form-part--needed", id: `deel-${needed.id}`, "aria-labelledby": `kop-${needed.id}` },
      heading(needed),
      h("p", { class: "meta" }, needed.help),
      ...needed.fields.flatMap((name) => neededField(form, name)),
    ),
    h("h2", {}, "Wat u verder weet"),
    h(
      "p",
      { class: "meta" },
      "Alles hieronder mag leeg blijven; de kaart toont dan onbekend. Vul in wat u met een bron kunt laten zien. ",
      h("a", { href: "#voorstellen", "data-jump": true }, "Klaar? Ga naar voorstellen"),
    ),
    ...others.map((group) => part(form, group)),
  );
  element.addEventListener("keydown", nextOnEnter);
  return element;
}

const heading = (group) => h("h2", { id: `kop-${group.id}`, tabindex: "-1" }, group.title);

function neededField(form, name) {
  const made = field(form, placeOf(form), name);
  if (name !== "name") return [made];
  made.addEventListener("input", () => form.nameFile());
  return [made, idField(form)];
}

/** The card itself, as the place that its fields are in. */
export const placeOf = (form) => ({ record: "Method", holder: form.card, keys: [] });

/** The name of the file is the id of the card; of a card that exists it stays what it is. */
function idField(form) {
  if (!form.isNew) return h("p", { class: "detail" }, "Bestand: ", h("code", {}, `methods/${form.id}.yml`));
  const box = h("input", {
    id: "kaart-id",
    type: "text",
    spellcheck: "false",
    "aria-describedby": "kaart-id-hulp kaart-id-fout",
    "data-form-id": true,
  });
  box.value = form.id;
  box.addEventListener("input", () => form.rename(box.value.trim()));
  return h(
    "div",
    { class: "form-field", "data-where": "", "data-single": true },
    h("label", { for: "kaart-id" }, "Bestandsnaam"),
    h(
      "p",
      { class: "detail form-help", id: "kaart-id-hulp" },
      "Volgt uit de naam: kleine letters, cijfers en streepjes. Het wordt ook het adres van de kaart.",
    ),
    box,
    h("p", { class: "form-fault", id: "kaart-id-fout", hidden: true }),
  );
}

function part(form, group) {
  const filled = group.fields.filter((name) => name in form.card);
  const made = h(
    "details",
    { class: "form-part form-part--folded", id: `deel-${group.id}`, "data-part": group.id },
    h(
      "summary",
      {},
      h("h3", {}, group.title),
      " ",
      h("span", { class: "detail", "data-part-state": true }, ""),
      h("span", { class: "detail form-part__help" }, group.help),
    ),
  );
  made.append(...group.fields.map((name) => field(form, placeOf(form), name)));
  const isUsual = group.fields.some((name) => usualRows(form, [name]));
  made.open = !form.original && (filled.length > 0 || isUsual);
  return made;
}
