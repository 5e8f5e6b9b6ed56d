// An amount, a period, the age of a recognition or of a card in one line: the same words as on the page
// (macros/views/common/wording.py); a test holds the two equal. `book` has the terms and the limits.

import { age, date, euro } from "../lib/dutch.js";

const SMALL = [
  ...["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
];
const inWords = (count) => SMALL[count] ?? String(count);
const nameOf = ({ terms }, kind, id) => (id ? (terms[`vocabulary/${kind}`]?.[id]?.[0] ?? id) : "");

/** ongeveer € 2.000 per bezocht gezin */
export function costText(book, { amount, to, precision, per }) {
  const range = amount ? `${euro(amount)}${to ? ` tot ${euro(to)}` : ""}` : "";
  const each = per ? [per === "once" ? "" : "per", nameOf(book, "cost-unit", per)] : [];
  return [nameOf(book, "precision", precision), range, ...each].filter(Boolean).join(" ");
}

export const priceYear = ({ price_year: year }) => `prijsjaar ${year ?? "onbekend"}`;

/** 2019–2022, sinds 2012, tot en met 2020; with its remark in brackets. */
export function periodText({ from, to, note }) {
  const span = spanText(from, to);
  return span && note ? `${span} (${note})` : span || note || "";
}

export function spanText(from, to) {
  if (!from) return to ? `tot en met ${date(to)}` : "";
  if (!to) return `sinds ${date(from)}`;
  if (from === to) return date(from);
  return `${date(from)}${from.includes("-") || to.includes("-") ? " tot en met " : "–"}${date(to)}`;
}

/** 0 tot 18 jaar, vanaf 16 weken zwangerschap, alle leeftijden; with whose, the basis and the condition. */
export function agesText(book, { from, to, all_ages: all, whose, basis, condition }) {
  const bounds = all === "true" ? "alle leeftijden" : boundsText(from, to);
  const about = whose && whose !== "child" ? `${nameOf(book, "person", whose)}: ${bounds}` : bounds;
  return [about, nameOf(book, "age-basis", basis), condition].filter(Boolean).join(", ");
}

function boundsText(from, to) {
  const years = /^\d+ ?y?$/u;
  if (from && to) return `${years.test(from) && years.test(to) ? parseInt(from, 10) : age(from)} tot ${age(to)}`;
  if (from) return `vanaf ${age(from)}`;
  return to ? `tot ${age(to)}` : "";
}

/** 14 september 2017, negen jaar geleden en dus ouder dan vijf jaar */
export function recognitionAge({ limits }, written, today = new Date()) {
  if (!written) return "datum onbekend";
  const years = Math.floor(monthsSince(written, today) / 12);
  const old = years >= limits.recognitionYears ? ` en dus ouder dan ${inWords(limits.recognitionYears)} jaar` : "";
  return `${date(written)}${years ? `, ${inWords(years)} jaar geleden` : ""}${old}`;
}

export const isStale = ({ limits }, reviewed, today = new Date()) =>
  monthsSince(reviewed, today) >= limits.reviewMonths;

/** Whole months since the last day of a date, which may be a month or a year. */
function monthsSince(written, today) {
  const [year, month = 12, day] = written.split("-").map(Number);
  const last = day ?? new Date(Date.UTC(year, month, 0)).getUTCDate();
  const months = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month;
  return Math.max(0, months - (today.getDate() < last ? 1 : 0)) || 0;
}
