// What is wrong and what to do about it, in the words of the checker (macros/validation/messages.py).

import { closest } from "./likeness.js";

/** {message, remedy} of a fault. Throws on a code without a sentence, so that none can be forgotten. */
export function say(book, code, details) {
  const found = book.sentences[code];
  if (!found) throw new Error(`no sentence for ${code}`);
  const filled = fill(book, details);
  return { message: format(found[0], filled), remedy: remedy(book, found[1], details, filled) };
}

const SUGGESTED = "{suggestion|";

function remedy(book, text, details, filled) {
  if (!text.startsWith(SUGGESTED)) return format(text, filled);
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
