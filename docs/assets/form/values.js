// The values of a card while it is being written: text, lists and mappings, as they will stand in the file.

import { words } from "../lib/text.js";
import { isMapping } from "./check.js";

/** Put a value in a mapping, at the place where the card format has it; nothing typed takes the field away. */
export function put(holder, name, value, order) {
  if (value === "" || value === undefined) {
    delete holder[name];
    return;
  }
  if (name in holder) {
    holder[name] = value;
    return;
  }
  const after = new Set(order.slice(order.indexOf(name) + 1));
  const later = Object.entries(holder).slice(
    Math.max(
      0,
      Object.keys(holder).findIndex((key) => after.has(key)),
    ),
  );
  holder[name] = value;
  if (!Object.keys(holder).some((key) => after.has(key))) return;
  for (const [key, kept] of later) {
    delete holder[key];
    holder[key] = kept;
  }
}

/** Whether two values are the same all the way down. */
export function isSame(a, b) {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

/** The same without groups that were added and left empty; what stood so in the card before stays. */
export function written(card, before = {}) {
  const entries = Object.entries(card).map(([name, value]) => [
    name,
    name in before && isSame(value, before[name]) ? value : kept(value),
  ]);
  return Object.fromEntries(
    entries.filter(([name, value]) => !isEmpty(value) || (name in before && isSame(value, before[name]))),
  );
}

/** Without the empty ones at the end, so that each of the others stays at its place. */
function keptItems(items) {
  const last = items.findLastIndex((inner) => !isEmpty(inner));
  return items.filter((inner, at) => at <= last || (last >= 0 && !isMapping(inner)));
}

function kept(value) {
  if (Array.isArray(value)) return keptItems(value.map(kept));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, kept(inner)])
      .filter(([, inner]) => !isEmpty(inner)),
  );
}

const isEmpty = (value) =>
  value === "" || (Array.isArray(value) && !value.length) || (isMapping(value) && !Object.keys(value).length);

/** What fits the card format of values that may come from anywhere: a kept draft is not always what we kept. */
export function shaped(book, rule, value) {
  if (rule.is === "list")
    return Array.isArray(value)
      ? value.map((inner) => shaped(book, rule.of, inner)).filter((inner) => inner !== undefined)
      : undefined;
  if (rule.is === "record") return isMapping(value) ? fitting(book, book.records[rule.of].fields, value) : undefined;
  if (rule.is === "choice") {
    const fields = Object.assign({}, ...Object.values(rule.kinds).map((name) => book.records[name].fields));
    return isMapping(value) ? fitting(book, fields, value) : undefined;
  }
  return typeof value === "string" ? value : undefined;
}

function fitting(book, fields, value) {
  const known = Object.entries(value).filter(([name]) => Object.hasOwn(fields, name));
  return Object.fromEntries(
    known.map(([name, inner]) => [name, shaped(book, fields[name], inner)]).filter(([, inner]) => inner !== undefined),
  );
}

/** A text as an id: lower case, digits and hyphens. */
export function idFrom(text, most = 50) {
  let id = "";
  for (const word of words(text.replaceAll("&", " "))) {
    if (id && id.length + 1 + word.length > most) break;
    id += `${id && "-"}${word}`;
  }
  return id.slice(0, most);
}

/** An id that is not taken yet. */
export function freeId(wanted, isTaken) {
  if (!isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** All ids of a kind that a value refers to, in the order of the card. */
export function idsIn(book, rule, value, kind, found = new Set()) {
  if (rule.is === "reference" && rule.kind === kind && typeof value === "string") found.add(value);
  else if (rule.is === "list" && Array.isArray(value))
    for (const inner of value) idsIn(book, rule.of, inner, kind, found);
  else if (rule.is === "record" && isMapping(value)) {
    const { fields } = book.records[rule.of];
    for (const [name, inner] of Object.entries(value))
      if (Object.hasOwn(fields, name)) idsIn(book, fields[name], inner, kind, found);
  } else if (rule.is === "choice" && isMapping(value))
    for (const name of Object.values(rule.kinds)) idsIn(book, { is: "record", of: name }, value, kind, found);
  else if (rule.of && ["before", "after"].includes(rule.is)) idsIn(book, rule.of, value, kind, found);
  return found;
}
