/**
 * The slots of a question → the documents that answer it, in order. What a question names comes first. A word that stands on
 * most methods tells little: a method need not have it, and it decides only between methods that are alike in the rest.
 */

import { corrected, loosened, slotsOf } from "./question.js";
import { filled, intersection } from "./ranking.js";

const COMMON = 0.5;
/** A word that more than this share of the methods has is common. */
const COMMON_WEIGHT = 0.1;
const NAMED = 100_000;
const EACH_SLOT = 1000;

/**
 * @returns {Promise<{slots: object[], nearest: boolean, unknown: object[], documents: object[]}>}  `slots` are those that tell
 *   something; `nearest`: no method has all of them, and there are others than names
 */
export async function find(index, query) {
  let found = await sought(index, await slotsOf(index, query));
  if (!found.isWhole && found.all.some((slot) => slot.length > 1 && !isName(slot))) {
    const loose = await sought(index, loosened(index, found.all, isName));
    if (loose.isWhole) found = loose;
  }
  const { telling, common, together, isWhole } = found;
  const documents = new Map(isWhole ? together : nearest(telling));
  const named = telling.filter(isName);
  for (const slot of named) {
    for (const [number, place] of slot.found)
      if (place.isNamed) documents.set(number, { ...place, ...documents.get(number), isNamed: true });
  }
  return {
    slots: telling,
    nearest: named.length < telling.length && !isWhole,
    unknown: telling.filter((slot) => !hasMethod(index, slot.found)),
    documents: inOrder(
      [...documents].map(([number, place]) => ({ number, ...weighed(number, place, telling, common) })),
    ),
  };
}

/** The slots with what fills them, and the documents that fill all that tell something. */
async function sought(index, all) {
  await Promise.all(all.map(async (slot) => Object.assign(slot, { found: await fill(index, slot) })));
  const common = all.filter((slot) => isCommon(index, slot));
  const telling = common.length < all.length ? all.filter((slot) => !common.includes(slot)) : all;
  const together = telling.length ? intersection(telling.map((slot) => slot.found)) : new Map();
  return { all, telling, common: telling === all ? [] : common, together, isWhole: hasMethod(index, together) };
}

const isName = (slot) => [...slot.found.values()].some((place) => place.isNamed);

function isCommon(index, slot) {
  const methods = [...slot.found.keys()].filter((number) => index.isMethod(number));
  return methods.length > COMMON * index.methods.length && !isName(slot);
}

const hasMethod = (index, found) => [...found.keys()].some((number) => index.isMethod(number));

/** The documents for a slot; one with unknown words is tried again with the words that were probably meant. */
async function fill(index, slot) {
  const found = await filled(index, slot);
  if (found.size) return found;
  const other = await corrected(index, slot);
  return other ? filled(index, Object.assign(slot, other)) : found;
}

/** Documents that fill some slots, those with more slots first; if a method was named, what says its name. */
function nearest(slots) {
  const named = slots.filter(isName);
  const found = new Map();
  for (const slot of slots) {
    for (const [number, place] of slot.found) {
      if (named.length && !named.some((one) => one.found.has(number))) continue;
      const before = found.get(number);
      const score = (before?.score ?? 0) + place.score + EACH_SLOT;
      found.set(number, { ...(before ?? place), score, words: [...(before?.words ?? []), ...place.words] });
    }
  }
  return found;
}

/** A place with its score for the whole question, and the common words that the document has too. */
function weighed(number, place, telling, common) {
  const also = common.map((slot) => slot.found.get(number)).filter(Boolean);
  const more = also.reduce((sum, one) => sum + one.score, 0);
  const score = (place.score + COMMON_WEIGHT * more) / telling.length + (place.isNamed ? NAMED : 0);
  return { ...place, score, words: [...place.words, ...also.flatMap((one) => one.words)] };
}

export const inOrder = (documents) =>
  documents.sort((one, other) => other.score - one.score || one.number - other.number);
