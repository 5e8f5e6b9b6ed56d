// What happens to a place of the form when something comes, goes or is put back.

import { redrawn } from "./frames.js";
import { field } from "./groups.js";

/** Show a part anew after something came or went, and keep the reader where that happened. */
export function again(form, one, from, focus) {
  const fresh = redrawn(from, field(form, one.place, one.name));
  from.replaceWith(fresh);
  focus(fresh);
  form.changed();
}
export const addButton = (fresh) => fresh.querySelector(":scope > [data-add]")?.focus();

/** Take one away, with a way back; `element()` is what stands there now. */
export function takeAway(form, one, index, title, element) {
  const values = one.holder[one.name];
  const [gone] = values.slice(index, index + 1);
  one.set(values.length > 1 ? values.toSpliced(index, 1) : undefined);
  if (!isEmpty(gone))
    form.bar.add(`${title} ${index + 1} is weggehaald.`, () => {
      const now = one.holder[one.name] ?? [];
      one.set(now.toSpliced(Math.min(index, now.length), 0, gone));
      form.renew(one.keys);
    });
  again(form, one, element(), addButton);
}

export const isEmpty = (value) =>
  value !== null && typeof value === "object"
    ? Object.values(value).every(isEmpty)
    : value === undefined || value === "";

/** A way back to the value that stood here. */
export function putBack(form, one, value, text) {
  form.bar.add(text, () => {
    one.set(value);
    form.renew(one.keys);
  });
}
