// Values → YAML, in the style of methods/: text as it was typed, whatever it is. Only the reader (macros/validation/yaml_reader.py)
// reads YAML; a browser writes it and never needs to.

const WIDTH = 110;
const PRINTABLE = /^[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const BEGINS_PLAIN = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`=.]|-[0-9]|\.[^.])/u;
const ENDS_TEXT = /: | #|:$|\s$|\t/u;
const ENDS_IN_LIST = /[,[\]{}:?]/u;
const OTHER_MEANING = /^(?:~|null|y|n|yes|no|on|off)$/i; // to other programs than ours

/** A mapping as YAML, ending in a line feed; empty for an empty mapping. */
export const writeYaml = (values) =>
  Object.entries(values)
    .map(([key, value]) => entry(key, value, ""))
    .join("");

/**
 * A card that was mended: what did not change stays as it was written, with its remarks.
 * `original` is {text, values} of the card as it was; the whole card is written anew if its text has another form.
 */
export function writeMended(values, original) {
  const parts = partsOf(original.text);
  const known = Object.keys(original.values);
  const isAsExpected =
    parts && parts.list.length === known.length && parts.list.every(({ key }, at) => key === known[at]);
  if (!isAsExpected) return writeYaml(values);
  const byKey = new Map(parts.list.map((part) => [part.key, part]));
  const written = Object.entries(values).map(([key, value]) => {
    const part = byKey.get(key);
    const body = part && isSame(value, original.values[key]) ? part.body : entry(key, value, "");
    return `${part?.lead ?? ""}${body}`;
  });
  return `${parts.head}${written.join("")}${parts.tail}`;
}

/** Text of a card, cut before every field at the margin; null where the margin holds something else. */
function partsOf(text) {
  const lines = text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  const parts = { head: "", list: [], tail: "" };
  let loose = "";
  for (const line of lines) {
    const key = /^([A-Za-z_]+):(?:\s|$)/u.exec(line)?.[1];
    if (key) parts.list.push({ key, lead: loose, body: line });
    else if (/^(?:#.*)?\s*$/u.test(line)) {
      loose += line;
      continue;
    } else if (/^[ \t]/u.test(line) && parts.list.length) parts.list.at(-1).body += `${loose}${line}`;
    else return null;
    loose = "";
  }
  parts.tail = loose;
  const last = parts.list.at(-1);
  if (last && !last.body.endsWith("\n")) last.body += "\n";
  return parts;
}

export function isSame(a, b) {
  if (a === b) return true;
  if (
    a === null ||
    b === null ||
    typeof a !== "object" ||
    typeof b !== "object" ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

/** One field with all that is in it. */
function entry(key, value, pad) {
  const head = `${pad}${scalar(key)}:`;
  if (typeof value === "string") return textEntry(head, value, pad);
  const short = inOneLine(value);
  if (short !== null && head.length + short.length < WIDTH) return `${head} ${short}\n`;
  if (Array.isArray(value)) return `${head}\n${value.map((inner) => listed(inner, `${pad}  `)).join("")}`;
  return `${head}\n${Object.entries(value)
    .map(([name, inner]) => entry(name, inner, `${pad}  `))
    .join("")}`;
}

function listed(value, pad) {
  if (typeof value === "string") return textEntry(`${pad}-`, value, pad);
  const short = inOneLine(value);
  if (short !== null && pad.length + short.length < WIDTH) return `${pad}- ${short}\n`;
  const block = Object.entries(value)
    .map(([name, inner]) => entry(name, inner, `${pad}  `))
    .join("");
  return `${pad}- ${block.slice(pad.length + 2)}`;
}

/** A list or a mapping of short texts on one line, or null. */
function inOneLine(value) {
  if (value === null) return "null";
  const inner = Object.values(value);
  const canStand = Array.isArray(value)
    ? inner.every(
        (one) =>
          (typeof one === "string" ? one.length < WIDTH : one && !Array.isArray(one) && isShort(one)) &&
          value.length < 2,
      ) || inner.every(isWord)
    : isShort(value);
  if (!canStand) return null;
  const pieces = Array.isArray(value)
    ? inner.map((one) => (typeof one === "string" ? scalar(one, true) : inOneLine(one)))
    : Object.entries(value).map(([name, one]) => `${scalar(name, true)}: ${scalar(one, true)}`);
  const text = pieces.join(", ");
  return Array.isArray(value) ? `[${text}]` : `{${text}}`;
}

const isShort = (mapping) => Object.values(mapping).every((one) => typeof one === "string" && one.length < WIDTH);
const isWord = (value) => typeof value === "string" && value.length < 40;

function textEntry(head, value, pad) {
  const short = scalar(value);
  if (head.length + 1 + short.length <= WIDTH && !value.includes("\n")) return `${head} ${short}\n`;
  const block = folded(value, `${pad}  `) ?? literal(value, `${pad}  `);
  return block ? `${head} ${block}` : `${head} ${short}\n`;
}

/** One paragraph over several lines; null where a line could not be put together again. */
function folded(text, pad) {
  if (!PRINTABLE.test(text) || /^\s|\s$/u.test(text)) return null;
  const lines = [""];
  for (const word of text.split(/(?<!\s) (?!\s)/u)) {
    const last = lines.at(-1);
    if (!last) lines[lines.length - 1] = word;
    else if (pad.length + last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return `>-\n${lines.map((line) => `${pad}${line}\n`).join("")}`;
}

/** Several paragraphs or a list, line by line. */
function literal(text, pad) {
  const lines = text.split("\n");
  const canStand =
    lines.every((line) => PRINTABLE.test(line) && !/^\s+$/u.test(line)) && /^\S/u.test(text) && !text.endsWith("\n");
  return canStand ? `|-\n${lines.map((line) => (line ? `${pad}${line}\n` : "\n")).join("")}` : null;
}

function scalar(text, isInLine = false) {
  const isPlain =
    PRINTABLE.test(text) &&
    BEGINS_PLAIN.test(text) &&
    !ENDS_TEXT.test(text) &&
    !OTHER_MEANING.test(text) &&
    !(isInLine && ENDS_IN_LIST.test(text));
  return isPlain ? text : `"${[...text.toWellFormed()].map(escaped).join("")}"`;
}

const SHORT = { "\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

function escaped(sign) {
  if (SHORT[sign]) return SHORT[sign];
  if (PRINTABLE.test(sign) && !/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u.test(sign)) return sign;
  const number = sign.codePointAt(0).toString(16);
  if (number.length <= 2) return `\\x${number.padStart(2, "0")}`;
  return number.length <= 4 ? `\\u${number.padStart(4, "0")}` : `\\U${number.padStart(8, "0")}`;
}
