// Records and lists as groups of fields, made from the card format: what is needed first, the rest folded away.
//
// Every element that stands for a value carries data-where, the name of that value in a problem.

import { h } from "../lib/elements.js";
import { isMapping, kindOf, whereOf } from "./check.js";
import { control, isTextList, isTicked, plain, ticks } from "./fields.js";
import { button, focusFirst, frame, newId, textsOf } from "./frames.js";
import { freeId, idFrom, put } from "./values.js";

const LAST = ["id", "sources"]; // an id follows from the rest, and a source belongs to what was said
const SMALL = 3; // so few simple fields need no folding

/** One field of a record that is being written. */
export function field(form, place, name) {
  const { book } = form;
  const fields = book.records[place.record].fields;
  const rule = fields[name];
  const order = Object.keys(fields);
  const keys = [...place.keys, name];
  const set = (value) => {
    put(place.holder, name, value, order);
    nameIt(form, place, name, value);
    form.changed();
  };
  const one = { ...place, place, name, rule, keys, set, order };
  if (isTicked(book, rule)) return tickGroup(form, one);
  if (isTextList(rule) || (rule.is === "list" && plain(rule.of).is !== "record")) return lineList(form, one);
  if (rule.is === "list") return recordList(form, one);
  if (rule.is === "record") return recordGroup(form, one);
  if (rule.is === "choice") return choiceGroup(form, one);
  return single(form, one);
}

/** The fields of a record: the needed ones, then the others under one heading. */
export function fieldsOf(form, place) {
  const { fields } = form.book.records[place.record];
  const names = Object.keys(fields);
  const needed = names.filter((name) => fields[name].required && !LAST.includes(name));
  const others = names.filter((name) => !fields[name].required);
  const sources = LAST.filter((name) => fields[name]?.required);
  const isSmall = names.length <= SMALL && names.every((name) => isSingle(fields[name]));
  if (isSmall || !needed.length) return [...needed, ...others, ...sources].map((name) => field(form, place, name));
  return [
    ...[...needed, ...sources].map((name) => field(form, place, name)),
    ...(others.length ? [folded(form, place, others)] : []),
  ];
}

function folded(form, place, names) {
  const { fields } = form.book.records[place.record];
  const titles = names.map((name) => fields[name].title.toLowerCase()).join(", ");
  const isFilled = names.some((name) => name in place.holder);
  return h(
    "details",
    { class: "form-more", open: isFilled },
    h("summary", {}, h("span", {}, "Meer velden"), h("span", { class: "detail" }, ` ${titles}`)),
    ...names.map((name) => field(form, place, name)),
  );
}

const isSingle = (rule) => !["list", "record", "choice"].includes(rule.is);

/** Results and variants have an id; it follows from what they are about until somebody types another. */
function nameIt(form, { record, holder, keys, siblings }, name, value) {
  const fields = form.book.records[record].fields;
  const leading = fields.measure ? "measure" : "name";
  if (!fields.id?.required) return;
  if (name === "id") form.ownIds.add(holder);
  if (name !== leading || form.ownIds.has(holder) || (holder.id && !form.madeIds.has(holder))) return;
  const wanted = idFrom(value);
  const others = new Set((siblings?.() ?? []).filter((other) => other !== holder).map(({ id }) => id));
  const id = wanted && freeId(wanted, (taken) => others.has(taken));
  form.madeIds.add(holder);
  put(holder, "id", id, Object.keys(fields));
  const box = form.find(whereOf([...keys, "id"]))?.querySelector("input");
  if (box) box.value = id;
}

function single(form, one) {
  const text = textsOf(one);
  const attributes = { "aria-describedby": text.describedBy, "aria-required": one.rule.required ? "true" : undefined };
  const made = control(form, {
    rule: one.rule,
    title: one.rule.title,
    value: one.holder[one.name],
    set: one.set,
    id: text.id,
    attributes,
  });
  const label = h("label", { for: text.id }, ...text.title);
  const isTick = plain(one.rule).is_flag;
  return h(
    "div",
    { class: `form-field${isTick ? " form-field--tick" : ""}`, "data-where": whereOf(one.keys), "data-single": true },
    ...(isTick ? [made, label] : [label]),
    text.help,
    isTick ? null : made,
    text.fault,
  );
}

