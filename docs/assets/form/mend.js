// A card that was mended: every line that did not change stays as it was written, with its remarks, so that a reviewer
// sees what changed and nothing else.

import { Document, isMap, isSeq, parseDocument } from "../packages/yaml.js";
import { isSame } from "./values.js";
import { AS_TYPED, textOf, writeYaml } from "./yaml.js";

/** `original` is {text, values} of the card as it was; it is written anew as a whole if its text has another form. */
export function writeMended(values, original) {
  const text = original.text.endsWith("\n") ? original.text : `${original.text}\n`;
  const { contents: card, errors } = parseDocument(text, AS_TYPED);
  if (errors.length || !isMap(card) || card.flow || !card.items.length) return writeYaml(values);
  const parts = partsOf(text, card);
  const body = Object.keys(values).length ? mendedBlock(text, card, values, original.values) : "";
  return text.slice(0, parts[0].start) + body + text.slice(parts.at(-1).end);
}

/** What our reader takes for no value at all (macros/validation/yaml_reader.py). */
const NOTHING = { tag: "tag:yaml.org,2002:null", default: true, test: /^(?:~|null)?$/u, resolve: () => null };

/**
 * A file of methods/ → the values of the card, as yaml_values in macros/model/shape.py has them, and what the file holds beside
 * it in this field: {field: value}, empty if it has no such field. Throws for a text that is no mapping.
 */
export function readCard(text, field) {
  const document = parseDocument(text, { ...AS_TYPED, customTags: [NOTHING] });
  if (document.errors.length || !isMap(document.contents)) throw document.errors[0] ?? new Error("a card is a mapping");
  const { [field]: beside, ...values } = document.toJS();
  return { values: trimmed(values), beside: beside === undefined ? {} : { [field]: beside } };
}

/** Space around a text does not count (str_strip_whitespace in macros/model/base.py). */
function trimmed(value) {
  if (value === null) return value;
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, trimmed(inner)]));
}

/** Where the last line of a value ends. */
function endOf(text, node) {
  const last = node?.items?.length && !node.flow ? node.items.at(-1) : null;
  if (last) return endOf(text, isMap(node) ? (last.value ?? last.key) : last);
  const [, end] = node.range;
  return text[end - 1] === "\n" ? end : text.indexOf("\n", end) + 1;
}

/** Each item of a block: where it starts and ends, and the remarks before it with its indentation. */
function partsOf(text, node) {
  const starts = node.items.map((item) => (isMap(node) ? item.key.range[0] : text.lastIndexOf("-", item.range[0] - 1)));
  const ends = node.items.map((item) => endOf(text, isMap(node) ? (item.value ?? item.key) : item));
  return node.items.map((item, at) => ({
    item,
    start: starts[at],
    end: ends[at],
    lead: at ? text.slice(ends[at - 1], starts[at]) : undefined,
  }));
}

const columnAt = (text, place) => place - text.lastIndexOf("\n", place - 1) - 1;

/** A map or list of which something changed, from its first item to the end of its last line. */
function mendedBlock(text, node, value, before) {
  const parts = partsOf(text, node);
  const column = columnAt(text, parts[0].start);
  const margin = " ".repeat(column);
  const written = isMap(node) ? mendedPairs : mendedItems;
  return written(text, parts, value, before, column)
    .map(({ body, part }, at) => {
      const lead = part?.lead ?? margin;
      return (at ? lead : lead.startsWith(margin) ? lead.slice(column) : lead.trimStart()) + body;
    })
    .join("");
}

function mendedPairs(text, parts, value, before, column) {
  return Object.entries(value).map(([name, inner]) => {
    const part = parts.find(({ item }) => item.key.value === name);
    if (!part) return { body: shifted(writeYaml({ [name]: inner }, column), column) };
    if (isSame(inner, before[name])) return { part, body: text.slice(part.start, part.end) };
    const { item } = part;
    if (isBlockLike(item.value, inner)) return { part, body: inBlock(text, part, item.value, inner, before[name]) };
    const document = new Document({}, AS_TYPED);
    document.contents.items = [item];
    item.key.commentBefore = item.key.spaceBefore = undefined; // they stand in the text before it
    item.value = mended(item.value, inner, before[name]);
    return { part, body: shifted(textOf(document, column), column) };
  });
}

function mendedItems(text, parts, value, before, column) {
  const places = placesOf(value, before);
  return value.map((inner, at) => {
    const part = parts[places[at]];
    if (!part) return { body: shifted(textOf(new Document([inner], AS_TYPED), column), column) };
    const old = before[places[at]];
    if (isSame(inner, old)) return { part, body: text.slice(part.start, part.end) };
    if (isBlockLike(part.item, inner)) return { part, body: inBlock(text, part, part.item, inner, old) };
    const document = new Document([], AS_TYPED);
    document.contents.items = [mended(part.item, inner, old)];
    return { part, body: shifted(textOf(document, column), column) };
  });
}

/** A block of which the inside can be mended, so that what is around it stays. */
function isBlockLike(node, value) {
  if (!node?.items?.length || node.flow || value === null || typeof value !== "object") return false;
  return isMap(node)
    ? !Array.isArray(value) && Object.keys(value).length > 0
    : Array.isArray(value) && value.length > 0;
}

const inBlock = (text, { start }, node, value, before) =>
  text.slice(start, partsOf(text, node)[0].start) + mendedBlock(text, node, value, before);

/** Lines after the first, as far to the right as the place where they come. */
const shifted = (text, column) => text.replace(/\n(?=[^\n])/gu, `\n${" ".repeat(column)}`);

/** Which item of before each of now is: the same one, the one with its id, or the one in its place. */
function placesOf(value, before) {
  const found = value.map((inner) => before.findIndex((other) => isSame(inner, other)));
  const isFree = (at) => at >= 0 && at in before && !found.includes(at);
  for (const choose of [(inner) => inner?.id && before.findIndex(({ id }) => id === inner.id), (_inner, at) => at])
    value.forEach((inner, at) => {
      const place = found[at] < 0 ? choose(inner, at) : -1;
      if (isFree(place)) found[at] = place;
    });
  return found;
}

// what stands on one line, or in braces over several

function mended(node, value, before) {
  if (isSame(value, before)) return node;
  const fresh = new Document(value, AS_TYPED).contents;
  if (isMap(node) && isMap(fresh)) return mendMap(node, fresh, value, before);
  if (isSeq(node) && isSeq(fresh)) return mendList(node, fresh, value, before);
  const { comment, commentBefore, spaceBefore } = node ?? {};
  return Object.assign(fresh, { comment, commentBefore, spaceBefore });
}

function mendMap(node, fresh, value, before) {
  node.items = fresh.items.map((pair) => {
    const name = pair.key.value;
    const old = node.items.find(({ key }) => key.value === name);
    if (old) old.value = mended(old.value, value[name], before[name]);
    return old ?? pair;
  });
  return node;
}

function mendList(node, fresh, value, before) {
  const items = node.items;
  node.items = placesOf(value, before).map((place, at) =>
    place in items ? mended(items[place], value[at], before[place]) : fresh.items[at],
  );
  return node;
}
