/** A hit → the piece of text in which it was found, with the words marked. */

import { fold } from "../lib/text.js";
import { openIndex } from "./files.js";

const BEFORE = 8;
const AFTER = 16;

/** Fills in name, note and excerpt of a hit. */
export async function explain(hit) {
  if (hit.excerpt) return hit;
  const index = await openIndex();
  const { name, note, texts } = await index.texts(hit.id);
  const inField = texts.filter(([field]) => index.fields[field][0] === hit.field).map(([, text]) => text);
  const marked = inField.map((text) => marks(text, hit.words, index.ignored));
  const at = marked.findIndex((one) => one.ranges.length);
  hit.name = name;
  hit.note = note;
  hit.excerpt = inField.length ? cut(marked[Math.max(0, at)]) : [];
  return hit;
}

/** The words of a text with their places, and which of them were sought. */
function marks(text, sought, ignored) {
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    word: fold(found[0]).replace(/[^a-z0-9]/g, ""),
  }));
  const ranges = [];
  for (let at = 0; at < tokens.length; ) {
    const length = Math.max(0, ...sought.map((word) => run(tokens, at, word, ignored)));
    if (length) ranges.push([at, at + length]);
    at += length || 1;
  }
  return { text, tokens, ranges };
}

/** How many words from here make up a sought word: one, or more if the search writes them as one. */
function run(tokens, at, sought, ignored) {
  let rest = sought;
  for (let next = at; next < tokens.length; next++) {
    const { word } = tokens[next];
    if (word && rest.startsWith(word)) rest = rest.slice(word.length);
    else if (next === at || !ignored.has(word)) return 0;
    if (!rest) return next - at + 1;
  }
  return 0;
}

/** The part around the first mark, as pieces. */
function cut({ text, tokens, ranges }) {
  const middle = ranges.length ? ranges[0][0] : 0;
  const first = Math.max(0, middle - BEFORE);
  const last = Math.min(tokens.length, middle + AFTER);
  if (!tokens.length) return [{ text, marked: false }];
  const from = first === 0 ? 0 : tokens[first].from;
  const to = last === tokens.length ? text.length : tokens[last - 1].to;
  const pieces = [];
  let at = from;
  const push = (until, marked) => {
    if (until > at) pieces.push({ text: text.slice(at, until), marked });
    at = Math.max(at, until);
  };
  for (const [start, end] of ranges.filter(([start, end]) => start >= first && end <= last)) {
    push(tokens[start].from, false);
    push(tokens[end - 1].to, true);
  }
  push(to, false);
  if (from > 0) pieces.unshift({ text: "… ", marked: false });
  if (to < text.length) pieces.push({ text: " …", marked: false });
  return pieces;
}
