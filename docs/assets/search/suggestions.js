/** Words of the library that look like words that were not found. */

import { joined } from "../lib/text.js";
import { likeness } from "./distance.js";
import { parts } from "./files.js";

const MOST = 5;
const ALIKE = 0.45;
const LENGTHS = 2;
/** A word more than so many times as long, or as short, is not alike. */

/** @returns {Promise<string[]>} the most alike first */
export async function suggestionsFor(index, slots) {
  const found = [];
  for (const { typed } of slots) {
    const word = joined(typed);
    for (const text of await candidates(index, word)) {
      const other = joined(text);
      const alike = other === word ? 0 : likeness(word, other);
      if (alike >= ALIKE) found.push({ text, stem: index.stem(other), alike });
    }
  }
  found.sort((one, other) => other.alike - one.alike);
  return found
    .filter(({ stem }, at) => found.findIndex((one) => one.stem === stem) === at)
    .slice(0, MOST)
    .map(({ text }) => text);
}

/** Preferred words, and words as they stand in texts. */
async function candidates(index, word) {
  const known = await index.bucket(parts(`^${word}$`));
  const isComparable = (length) => length >= 4 && length <= LENGTHS * word.length && word.length <= LENGTHS * length;
  const written = known
    .filter((entry) => !entry.isJoined && isComparable(entry.word.length))
    .map((entry) => entry.word);
  return [...index.synonyms.map(([text]) => text), ...written];
}
