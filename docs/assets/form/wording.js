// An amount, a period, a status, the age of a recognition or of a card in one line: the same words as on the page
// (macros/views/common/wording.py); a test holds the two equal. `book` has the terms and the limits.

import { date, euro, number } from "../lib/dutch.js";

const SMALL = [
  ...["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
];
const inWords = (count) => SMALL[count] ?? String(count);

/** The word for a term of a list; its id where nobody knows it. */
export const nameOf = ({ terms }, kind, id) => (id ? (terms[`vocabulary/${kind}`]?.[id]?.[0] ?? id) : "");
export const manyOf = (book, kind, id) => (id && book.terms[`vocabulary/${kind}`]?.[id]?.[2]) || nameOf(book, kind, id);

/** meer dan 70 gezinnen */
export const counted = (book, { count, unit, precision }, kind = "unit") =>
  [nameOf(book, "precision", precision), shown(count), (Number(count) === 1 ? nameOf : manyOf)(book, kind, unit)]
    .filter(Boolean)
    .join(" ");

/** A number, or a sign that it is not there yet. */
export const shown = (text) => (text ? number(text) : "?");

/** ongeveer € 2.000 per bezocht gezin, € 56.500 per locatie per jaar */
export function costText(book, { amount, to, precision, per, period }) {
  const range = amount ? `${euro(amount)}${to ? ` tot ${euro(to)}` : ""}` : "";
  const each = per ? [per === "once" ? "" : "per", nameOf(book, "cost-unit", per)] : [];
  return [nameOf(book, "precision", precision), range, ...each, costPeriod(book, period)].filter(Boolean).join(" ");
}

/** per jaar, over 2 jaar; empty if the card does not say it */
function costPeriod(book, period) {
  if (!period?.unit) return "";
  const isOne = Number(period.count) === 1;
  return isOne ? `per ${nameOf(book, "time-unit", period.unit)}` : `over ${counted(book, period, "time-unit")}`;
}

/** What an amount depends on, at either end of a range: a list, empty if the card names nothing. */
export const costConditions = (book, { condition, to, to_condition: end, grows_with: unit }) =>
  [
    condition,
    to && end && `${euro(to)} geldt ${end}`,
    unit && `loopt op met het aantal ${manyOf(book, "unit", unit)}`,
  ].filter(Boolean);

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

/** afgerond, 2019–2022; loopt, sinds 2019 (stand van januari 2020) */
export function statusText(book, { phase, from, to, as_of: day }) {
  const begun = phase === "unknown" && from && !to;
  const span = begun ? `begonnen ${from.length > MONTH ? "op" : "in"} ${date(from)}` : spanText(from, to);
  const said = asOf(day, book.page.goingOn.includes(phase));
  return [nameOf(book, "phase", phase), span].filter(Boolean).join(", ") + (said ? ` (${said})` : "");
}

const MONTH = "2019-05".length;

/** er kunnen geen nieuwe gezinnen bij (stand van maart 2024) */
export function intakeText(book, { open, as_of: day }) {
  const said = asOf(day, open !== "unknown");
  return (book.page.intake[open] ?? "") + (said ? ` (${said})` : "");
}

const asOf = (day, isAsked) => (day ? `stand van ${date(day)}` : isAsked ? "peildatum onbekend" : "");

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
