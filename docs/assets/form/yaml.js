// Values → YAML, laid out as the cards in methods/. Text stays as it was typed: 1.10, no and 2019-05-14 are no numbers,
// truths or dates to our reader (macros/validation/yaml_reader.py), so they need no quotes.

import { Document, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, visit } from "../packages/yaml.js";
import { isSame } from "./values.js";

const WIDTH = 120;
const AS_TYPED = { schema: "failsafe", aliasDuplicateObjects: false };
const LAYOUT = { lineWidth: WIDTH, flowCollectionPadding: false, doubleQuotedAsJSON: true };
const OTHER_MEANING = /^(?:~|null|y|n|yes|no|on|off)$/i; // to other programs than ours
const OTHER_IN_LIST = /[:?]/u; // to readers of YAML 1.1, which ours is too
const LOST_IN_BLOCK = /^\s|\s$|\n[ \t]+\n/u; // space at an end, and lines of nothing else
const UNSEEN = /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu; // or the end of a line in YAML 1.1

/** A mapping as YAML, ending in a line feed; empty for an empty mapping. */
export const writeYaml = (values) => (Object.keys(values).length ? textOf(new Document(values, AS_TYPED)) : "");

/**
 * A card that was mended: what did not change stays as it was written, and every remark stays with its value.
 * `original` is {text, values} of the card as it was; the whole card is written anew if its text has another form.
 */
export function writeMended(values, original) {
  const before = original.values;
  const text = original.text.endsWith("\n") ? original.text : `${original.text}\n`;
  const { contents: card, errors } = parseDocument(text, AS_TYPED);
  if (errors.length || !isMap(card) || card.flow) return writeYaml(values);
  const starts = [...card.items.map(({ key }) => key.range[0]), text.length];
  const written = card.items.map((pair, at) => ({ pair, ...partsOf(text.slice(starts[at], starts[at + 1])) }));
  const leads = [text.slice(0, starts[0]), ...written.map(({ after }) => after)];
  const tail = leads.pop();
  const pieces = Object.entries(values).map(([key, value]) => {
    const at = written.findIndex(({ pair }) => pair.key.value === key);
    if (at < 0) return writeYaml({ [key]: value });
    const isMended = !isSame(value, before[key]);
    return leads[at] + (isMended ? pairText(written[at].pair, value, before[key]) : written[at].body);
  });
  return pieces.join("") + tail;
}

/** A field and what stands below it at the margin: blank lines and remarks, which belong to the next. */
function partsOf(text) {
  const [, body, after] = /^(.*?\n)((?:(?:#[^\n]*)?\n)*)$/su.exec(text);
  return { body, after };
}

/** One field that was mended: what can be kept of it is kept, with its remarks. */
function pairText(pair, value, before) {
  const document = new Document({}, AS_TYPED);
  document.contents.items = [pair];
  pair.key.commentBefore = pair.key.spaceBefore = undefined; // they stand in the text before it
  pair.value = mended(pair.value, value, before);
  return textOf(document);
}

function mended(node, value, before) {
  if (isSame(value, before)) return node;
  const fresh = new Document(value, AS_TYPED).contents;
  if (isMap(node) && isMap(fresh)) return mendMap(node, fresh, value, before);
  if (isSeq(node) && isSeq(fresh)) return mendList(node, fresh, value, before);
  const { comment, commentBefore, spaceBefore } = node;
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

/** What is the same as before is kept wherever it stands now; the rest takes the place of what stood there. */
function mendList(node, fresh, value, before) {
  const kept = value.map((inner) => before.findIndex((other) => isSame(inner, other)));
  node.items = fresh.items.map((item, at) => {
    if (kept[at] >= 0) return node.items[kept[at]];
    return at in before && !kept.includes(at) ? mended(node.items[at], value[at], before[at]) : item;
  });
  return node;
}

function textOf(document) {
  visit(document, { Scalar: layOutText, Collection: layOutCollection });
  return document.toString(LAYOUT).replace(UNSEEN, escaped);
}

// What was read keeps the form that it had; what is new has no place in a file yet.
const isNew = ({ range }) => !range;

/** A text that cannot stand on one line is folded; one of several lines stands as it is. */
function layOutText(key, node, path) {
  if (typeof node.value !== "string" || !(isNew(node) || isUnseen(node.value))) return;
  const text = node.value.toWellFormed();
  const isLong = key !== "key" && columnOf(path) + text.length > WIDTH;
  node.value = text;
  if (needsQuotes(text, path)) node.type = "QUOTE_DOUBLE";
  else if (text.includes("\n") || isLong) node.type = blockOf(text);
}

function blockOf(text) {
  if (LOST_IN_BLOCK.test(text)) return "QUOTE_DOUBLE";
  return text.includes("\n") ? "BLOCK_LITERAL" : "BLOCK_FOLDED";
}

/** A record of texts, a list of words or a list of one such record stands on one line if it can. */
function layOutCollection(_key, node, path) {
  if (!isNew(node) || !path.some(isCollection)) return;
  const values = node.items.map((item) => (isPair(item) ? item.value : item));
  const isOneRecord = isSeq(node) && values.length === 1 && isMap(values[0]) && values[0].items.every(isTextPair);
  const isFlat = values.every(isScalar) || isOneRecord;
  if (isFlat && columnOf(path) + JSON.stringify(node).length <= WIDTH) node.flow = true;
}

const isTextPair = ({ value }) => isScalar(value);

/** Where a value begins, if it stands behind its key or its hyphen. */
function columnOf(path) {
  const depth = path.filter(isCollection).length - 1;
  const around = path.at(-1);
  return 2 * Math.max(depth, 0) + (isPair(around) ? around.key.value.length : 0) + 2;
}

function needsQuotes(text, path) {
  const isInLine = path.some((around) => around.flow);
  return OTHER_MEANING.test(text) || isUnseen(text) || (isInLine && OTHER_IN_LIST.test(text));
}

const isUnseen = (text) => text.search(UNSEEN) >= 0;

const escaped = (sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`;
