// What is wrong and what to do about it, in the words of the checker (macros/validation/messages.py).

import { age, date, number } from "../lib/dutch.js";
import { closest } from "./likeness.js";

/** {message, remedy} of a fault. Throws on a code without a sentence, so that none can be forgotten. */
export function say(book, code, details) {
  const found = book.sentences[code];
  if (!found) throw new Error(`no sentence for ${code}`);
  const filled = fill(book, details);
  return { message: format(found[0], filled), remedy: remedy(book, code, found[1], details, filled) };
}

/** The same as the form says it: in its own words where it has them, with values as people read them. */
export function speak(book, { code, details }) {
  const own = Object.hasOwn(book.spoken, code) ? book.spoken : book.sentences;
  const told = SPELLED.has(code)
    ? details
    : Object.fromEntries(Object.entries(details).map(([name, value]) => [name, readable(value)]));
  return say({ ...book, sentences: own }, code, told);
}

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

const DUTCH_DATE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u;
const DUTCH_NUMBER = /^(?:€ ?)?(-?\d{1,3}(?:[. ]\d{3})+|-?\d+)(?:,(\d+|-))?(?: ?%)?$/u;

/** A date or a number as Dutch people type it, in the form of the file; empty where it can mean more. */
function asTheFileHasIt(code, typed) {
  if (code === "bad_date") {
    const [, day, month, year] = DUTCH_DATE.exec(typed) ?? [];
    return day && Number(day) <= 31 && Number(month) <= 12
      ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
      : "";
  }
  if (!["int_parsing", "decimal_parsing"].includes(code)) return "";
  const [, whole = "", rest = ""] = DUTCH_NUMBER.exec(typed) ?? [];
  const part = rest.replace("-", "");
  if (code === "int_parsing" && part) return "";
  return whole.replace(/[. ]/g, "") + (part && `.${part}`);
}

function remedy(book, code, text, details, filled) {
  const given = details.value ?? details.input;
  const right = typeof given === "string" ? asTheFileHasIt(code, given.trim()) : "";
  if (right && right !== given.trim()) return `schrijf ${right}`;
  if (!text.startsWith(SUGGESTED)) return format(text, filled);
  if (details.meant) return format(book.words.suggestion, { found: details.meant });
  const typed = details.value ?? details.input;
  const meant = typeof typed === "string" && closest(typed, details.choices, book.words.likeness);
  return meant ? format(book.words.suggestion, { found: meant }) : format(text.slice(SUGGESTED.length, -1), filled);
}

const format = (text, filled) =>
  text.replace(/\{\{|\}\}|\{(\w+)\}/gu, (piece, name) => (name ? String(filled[name]) : piece[0]));

function fill(book, details) {
  const filled = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, shown(value, book.words.quote)]),
  );
  if (details.kind) filled.file = book.files[details.kind];
  if (details.choices) {
    const names = details.choices.join(", ");
    filled.choices = details.choices.length <= book.words.choices ? names : book.words.many;
    filled.fields = details.choices.length ? format(book.words.fields, { fields: names }) : "";
  }
  return filled;
}

/** What was typed, fit for one line. */
function shown(value, most) {
  if (Array.isArray(value)) return "[…]";
  if (value !== null && typeof value === "object") return "{…}";
  if (typeof value !== "string") return value;
  const line = [
    ...value
      .replace(/[\p{C}\p{Z}]/gu, " ")
      .replace(/ +/g, " ")
      .trim(),
  ];
  return line.length <= most ? line.join("") : `${line.slice(0, most).join("")}…`;
}
