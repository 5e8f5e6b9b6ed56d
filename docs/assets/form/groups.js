// Records and lists as groups of fields, made from the card format: what is needed first, the rest folded away.
//
// Every element that stands for a value carries data-where, the name of that value in a problem.

import { h } from "../lib/elements.js";
import { addButton, again, isEmpty, putBack } from "./changes.js";
import { isMapping, whereOf } from "./check.js";
import { control, isTextList, isTicked, plain, ticks } from "./fields.js";
import { button, focusFirst, frame, newId, textsOf } from "./frames.js";
import { choiceGroup } from "./kinds.js";
import { lineList, recordList } from "./lists.js";
import { proposal } from "./proposals.js";
import { usualRows } from "./usual.js";
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
  const isShown = (name) => usualRows(form, [...place.keys, name]) > 0;
  const usual = names.filter((name) => !fields[name].required && isShown(name));
  const others = names.filter((name) => !fields[name].required && !isShown(name));
  const sources = LAST.filter((name) => fields[name]?.required);
  const isSmall = names.length <= SMALL && names.every((name) => isSingle(fields[name]));
  if (isSmall || !needed.length)
    return [...needed, ...usual, ...others, ...sources].map((name) => field(form, place, name));
  return [
    ...[...needed, ...usual, ...sources].map((name) => field(form, place, name)),
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
  let pick;
  const made = control(form, {
    rule: one.rule,
    name: one.name,
    title: one.rule.title,
    value: one.holder[one.name],
    set: one.set,
    id: text.id,
    attributes,
    where: whereOf(one.keys),
    hears: (found) => {
      pick = found;
    },
  });
  const asked = plain(one.rule);
  const offered = pick && form.book.described[asked.kind] && one.rule.required;
  const label = h("label", { for: text.id }, ...text.title);
  const isTick = plain(one.rule).is_flag;
  return h(
    "div",
    { class: `form-field${isTick ? " form-field--tick" : ""}`, "data-where": whereOf(one.keys), "data-single": true },
    ...(isTick ? [made, label] : [label]),
    text.help,
    isTick ? null : made,
    offered ? proposal(form, one, { kind: asked.kind, pick: (id) => pick(id) }) : null,
    text.fault,
  );
}

function tickGroup(form, one) {
  return frame(
    one,
    ticks(form, one.rule, {
      value: one.holder[one.name],
      name: newId(),
      where: whereOf(one.keys),
      set: (chosen) => one.set(chosen.length ? chosen : undefined),
    }),
  );
}

function recordGroup(form, one) {
  const isThere = isMapping(one.holder[one.name]);
  if (!isThere && !one.rule.required && !usualRows(form, one.keys)) {
    const add = button("Vul in", one.rule.title, () => {
      one.set({});
      again(form, one, element, focusFirst);
    });
    add.dataset.add = "";
    const element = frame(one, add);
    return element;
  }
  if (!isThere) put(one.holder, one.name, {}, one.order);
  const value = one.holder[one.name];
  const place = { record: one.rule.of, holder: value, keys: one.keys };
  const remove = one.rule.required
    ? null
    : button("Haal weg", one.rule.title, () => {
        one.set(undefined);
        if (!isEmpty(value)) putBack(form, one, value, `${one.rule.title} is weggehaald.`);
        again(form, one, element, addButton);
      });
  const element = frame(one, ...fieldsOf(form, place), remove);
  return element;
}
