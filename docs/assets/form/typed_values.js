// Numbers, amounts, dates and ages as Dutch people type them → how the file wants them: the same as
// macros/validation/dutch_values.py, with its patterns and words.

import { fits, pattern } from "./patterns.js";

/** What was typed, in the form of the file; empty where it can mean more, or cannot be understood. */
export function asTheFileHasIt({ typed: words, signs }, code, typed) {
  const read = READERS[code];
  if (!read || typeof typed !== "string") return "";
  const bare = typed.replace(pattern(words.patterns.around, "gu"), "").replace(pattern(signs.odd, "gu"), " ");
  return read(bare.toLowerCase(), words);
}

const READERS = {
  bad_date: readDate,
  int_parsing: (text, { patterns }) => {
    const [found, whole, part = ""] = fits(patterns.number, text) ?? [];
    return found && !withoutSigns(part, "-0") ? figures(whole) : "";
  },
  decimal_parsing: (text, { patterns }) => withDecimals(fits(patterns.number, text), 1),
  bad_amount: (text, { patterns }) => withDecimals(fits(patterns.money, text), 2),
  bad_age: (text, { patterns, units }) => {
    const [found, number, unit] = fits(patterns.age, text) ?? [];
    return found ? `${number}${units[unit]}` : "";
  },
  bad_flag: (text, { flags }) => (Object.hasOwn(flags, text) ? flags[text] : ""),
};

function readDate(text, { patterns, months }) {
  const [asFigures, day, sign, month, year] = fits(patterns.day, text) ?? [];
  if (asFigures) {
    // 4/8 is in August here, in April elsewhere
    const isClear = sign !== "/" || Number(day) === Number(month) || Number(day) > 12;
    return isClear ? ofParts(year, month, day) : "";
  }
  const backwards = fits(patterns.dayBackwards, text);
  if (backwards) return ofParts(...backwards.slice(1));
  const [inWords, named, word, its] = fits(patterns.dayInWords, text) ?? [];
  const found = inWords ? monthOf(months, word) : 0;
  return found ? ofParts(its, String(found), named) : "";
}

/** The number of a month by its name or the first letters of it; 0 for another word. */
const monthOf = (months, word) =>
  word.length > 2 ? months.findIndex((name) => name.startsWith(word === "mrt" ? "maart" : word)) + 1 : 0;

const two = (figure) => figure.padStart(2, "0");
const isAmong = (figure, most) => Number(figure) >= 1 && Number(figure) <= most;

function ofParts(year, month, day) {
  if (!isAmong(month, 12) || (day && !isAmong(day, 31))) return "";
  return [year, two(month), day && two(day)].filter(Boolean).join("-");
}

function withDecimals(found, fewest) {
  if (!found) return "";
  const [whole, part] = [figures(found[1]), withoutSigns(found[2] ?? "", "-")];
  return part ? `${whole}.${part.padEnd(fewest, "0")}` : whole;
}

const figures = (grouped) => grouped.replace(/[. ]/gu, "");
const withoutSigns = (text, signs) => text.replace(pattern(`^[${signs}]+|[${signs}]+$`, "gu"), "");
