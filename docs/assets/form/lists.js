// Lists in the form: lines of text and groups of fields, which can be added, taken away and put in another order.

import { h } from "../lib/elements.js";
import { again, takeAway } from "./changes.js";
import { whereOf } from "./check.js";
import { control } from "./fields.js";
import { button, focusFirst, frame, newId } from "./frames.js";
import { fieldsOf } from "./groups.js";
import { alike, usualRows } from "./usual.js";
import { put } from "./values.js";

/** Buttons that change the order, and the one that takes away. */
function buttonsOf(form, one, index, { length, mayGo, element }) {
  const { title } = one.rule;
  const move = (step) => () => {
    const values = [...one.holder[one.name]];
    [values[index], values[index + step]] = [values[index + step], values[index]];
    one.set(values);
    again(form, one, element(), (fresh) => {
      const moved = fresh.querySelectorAll(":scope > .form-item, :scope > .form-line")[index + step];
      const same = moved.querySelector(`:scope > .form-order > [data-step="${step}"]`);
      (same ?? moved.querySelector(":scope > .form-order > [data-step]")).focus();
    });
  };
  const step = (by, text) => {
    const made = button(text, `${title} ${index + 1}`, move(by));
    made.dataset.step = by;
    return made;
  };
  const remove = mayGo
    ? button("Haal weg", `${title} ${index + 1}`, () => takeAway(form, one, index, title, element))
    : null;
  if (remove) remove.dataset.remove = "";
  const all = [index > 0 && step(-1, "Omhoog"), index < length - 1 && step(1, "Omlaag"), remove].filter(Boolean);
  return all.length ? h("div", { class: "form-order" }, ...all) : null;
}

export function lineList(form, one) {
  const values = one.holder[one.name] ?? [];
  const rows = values.map((value, index) => {
    const id = newId();
    const set = (typed) => {
      values[index] = typed;
      one.set(values);
    };
    const box = control(form, {
      rule: one.rule.of,
      title: one.rule.title,
      value,
      set,
      id,
      attributes: { "aria-label": `${one.rule.title} ${index + 1}`, "aria-describedby": `${id}-fout` },
    });
    return h(
      "div",
      { class: "form-line", "data-where": whereOf([...one.keys, index]), "data-single": true },
      box,
      buttonsOf(form, one, index, { length: values.length, mayGo: true, element: () => element }),
      h("p", { class: "form-fault", id: `${id}-fout`, hidden: true }),
    );
  });
  const add = button(values.length ? "Nog een" : "Voeg toe", one.rule.title, () => {
    one.set([...values, ""]);
    again(form, one, element, (fresh) => fresh.querySelector(":scope > .form-line:last-of-type input")?.focus());
  });
  add.dataset.add = "";
  const element = frame(one, ...rows, add);
  return element;
}

export function recordList(form, one) {
  const { rule } = one;
  const record = rule.of.of;
  const open = Math.max(rule.required ? (rule.min_length ?? 1) : 0, usualRows(form, one.keys));
  if (open && !one.holder[one.name]?.length)
    put(
      one.holder,
      one.name,
      Array.from({ length: open }, () => ({})),
      one.order,
    );
  const values = one.holder[one.name] ?? [];
  const least = rule.required ? (rule.min_length ?? 0) : 0;
  const list = { length: values.length, mayGo: values.length > least, element: () => element };
  const items = values.map((holder, index) => item(form, one, { record, holder, index, list }));
  const append = (more) => {
    one.set([...values, ...more]);
    again(form, one, element, (fresh) => focusFirst(fresh.querySelectorAll(":scope > .form-item")[values.length]));
  };
  const add = button(values.length ? "Nog een" : "Voeg toe", rule.title, () => {
    const more = Math.max(1, (rule.min_length ?? 1) - values.length);
    append(Array.from({ length: more }, () => ({})));
  });
  add.dataset.add = "";
  const same = values.length ? form.book.alike[record] : undefined;
  const like = same && button(same.label, rule.title, () => append([alike(form, record, values.at(-1))]));
  if (like) like.dataset.alike = "";
  const element = frame(one, ...items, add, like);
  return element;
}

function item(form, one, { record, holder, index, list }) {
  const { title } = one.rule;
  const siblings = () => one.holder[one.name] ?? [];
  const place = { record, holder, keys: [...one.keys, index], siblings };
  const isRow = Object.keys(form.book.records[record].fields).length <= 2;
  return h(
    "fieldset",
    { class: `form-item${isRow ? " form-item--row" : ""}`, "data-where": whereOf(place.keys) },
    h("legend", { class: isRow ? "sr-only" : undefined }, `${title} ${index + 1}`),
    h("p", { class: "form-fault", hidden: true }),
    ...fieldsOf(form, place),
    buttonsOf(form, one, index, list),
  );
}
