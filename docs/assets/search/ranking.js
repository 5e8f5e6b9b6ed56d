/** Slots → documents with a score: how well the words match × how much the field says × how sure the words are meant. */

import { matches } from "./lookup.js";

const MENTIONS = 0.12;
/** What each step of further mentions adds. */
const OTHER_WORDS = 0.08;
const MOST_OTHER = 0.4;
const MOST_FILES = 8;
/** Files with postings that one word may ask for; the best matches come first. */

/**
 * The documents that fill a slot. `isNamed`: a method that is called what was typed.
 * @returns {Promise<Map<number, {score: number, field: number, words: string[], isNamed?: boolean}>>}
 */
export async function filled(index, slot) {
  const found = new Map();
  for (const [at, way] of slot.ways.entries()) {
    const documents = await together(index, way);
    if (documents.size && at > 0 && way.text) slot.used = [...(slot.used ?? []), way.text];
    for (const [document, { score, field, words, isNamed }] of documents) {
      keepBest(found, document, score * way.weight, field, words);
      if (isNamed && !way.text) found.get(document).isNamed = true;
    }
  }
  return found;
}

/** The documents that have all words of a way. */
async function together(index, way) {
  const each = await Promise.all(way.words.map((word) => places(index, word, way.strict)));
  return each.length === 1 ? each[0] : intersection(each, (sum, count) => sum / count);
}

/** The documents of all maps, their scores added up. */
export function intersection(maps, whole = (sum) => sum) {
  const [first, ...others] = [...maps].sort((one, other) => one.size - other.size);
  const found = new Map();
  for (const [document, place] of first) {
    const all = [place];
    for (const map of others) if (map.has(document)) all.push(map.get(document));
    if (all.length < maps.length) continue;
    const best = all.reduce((one, other) => (other.score > one.score ? other : one));
    const score = whole(
      all.reduce((sum, one) => sum + one.score, 0),
      all.length,
    );
    found.set(document, {
      score,
      field: best.field,
      words: all.length > 1 ? all.flatMap((one) => one.words) : place.words,
    });
  }
  return found;
}

/** The documents with a word, each with its best place. */
async function places(index, word, strict) {
  const found = new Map();
  const entries = affordable(
    (await matches(index, word, { strict })).sort((one, other) => other.quality - one.quality),
  );
  const lists = await Promise.all(entries.map((one) => index.postings(one.entry)));
  entries.forEach(({ word: matched, quality, isShort }, at) => {
    for (const [document, field, more] of lists[at]) {
      if (isShort && !index.isName(field)) continue;
      const score = quality * index.fields[field][1] * (1 + MENTIONS * more);
      keepBest(found, document, score, field, [matched]);
      if (quality === 1 && index.isWholeName(field) && index.isMethod(document)) found.get(document).isNamed = true;
    }
  });
  return found;
}

/** The matches whose postings are beside the word or in one of the first files; a few letters can match thousands of words. */
function affordable(entries) {
  const files = new Set();
  return entries.filter(({ entry }) => {
    if (Array.isArray(entry.postings)) return true;
    const file = Math.floor(entry.postings / 1000);
    if (!files.has(file) && files.size >= MOST_FILES) return false;
    files.add(file);
    return true;
  });
}

/** Keeps the best place of a document; other words add a little. Changes what is kept, because there can be thousands. */
function keepBest(found, document, score, field, words) {
  const kept = found.get(document);
  if (!kept) {
    found.set(document, { score, best: score, rest: 0, field, words });
    return;
  }
  const others = words.filter((word) => !kept.words.includes(word));
  if (others.length) {
    kept.rest += Math.min(score, kept.best);
    kept.words = [...kept.words, ...others];
  }
  if (score > kept.best) [kept.best, kept.field] = [score, field];
  kept.score = kept.best + Math.min(OTHER_WORDS * kept.rest, MOST_OTHER * kept.best);
}
