/**
 * What was typed → slots. A slot is one thing that is asked for, with the ways to say it: the typed words themselves,
 * the same written as one word, equivalents. A document answers a question when it fills every slot.
 *
 * @typedef {{words: string[], weight: number, strict: boolean}} Way  all `words` together are one way to fill the slot
 * @typedef {{typed: string, ways: Way[], groups: object[]}} Slot
 */

import { joined, words } from "../lib/text.js";
import { corrections, keysOf, matches } from "./lookup.js";

const MOST_WORDS = 12;
const LONGEST_EXPRESSION = 6;
const EQUIVALENT = 0.8;
const CORRECTED = 0.6;
const INSIDE_EQUIVALENT_FROM = 6;

/** The slots of a question. `isMeaning`: abbreviations are taken as typed, because the reader chose already. */
export async function slotsOf(index, query) {
  const typed = words(query).slice(0, MOST_WORDS);
  const slots = [];
  for (let at = 0; at < typed.length; ) {
    const slot = (await expression(index, typed, at)) ?? { ...single(index, typed[at]), length: 1 };
    slots.push(slot);
    at += slot.length;
  }
  const telling = slots.filter((slot) => slot.length > 1 || slot.groups.length || !index.ignored.has(slot.typed));
  return telling.length ? telling : slots;
}

/** The longest run of words from here that is one thing: a name, in the lists of synonyms, or one word elsewhere. */
async function expression(index, typed, at) {
  const named = await longestName(index, typed, at);
  if (named) return named;
  for (let length = Math.min(LONGEST_EXPRESSION, typed.length - at); length > 1; length--) {
    const run = typed.slice(at, at + length);
    const groups = index.groupsOf(run);
    if (groups.length)
      return {
        typed: run.join(" "),
        length,
        groups,
        ways: [...asOne(run), ...equivalents(index, groups, run.join(""))],
      };
    if (length === 2 && !run.some((word) => index.ignored.has(word)) && (await isWord(index, run.join(""))))
      return { typed: run.join(" "), length, groups, ways: [...asOne(run), ...apart(index, run)] };
  }
  return null;
}

/** The longest run of words from here that a method is called; the file of the first word has the names that begin with it. */
async function longestName(index, typed, at) {
  if (at > 0 && index.ignored.has(typed[at]) && index.ignored.has(typed[at + 1] ?? typed[at])) return null;
  const around = await index.bucket(keysOf(typed[at]));
  const starting = new Map(around.filter(({ word }) => word.startsWith(typed[at])).map((entry) => [entry.word, entry]));
  for (let length = typed.length - at; length > 1; length--) {
    const run = typed.slice(at, at + length);
    const entry = starting.get(run.join(""));
    if (!entry || !(await isMethodName(index, entry))) continue;
    const groups = index.groupsOf(run);
    const ways = [...asOne(run), ...apart(index, run), ...equivalents(index, groups, run.join(""))];
    return { typed: run.join(" "), length, groups, ways };
  }
  return null;
}

const isMethodName = async (index, entry) =>
  (await index.postings(entry)).some(([document, field]) => index.isMethod(document) && index.isWholeName(field));

/** The telling words of a run, which all have to be there. */
function apart(index, run) {
  const telling = run.filter((word) => !index.ignored.has(word));
  return telling.length ? [{ words: telling, weight: 0.9, strict: false }] : [];
}

const asOne = (run) => [{ words: [run.join("")], weight: 1, strict: false }];

async function isWord(index, word) {
  return word.length > 3 && (await matches(index, word, { strict: true })).length > 0;
}

/** One word; also by its equivalents, unless it has several meanings. */
function single(index, word) {
  const groups = index.meaningsOf([word]) ? [] : index.groupsOf([word]);
  const strict = index.abbreviations.has(word);
  return { typed: word, groups, ways: [{ words: [word], weight: 1, strict }, ...equivalents(index, groups, word)] };
}

/** The other ways to say what a group says; an abbreviation with more meanings is no way to say it. */
function equivalents(index, groups, typed) {
  const ways = new Map();
  for (const { preferred, equivalents: others } of groups) {
    for (const text of [preferred, ...others]) {
      const word = joined(text);
      const strict = text !== preferred || index.abbreviations.has(word) || word.length < INSIDE_EQUIVALENT_FROM;
      if (word !== typed && !index.meaningsOf([word]))
        ways.set(word, { words: [word], weight: EQUIVALENT, strict, text });
    }
  }
  return [...ways.values()];
}

/** The slot with the words that were probably meant, if its own are not known; null if there are none. */
export async function corrected(index, slot) {
  if (slot.length > 1) return null;
  const meant = await corrections(index, slot.typed, index.synonymWords);
  if (!meant.length) return null;
  const groups = [...new Set(meant.flatMap((word) => index.groupsOf([word])))];
  const ways = meant.map((word) => ({ words: [word], weight: CORRECTED, strict: true }));
  const others = equivalents(index, groups, "").map((way) => ({ ...way, weight: way.weight * CORRECTED }));
  return { ...slot, meant, groups, ways: [...ways, ...others] };
}

/** The slots with every expression taken as loose words, except those to keep. */
export function loosened(index, slots, isKept = () => false) {
  const loose = slots.flatMap((slot) => {
    if (slot.length === 1 || isKept(slot)) return [slot];
    return slot.typed.split(" ").map((word) => ({ ...single(index, word), length: 1 }));
  });
  const telling = loose.filter((slot) => slot.length > 1 || !index.ignored.has(slot.typed));
  return telling.length ? telling : loose;
}