function tickGroup(form, one) {
  return frame(
    one,
    ticks(form, one.rule, {
      value: one.holder[one.name],
      name: newId(),
      set: (chosen) => one.set(chosen.length ? chosen : undefined),
    }),
  );
}

/** Show a part anew after something came or went, and keep the reader where that happened. */
function again(form, one, from, focus) {
  const fresh = field(form, one.place, one.name);
  from.replaceWith(fresh);
  focus(fresh);
  form.changed();
}
const addButton = (fresh) => fresh.querySelector(":scope > [data-add]")?.focus();

function lineList(form, one) {
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
    const remove = button("Haal weg", `${one.rule.title} ${index + 1}`, () => {
      one.set(values.length > 1 ? values.toSpliced(index, 1) : undefined);
      again(form, one, element, addButton);
    });
    return h(
      "div",
      { class: "form-line", "data-where": whereOf([...one.keys, index]), "data-single": true },
      box,
      remove,
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

function recordList(form, one) {
  const { rule } = one;
  const record = rule.of.of;
  if (rule.required && !one.holder[one.name]?.length)
    put(
      one.holder,
      one.name,
      Array.from({ length: rule.min_length ?? 1 }, () => ({})),
      one.order,
    );
  const values = one.holder[one.name] ?? [];
  const least = rule.required ? (rule.min_length ?? 0) : 0;
  const items = values.map((holder, index) =>
    item(form, one, { record, holder, index, least, siblings: () => one.holder[one.name] ?? [] }, () => element),
  );
  const add = button(values.length ? "Nog een" : "Voeg toe", rule.title, () => {
    const more = Math.max(1, (rule.min_length ?? 1) - values.length);
    one.set([...values, ...Array.from({ length: more }, () => startOf(form, record))]);
    again(form, one, element, (fresh) => focusFirst(fresh.querySelectorAll(":scope > .form-item")[values.length]));
  });
  add.dataset.add = "";
  const element = frame(one, ...items, add);
  return element;
}

/** What a new group begins with: the source that was chosen last, because most groups of a card rest on the same one. */
function startOf(form, record) {
  const last = form.lastSource?.();
  return form.book.records[record].fields.sources?.required && last ? { sources: [{ source: last }] } : {};
}

function item(form, one, { record, holder, index, least, siblings }, list) {
  const { title } = one.rule;
  const values = siblings();
  const place = { record, holder, keys: [...one.keys, index], siblings };
  const isRow = Object.keys(form.book.records[record].fields).length <= 2;
  const remove =
    values.length > least
      ? button("Haal weg", `${title} ${index + 1}`, () => {
          one.set(values.length > 1 ? values.filter((other) => other !== holder) : undefined);
          form.say(`${title} ${index + 1} is weggehaald.`);
          again(form, one, list(), addButton);
        })
      : null;
  return h(
    "fieldset",
    { class: `form-item${isRow ? " form-item--row" : ""}`, "data-where": whereOf(place.keys) },
    h("legend", { class: isRow ? "sr-only" : undefined }, `${title} ${index + 1}`),
    h("p", { class: "form-fault", hidden: true }),
    ...fieldsOf(form, place),
    remove,
  );
}

function recordGroup(form, one) {
  const isThere = isMapping(one.holder[one.name]);
  if (!isThere && !one.rule.required) {
    const add = button("Vul in", one.rule.title, () => {
      one.set(startOf(form, one.rule.of));
      again(form, one, element, focusFirst);
    });
    add.dataset.add = "";
    const element = frame(one, add);
    return element;
  }
  if (!isThere) put(one.holder, one.name, {}, one.order);
  const place = { record: one.rule.of, holder: one.holder[one.name], keys: one.keys };
  const remove = one.rule.required
    ? null
    : button("Haal weg", one.rule.title, () => {
        one.set(undefined);
        again(form, one, element, addButton);
      });
  const element = frame(one, ...fieldsOf(form, place), remove);
  return element;
}

function choiceGroup(form, one) {
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
    const names = select.value ? Object.keys(form.book.records[rule.kinds[select.value]].fields) : [];
    const next = Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
    one.set(next);
    if (select.value) form.kinds.set(next, select.value);
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
