// Values → YAML, laid out as the cards in methods/. Text stays as it was typed: 1.10, no and 2019-05-14 are no numbers,
// truths or dates to our reader (macros/validation/yaml_reader.py), so they need no quotes.

import { Document, isCollection, isMap, isPair, isScalar, isSeq, visit } from "../packages/yaml.js";

const WIDTH = 120;
export const AS_TYPED = { schema: "failsafe", aliasDuplicateObjects: false };
const LAYOUT = { lineWidth: WIDTH, flowCollectionPadding: false, doubleQuotedAsJSON: true };
const OTHER_MEANING = /^(?:~|null|y|n|yes|no|on|off)$/i; // to other programs than ours
const OTHER_IN_LIST = /[:?]/u; // to readers of YAML 1.1, which ours is too
const LOST_IN_BLOCK = /^\s|\s$|\n[ \t]+\n/u; // space at an end, and lines of nothing else
const SPACE_AT_END = /^\s|\s$/u; // a no-break space too: without quotes it is no part of the text
const UNSEEN = /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu; // or the end of a line in YAML 1.1

/** A mapping as YAML, ending in a line feed; empty for an empty mapping. */
export const writeYaml = (values, column = 0) =>
  Object.keys(values).length ? textOf(new Document(values, AS_TYPED), column) : "";

/** A document as text; `column` is where it will stand, so that its lines end where others do. */
export function textOf(document, column = 0) {
  visit(document, { Scalar: layOutText(column), Collection: layOutCollection(column) });
  return document.toString({ ...LAYOUT, lineWidth: WIDTH - column }).replace(UNSEEN, escaped);
}

// What was read keeps the form that it had; what is new has no place in a file yet.
const isNew = ({ range }) => !range;

const BARE = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|-?[\d.,/%-]+|https?:\/\/\S+)$/u; // an id, a number, a date, an address

/** Behind these signs our reader sees a remark; behind a text without quotes it asks whether the # belongs to the text. */
const hidesRemark = ({ comment, value }) => Boolean(comment) && !BARE.test(value);

/** A text that cannot stand on one line is folded; one of several lines stands as it is. */
const layOutText = (column) => (key, node, path) => {
  if (typeof node.value !== "string" || !(isNew(node) || isUnseen(node.value))) return;
  const text = node.value.toWellFormed();
  const isLong = key !== "key" && column + columnOf(path) + text.length > WIDTH;
  node.value = text;
  if (needsQuotes(text, path) || hidesRemark(node)) node.type = "QUOTE_DOUBLE";
  else if (text.includes("\n") || isLong) node.type = blockOf(text);
};

function blockOf(text) {
  if (LOST_IN_BLOCK.test(text)) return "QUOTE_DOUBLE";
  return text.includes("\n") ? "BLOCK_LITERAL" : "BLOCK_FOLDED";
}

/** A record of texts, a list of words or a list of one such record stands on one line if it can. */
const layOutCollection = (column) => (_key, node, path) => {
  if (!isNew(node) || !path.some(isCollection)) return;
  const values = node.items.map((item) => (isPair(item) ? item.value : item));
  const isOneRecord = isSeq(node) && values.length === 1 && isMap(values[0]) && values[0].items.every(isTextPair);
  const isFlat = values.every(isScalar) || isOneRecord;
  if (isFlat && column + columnOf(path) + JSON.stringify(node).length <= WIDTH) node.flow = true;
};

const isTextPair = ({ value }) => isScalar(value);

/** Where a value begins, if it stands behind its key or its hyphen. */
function columnOf(path) {
  const depth = path.filter(isCollection).length - 1;
  const around = path.at(-1);
  return 2 * Math.max(depth, 0) + (isPair(around) ? around.key.value.length : 0) + 2;
}

function needsQuotes(text, path) {
  const isInLine = path.some((around) => around.flow);
  return (
    OTHER_MEANING.test(text) || SPACE_AT_END.test(text) || isUnseen(text) || (isInLine && OTHER_IN_LIST.test(text))
  );
}

const isUnseen = (text) => text.search(UNSEEN) >= 0;

const escaped = (sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`;
