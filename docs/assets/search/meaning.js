/** What typed words mean: groups of equivalents, abbreviations with several meanings, and words to keep apart. */

import { joined, words } from "../lib/text.js";

/**
 * @typedef {{preferred: string, equivalents: string[], related: string[]}} Group
 */

/** Makes the index know meanings: `index.groupsOf(words)`, `index.meaningsOf(words)`, `index.apartFrom(word)`. */
export function learn(index) {
  if (index.groupsOf) return;
  const stemmed = (text) => words(text).map(index.stem).join("");
  const groups = new Map();
  const byStem = new Map();
  for (const [preferred, equivalents, related] of index.synonyms) {
    const group = { preferred, equivalents, related };
    for (const text of [preferred, ...equivalents]) {
      add(groups, joined(text), group);
      add(byStem, stemmed(text), group);
    }
  }
  const meanings = new Map(index.ambiguous.map(([typed, all]) => [joined(typed), all]));
  const apart = new Map();
  for (const alike of index.apart) {
    for (const one of alike) {
      for (const other of alike) if (one !== other) add(apart, stemmed(one), stemmed(other));
    }
  }
  index.groupsOf = (typed) => groups.get(typed.join("")) ?? byStem.get(typed.map(index.stem).join("")) ?? [];
  index.meaningsOf = (typed) => meanings.get(typed.join("")) ?? null;
  index.apartFrom = (word) => (apart.has(index.stem(word)) ? new Set(apart.get(index.stem(word))) : null);
  index.synonymWords = [...groups.keys()];
  index.abbreviations = new Set(
    [
      ...index.synonyms.flatMap(([preferred, others]) => [preferred, ...others]).filter(isShort),
      ...index.ambiguous.map(([typed]) => typed),
    ].map(joined),
  );
}

/** KOPP, W&P: capitals only. As the begin of a word it would find koppeling. */
const isShort = (text) => /^[A-Z0-9&-]{2,6}$/.test(text);

function add(map, key, value) {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
