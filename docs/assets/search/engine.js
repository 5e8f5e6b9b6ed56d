/**
 * The search: a question in, an answer out. Everything it needs lies below zoek/ in the site and is fetched when it is
 * first asked for.
 *
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {{id: string, score: number, field: string, words: string[], name?: string, note?: string,
 *   excerpt: Piece[] | null}} Hit
 *   `field` is the Dutch name of the field it was found in; name, note and excerpt are filled in for the first hits only.
 * @typedef {{label: string, count: number, query: string}} Meaning
 * @typedef {{label: string, items: {name: string, address: string, note: string}[]}} Group  `address` from the root of the site
 * @typedef {{query: string, hits: Hit[], alsoSearched: string[], related: string[], meanings: Meaning[], nearest: boolean,
 *   tried: string[], suggestions: string[], groups: Group[]}} Answer
 */

import { joined, words } from "../lib/text.js";
import { explain } from "./excerpt.js";
import { openIndex } from "./files.js";
import { find, inOrder } from "./finding.js";
import { learn } from "./meaning.js";
import { suggestionsFor } from "./suggestions.js";

const IN_A_GROUP = 5;
const MEANING = 0.8;

/**
 * @param {string} query  what was typed
 * @param {{explained?: number}} [options]  for how many hits name, note and excerpt are fetched before the answer comes;
 *   `explain` of excerpt.js does it later
 * @returns {Promise<Answer>}
 */
export async function search(query, { explained = 0 } = {}) {
  const index = await openIndex();
  learn(index);
  const found = await answer(index, query);
  const hits = methodsIn(index, found.documents).map((one) => hitOf(index, one));
  await Promise.all(hits.slice(0, explained).map((hit) => explain(hit)));
  const meanings = found.meanings.map(({ label, documents }) => ({ label, count: documents.length, query: label }));
  const groups = await groupsOf(index, found.documents);
  return {
    query,
    hits,
    meanings,
    groups,
    ...notes(index, found),
    nearest: found.nearest,
    suggestions: await suggestionsFor(index, found.nearest ? found.unknown : []),
  };
}

const methodsIn = (index, documents) => documents.filter(({ number }) => index.isMethod(number));

/** Documents in order, with what it took to find them. */
async function answer(index, query) {
  const asked = index.meaningsOf(words(query));
  const own = await find(index, query);
  if (!asked) return { ...own, meanings: [] };
  const meanings = await Promise.all(asked.map(async (label) => ({ label, documents: await meant(index, label) })));
  const documents = merged([
    { documents: own.documents, weight: 1 },
    ...meanings.map(({ documents: found }) => ({ documents: found, weight: MEANING })),
  ]);
  return {
    ...own,
    documents,
    meanings: meanings.map((one) => ({ ...one, documents: methodsIn(index, one.documents) })),
    nearest: documents.length === 0,
  };
}

async function meant(index, label) {
  const { documents, nearest } = await find(index, label);
  return nearest ? [] : documents;
}

function merged(lists) {
  const best = new Map();
  for (const { documents, weight } of lists) {
    for (const one of documents) {
      const score = one.score * weight;
      if (score > (best.get(one.number)?.score ?? 0)) best.set(one.number, { ...one, score });
    }
  }
  return inOrder([...best.values()]);
}

function hitOf(index, { number, score, field, words: found }) {
  return { id: index.methods[number], score, field: index.fields[field][0], words: found, excerpt: null };
}

function notes(index, { slots }) {
  const typed = new Set(slots.map((slot) => index.stem(joined(slot.typed))));
  const isNew = (text) => !typed.has(index.stem(joined(text)));
  const unique = (texts) => [...new Set(texts)].filter(isNew);
  const groups = slots.flatMap((slot) => slot.groups);
  return {
    alsoSearched: unique(slots.flatMap(otherWords)),
    related: unique(groups.flatMap((group) => group.related)),
    tried: slots.map((slot) => slot.typed),
  };
}

/** What a reader is told: the words meant by a slip, and the preferred words, or what was typed in their place. */
function otherWords(slot) {
  const preferred = slot.groups.map((group) => group.preferred);
  const isPreferred = preferred.some((text) => joined(text) === joined(slot.typed));
  return [...(slot.meant ?? []), ...preferred, ...(isPreferred ? (slot.used ?? []).slice(0, 3) : [])];
}

/** What is not a method is worth showing only when its name was meant. */
async function groupsOf(index, documents) {
  let first = index.groups[0][1];
  const groups = [];
  for (const [label, count] of index.groups.slice(1)) {
    const from = first;
    const found = documents
      .filter(({ number, field }) => number >= from && number < from + count && index.isName(field))
      .slice(0, IN_A_GROUP);
    const items = await Promise.all(found.map(async ({ number }) => index.named(number)));
    if (items.length) groups.push({ label, items: items.map(([name, address, note]) => ({ name, address, note })) });
    first += count;
  }
  return groups;
}
