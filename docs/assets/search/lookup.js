/** One typed word → the words of the library that match it, and how well: exact, stem, prefix, inside a compound. */

import { distance, slipsIn } from "./distance.js";
import { parts } from "./files.js";

const PREFIX_FROM = 3;
/** Three letters are enough for the begin of a name; in other texts they would find zinvol for zin. */
const INSIDE_FROM = 4;
const BEFORE_INSIDE = 3;
/** What stands before a word inside a compound has at least so many letters: uithuisplaatsing is no thuisplaatsing. */

/**
 * @param {{strict?: boolean}} [options]  strict: only the word itself and its other endings
 * @returns {Promise<{word: string, entry: object, quality: number, isShort: boolean}[]>  isShort: counts in names only}
 */
export async function matches(index, word, { strict = false } = {}) {
  const stem = index.stem(word);
  const [around, stems] = await Promise.all([strict ? [] : index.bucket(keysOf(word)), index.stemBucket(stem)]);
  const apart = index.apartFrom?.(word);
  const isAbbreviation = index.abbreviations?.has(word); // KOPP is no form of kop
  const found = new Map();
  const keep = (entry, quality) => {
    if (!quality || apart?.has(index.stem(entry.word))) return;
    if (quality > (found.get(entry.word)?.quality ?? 0))
      found.set(entry.word, { word: entry.word, entry, quality, isShort: quality < 0.9 && word.length < INSIDE_FROM });
  };
  for (const entry of stems) {
    if (entry.word === word) keep(entry, 1);
    else if (!isAbbreviation && entry.word[0] === word[0] && index.stem(entry.word) === stem) keep(entry, 0.9);
  }
  for (const entry of around) {
    if (entry.word !== word) keep(entry, partly(entry, word));
  }
  if (!strict && stem !== word && stem.length >= INSIDE_FROM) {
    for (const entry of await index.bucket(keysOf(stem))) keep(entry, 0.9 * partly(entry, stem));
  }
  const isKnown = found.has(word); // then "stevigouderschap" says nothing that "stevig" did not say
  return [...found.values()].filter(({ entry, quality }) => quality > 0.8 || !(isKnown && entry.isJoined));
}

/** How well a part matches the word around it; 0 if it does not. Names written as one word are no compounds. */
function partly({ word, isJoined }, part) {
  if (part.length < PREFIX_FROM || word.length <= part.length) return 0;
  const fill = part.length / word.length;
  if (word.startsWith(part)) return 0.15 + 0.35 * fill;
  return !isJoined && part.length >= INSIDE_FROM && word.includes(part, BEFORE_INSIDE) ? 0.05 + 0.35 * fill : 0;
}

/** The keys of which one file is enough to find a word, what begins with it, and what has it inside. */
export function keysOf(word) {
  if (word.length >= INSIDE_FROM) return parts(word);
  return word.length === 1 ? [`^${word}$`] : parts(`^${word}`);
}

/**
 * The words of the library within the slips that a word of this length may hold; only the nearest. The first letter is right:
 * hardly anyone mistypes it, and gamen is not samen.
 */
export async function corrections(index, word, others = []) {
  const most = slipsIn(word);
  if (!most) return [];
  const files = await Promise.all(pieces(`^${word}$`, most + 1).map((piece) => index.bucket(parts(piece))));
  const apart = index.apartFrom?.(word);
  let least = most;
  let found = new Set();
  for (const other of [...files.flat().map((entry) => entry.word), ...others]) {
    if (other.length < 5 || other[0] !== word[0] || other === word || apart?.has(index.stem(other))) continue;
    const slips = distance(word, other, least);
    if (slips < least) [least, found] = [slips, new Set()];
    if (slips <= least && slips <= most) found.add(other);
  }
  return [...found];
}

/** A text cut in pieces that one slip, a swap of neighbours included, cannot all touch. */
function pieces(text, count) {
  const length = Math.floor((text.length - count + 1) / count);
  return Array.from({ length: count }, (_, at) => text.slice(at * (length + 1), at * (length + 1) + length));
}
