/** Words of the library that look like words that were not found. */

import { likeness } from "./distance.js";
import { parts } from "./files.js";
import { joined } from "./fold.js";

const MOST = 5;
const ALIKE = 0.35;

export async function suggestionsFor(index, slots) {
  const preferred = index.synonyms.map(([text]) => text);
  const found = new Map();
  for (const { typed } of slots) {
    const word = joined(typed);
    const known = (await index.bucket(parts(`^${word}$`))).map((entry) => entry.word);
    for (const text of [...preferred, ...known]) {
      const alike = likeness(word, joined(text));
      if (alike >= ALIKE && joined(text) !== word) found.set(text, Math.max(alike, found.get(text) ?? 0));
    }
  }
  return [...found].sort((one, other) => other[1] - one[1]).slice(0, MOST).map(([text]) => text);
}
