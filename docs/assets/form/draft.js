// What was typed, kept in this browser only. A new card and each card that is mended have a key; a second tab that
// writes at the same card gets a draft of its own beside the first, so that neither overwrites the other.

import { isMapping } from "./check.js";

const PREFIX = "formulier:";
const BESIDE = "~"; // no id has it
export const keyOf = (id) => `${PREFIX}${id || "nieuw"}`;

/** The kept draft: {id, card, described, base, saved, stamp}, or null. */
export function readDraft(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return kept && isMapping(kept.card) && isMapping(kept.described) ? kept : null;
  } catch {
    return null; // no storage here, or something else was kept under this name
  }
}

/** Every draft of a card, the newest first: [{key, draft}]. */
export function draftsOf(base) {
  let keys = [];
  try {
    keys = Object.keys(localStorage).filter((key) => key === base || key.startsWith(`${base}${BESIDE}`));
  } catch {
    return []; // no storage here
  }
  return keys
    .map((key) => ({ key, draft: readDraft(key) }))
    .filter(({ draft }) => draft)
    .sort((one, other) => String(other.draft.saved).localeCompare(String(one.draft.saved)));
}

/** Keep a draft under its key; what it was marked with, or null where the browser does not allow it. */
export function keepDraft(key, draft) {
  const stamp = chance();
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, stamp, saved: new Date().toISOString() }));
    return stamp;
  } catch {
    return null;
  }
}

export function dropDraft(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

/** A key of this card under which nothing is kept yet. */
export const freeKey = (base) => (readDraft(base) ? `${base}${BESIDE}${chance()}` : base);

const chance = () => Math.random().toString(36).slice(2, 12);

/** Which draft this tab had open, so that a reload brings back its own. */
export function keyOfTab(base) {
  try {
    return sessionStorage.getItem(base);
  } catch {
    return null;
  }
}

export function rememberKey(base, key) {
  try {
    if (key) sessionStorage.setItem(base, key);
    else sessionStorage.removeItem(base);
  } catch {
    // then the newest draft comes back
  }
}
