// What is wrong and what to do about it, in the words of the checker (macros/validation/messages.py).

import { age, date, number } from "../lib/dutch.js";
import { closest } from "./likeness.js";
import { stripLikePython } from "./patterns.js";
import { asTheFileHasIt } from "./typed_values.js";

/** {message, remedy} of a fault. Throws on a code without a sentence, so that none can be forgotten. */
export function say(book, code, details) {
  return inWords(book, book.sentences[code], code, details, (right) => right);
}

/** The same as the form says it: in its own words where it has them, with values as people read and type them. */
export function speak(book, { code, details: { example, ...details } }) {
  const own = Object.hasOwn(book.spoken, code) ? book.spoken : book.sentences;
  const told = SPELLED.has(code)
    ? details
    : Object.fromEntries(Object.entries(details).map(([name, value]) => [name, readable(value)]));
  return inWords(book, own[code], code, told, (right) => TYPED[code](right));
}

function inWords(book, found, code, details, tell) {
  if (!found) throw new Error(`no sentence for ${code}`);
  const filled = fill(book, details);
  return { message: format(found[0], filled), remedy: remedy(book, code, found[1], details, filled, tell) };
}

/** Code → a right value of the file as people type it in the form; empty where they do not type it there. */
const TYPED = {
  bad_date: date,
  int_parsing: (right) => right,
  decimal_parsing: number,
  bad_amount: number,
  bad_age: (right) => right.replace(/^(\d+)(mo|wk)?$/u, (_whole, count, unit) => `${count} ${UNITS[unit] ?? "jaar"}`),
  bad_flag: () => "",
};
const UNITS = { mo: "maanden", wk: "weken zwangerschap" };

const SPELLED = new Set([
  "bad_date",
  "bad_age",
  "bad_amount",
  "no_such_day",
  "int_parsing",
  "decimal_parsing",
  "bad_id",
]);

/** A value of the file as people read it; what is about its spelling is quoted as it was typed. */
function readable(value) {
  if (typeof value !== "string") return value;
  if (/^-?\d{1,3}(?:mo|wk)$/u.test(value)) return age(value);
  if (/^\d{4}-\d{2}(?:-\d{2})?$/u.test(value)) return date(value);
  return /^-?\d+\.\d+$/u.test(value) ? number(value) : value;
}

const SUGGESTED = "{suggestion|";

function remedy(book, code, text, details, filled, tell) {
  const { words } = book;
  const typed = details.value ?? details.input;
  const right = asTheFileHasIt(book, code, typed);
  const toWrite = right && right !== stripLikePython(typed) ? tell(right) : "";
  if (toWrite) return format(words.write, { right: toWrite });
  if (details.example) return format(words.example, { remedy: text, example: details.example });
  if (!text.startsWith(SUGGESTED)) return format(text, filled);
  const meant = details.meant ?? (typeof typed === "string" && closest(typed, details.choices, words.likeness));
  return meant ? format(words.suggestion, { found: meant }) : format(text.slice(SUGGESTED.length, -1), filled);
}

const format = (text, filled) =>
  text.replace(/\{\{|\}\}|\{(\w+)\}/gu, (piece, name) => (name ? String(filled[name]) : piece[0]));

function fill(book, details) {
  const filled = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, shown(value, book.words.quote)]),
  );
  if (details.kind) filled.file = book.files[details.kind];
  if (details.choices) {
    const { choices, labels = {} } = details;
    const isNamed = (word) => Object.hasOwn(labels, word) && labels[word] !== word;
    const named = choices.map((word) => (isNamed(word) ? `${word} (${labels[word]})` : word));
    filled.choices = choices.length <= book.words.choices ? named.join(", ") : book.words.many;
    filled.fields = choices.length ? format(book.words.fields, { fields: choices.join(", ") }) : "";
  }
  return filled;
}

/** What was typed, fit for one line. */
function shown(value, most) {
  if (Array.isArray(value)) return "[…]";
  if (value !== null && typeof value === "object") return "{…}";
  if (typeof value !== "string") return value;
  const line = [...onOneLine(value)];
  return line.length <= most ? line.join("") : `${line.slice(0, most).join("")}…`;
}

/** A text with a space for what is no sign to be seen. */
export const onOneLine = (text) =>
  text
    .replace(/[\p{C}\p{Z}]/gu, " ")
    .replace(/ +/g, " ")
    .trim();
