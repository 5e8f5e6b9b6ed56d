// What was typed, kept in this browser only: one draft for a new card and one for each card that is being mended.

import { isMapping } from "./check.js";

const PREFIX = "formulier:";
export const keyOf = (id) => `${PREFIX}${id || "nieuw"}`;

/** The kept draft: {id, card, described, base, saved}, or null. */
export function readDraft(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return kept && isMapping(kept.card) && isMapping(kept.described) ? kept : null;
  } catch {
    return null; // no storage here, or something else was kept under this name
  }
}

/** Keep a draft; false where the browser does not allow it. */
export function keepDraft(key, draft) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, saved: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}
