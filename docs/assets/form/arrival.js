// The link beside a result on its card opens the form at that result.

import { whereOf } from "./check.js";

/** Go to the result with this anchor on the card; nothing happens if there is none. */
export function goToAnchor(form, anchor) {
  const found = anchor && keysOf(form, anchor);
  if (found) form.visit({ keys: found, where: whereOf(found) });
}

function keysOf({ book, card }, anchor) {
  const results = Array.isArray(card.outcomes) ? card.outcomes : [];
  const at = results.findIndex(({ id }) => id && `${book.prefixes.outcome}-${id}` === anchor);
  if (at < 0) return null;
  const [first] = Object.keys(results[at].result ?? {});
  return ["outcomes", at, ...(first ? ["result", first] : [])];
}
