// What most cards have stands open in an empty form, and a next result can begin like the one before.

import { kindOf } from "./check.js";

/** How many rows of a field stand open in an empty form; 0 for what one asks for. */
export function usualRows({ isNew, book }, keys) {
  const path = keys.filter((key) => typeof key === "string").join(".");
  return isNew && Object.hasOwn(book.usual, path) ? book.usual[path] : 0;
}

function put(holder, [name, ...inner], value) {
  holder[name] = inner.length ? (holder[name] ?? {}) : value;
  if (inner.length) put(holder[name], inner, value);
}

/** A new group with what is often the same as in the last one, because the contributor asked for that. */
export function alike(form, record, last) {
  const fresh = {};
  for (const path of form.book.alike[record].fields) {
    const value = path.reduce((inner, name) => inner?.[name], last);
    if (value === undefined) continue;
    put(fresh, path, structuredClone(value));
  }
  for (const [name, rule] of Object.entries(form.book.records[record].fields)) {
    const kind = rule.is === "choice" && last[name] && (form.kinds.get(last[name]) ?? kindOf(rule, last[name]));
    if (!kind) continue;
    fresh[name] ??= {};
    form.kinds.set(fresh[name], kind);
  }
  return fresh;
}
