// What the form knows of a group beside its values: the kind of result that was chosen, what was typed at another kind,
// and whether its id was made here or typed. A draft holds it by the place of the group in the card.

import { isMapping } from "./check.js";

export const newAsides = () => ({
  kinds: new WeakMap(),
  shelves: new WeakMap(),
  ownIds: new WeakSet(),
  madeIds: new WeakSet(),
  everywhere: {},
  filledIn: new WeakSet(),
});

function* groupsIn(value, keys = []) {
  if (isMapping(value)) yield [keys, value];
  if (value && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* groupsIn(inner, [...keys, key]);
}

export function packed(card, { kinds, shelves, ownIds, madeIds }) {
  return [...groupsIn(card)]
    .map(([keys, group]) => ({
      keys,
      kind: kinds.get(group),
      shelf: shelves.get(group),
      own: ownIds.has(group),
      made: madeIds.has(group),
    }))
    .filter(({ kind, shelf, own, made }) => kind || shelf || own || made);
}

export function unpacked(card, kept, asides) {
  const groups = new Map([...groupsIn(card)].map(([keys, group]) => [keys.join("/"), group]));
  for (const { keys, kind, shelf, own, made } of Array.isArray(kept) ? kept : []) {
    const group = Array.isArray(keys) && groups.get(keys.join("/"));
    if (!group) continue;
    if (typeof kind === "string") asides.kinds.set(group, kind);
    if (isMapping(shelf)) asides.shelves.set(group, shelf);
    if (own) asides.ownIds.add(group);
    if (made) asides.madeIds.add(group);
  }
}
