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
import { learn } from "./meaning.js";
import { corrected, loosened, slotsOf } from "./question.js";
import { filled, intersection } from "./ranking.js";
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
  const methods = found.documents.filter((one) => one.number < index.methods.length);
  const hits = askedFirst(
    methods.map((one) => hitOf(index, one)),
    query,
  );
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
    meanings: meanings.map((one) => ({
      ...one,
      documents: one.documents.filter(({ number }) => number < index.methods.length),
    })),
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

async function find(index, query) {
  let slots = await slotsOf(index, query);
  let maps = await fill(index, slots);
  let together = slots.length ? intersection(maps) : new Map();
  if (!hasMethod(index, together) && slots.some((slot) => slot.length > 1)) {
    const loose = loosened(index, slots);
    const looseMaps = await fill(index, loose);
    const looseTogether = intersection(looseMaps);
    if (hasMethod(index, looseTogether)) [slots, maps, together] = [loose, looseMaps, looseTogether];
  }
  const nearest = slots.length > 0 && !hasMethod(index, together);
  const documents = nearest ? partial(maps) : together;
  return {
    slots,
    nearest,
    unknown: slots.filter((_, at) => !hasMethod(index, maps[at])),
    documents: inOrder(
      [...documents].map(([number, place]) => ({ number, ...place, score: place.score / slots.length })),
    ),
  };
}

const hasMethod = (index, found) => [...found.keys()].some((number) => number < index.methods.length);

/** The documents for each slot; a slot with unknown words is tried again with the words that were probably meant. */
function fill(index, slots) {
  return Promise.all(
    slots.map(async (slot) => {
      const found = await filled(index, slot);
      if (found.size) return found;
      const other = await corrected(index, slot);
      return other ? filled(index, Object.assign(slot, other)) : found;
    }),
  );
}

/** Documents that fill some slots: those with more slots first. */
function partial(maps) {
  const found = new Map();
  for (const map of maps) {
    for (const [number, place] of map) {
      const before = found.get(number);
      const score = (before?.score ?? 0) + place.score + 1000;
      found.set(number, { ...(before ?? place), score, words: [...(before?.words ?? []), ...place.words] });
    }
  }
  return found;
}

const inOrder = (documents) => documents.sort((one, other) => other.score - one.score || one.number - other.number);

/** The method whose id is what was typed comes before one whose name only begins so, however often that one says it. */
function askedFirst(hits, query) {
  const asked = joined(query);
  const isAsked = ({ id }) => joined(id) === asked;
  return [...hits.filter(isAsked), ...hits.filter((hit) => !isAsked(hit))];
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
