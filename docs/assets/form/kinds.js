// A value of one of several kinds, such as a result: which kind is chosen first, and what was typed at another is kept.

import { h } from "../lib/elements.js";
import { again, putBack } from "./changes.js";
import { isMapping, kindOf } from "./check.js";
import { frame, newId } from "./frames.js";
import { fieldsOf } from "./groups.js";
import { put, shaped } from "./values.js";

export function choiceGroup(form, one) {
  const { rule } = one;
  if (!isMapping(one.holder[one.name])) put(one.holder, one.name, {}, one.order);
  const value = one.holder[one.name];
  const chosen = form.kinds.get(value) ?? kindOf(rule, value);
  const id = newId();
  const select = h(
    "select",
    { id },
    h("option", { value: "" }, "Kies …"),
    ...Object.entries(rule.kinds).map(([kind, record]) =>
      h("option", { value: kind, selected: kind === chosen }, kindTitle(form, record)),
    ),
  );
  select.addEventListener("change", () => {
    const asked = (kind) => (kind ? Object.keys(form.book.records[rule.kinds[kind]].fields) : []);
    const shelf = Object.entries(shaped(form.book, rule, form.shelves.get(value) ?? {}));
    const typed = { ...Object.fromEntries(shelf.filter(([name]) => !asked(chosen).includes(name))), ...value };
    const names = asked(select.value);
    const next = Object.fromEntries(names.filter((name) => name in typed).map((name) => [name, typed[name]]));
    one.set(next);
    form.shelves.set(next, typed); // what another kind asks comes back when that is chosen again
    if (select.value) form.kinds.set(next, select.value);
    if (Object.keys(value).some((name) => !(name in next)))
      putBack(form, one, value, "Wat niet bij deze keuze hoort, is weggehaald.");
    again(form, one, element, (fresh) => fresh.querySelector("select").focus());
  });
  const kind = h("div", { class: "form-field" }, h("label", { for: id }, "Wat voor resultaat?"), select);
  const fields = chosen ? fieldsOf(form, { record: rule.kinds[chosen], holder: value, keys: one.keys }) : [];
  const element = frame(one, kind, ...fields);
  return element;
}

/** A kind of result is called after what one fills in first. */
function kindTitle({ book }, record) {
  const { fields } = book.records[record];
  const titles = Object.entries(fields)
    .filter(([name, { required }]) => required && name !== "unit")
    .map(([, { title }]) => title);
  return titles.map((title, at) => (at ? title.toLowerCase() : title)).join(", ");
}
