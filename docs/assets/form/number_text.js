// A result as the page writes it: its number with the remark that belongs to it (macros/views/evidence/number_text.py); a
// test holds the two equal. What is not filled in yet is a question mark.

import { euro, number } from "../lib/dutch.js";
import { capital } from "../lib/text.js";
import { counted, manyOf, nameOf, shown } from "./wording.js";

/** {headline, remark} of a result of a kind; both empty for a kind that is not chosen yet. */
export function numberText(book, kind, result) {
  const [headline = "", remark = ""] = TEXTS[kind]?.(book, result) ?? [];
  return { headline: headline.trim(), remark };
}

const TEXTS = {
  "[proportion]": (book, result) => [
    `${shown(result.count)} van ${shown(result.of)} ${manyOf(book, "unit", result.unit)}`,
    share(book, Number(result.count), Number(result.of)),
  ],
  "[percentage]": (book, result) => {
    const about = before(book, result);
    const printed = `${about}${shown(result.percent)}%`;
    if (result.of)
      return [`${printed} van ${counted(book, { count: result.of, unit: result.unit })}`, book.page.noCount];
    return result.unit === "unknown"
      ? [printed, "de bron zegt niet van hoeveel en waarvan"]
      : [`${printed} van de ${manyOf(book, "unit", result.unit)}`, "de bron zegt niet van hoeveel"];
  },
  "[tally]": (book, result) => [counted(book, result), "geen totaal gegeven"],
  "[change]": (book, result) => {
    const size = result.by_percent ? `${shown(result.by_percent)}%` : shown(result.by_count);
    const word = book.labels[result.change] ?? "";
    const text = `${before(book, result)}${size} ${word} ${manyOf(book, "unit", result.unit)}`;
    return [text, "de bron noemt geen aantallen"];
  },
  "[amount]": (book, result) => {
    const text = `${before(book, result)}${result.amount ? euro(result.amount) : "?"}`;
    return result.over ? [`${text} over ${counted(book, result.over)}`] : [text, "over hoeveel is niet gegeven"];
  },
  "[score]": (_book, { score, before: first, lowest, highest }) => {
    const scale = `op een schaal van ${shown(lowest)} tot ${shown(highest)}`;
    return first
      ? [`van ${shown(first)} naar ${shown(score)}`, `gemiddelde ervoor en erna ${scale}`]
      : [shown(score), `gemiddelde ${scale}`];
  },
  "[effect]": (book, result) => [
    `${capital(nameOf(book, "effect-metric", result.effect))} ${signed(result.value)}`,
    effectRemarks(book, result).join("; "),
  ],
  "[words]": (_book, { words }) => [words],
  "[none-yet]": (_book, { none_yet: why }) => ["nog niet bekend", why],
};

const before = (book, { precision }) => (precision ? `${nameOf(book, "precision", precision)} ` : "");
const signed = (text) => shown(text).replace("-", "−");
const whole = (part) => Math.round(part * 100);

/** 92%, 95%-interval 65–99%; klein aantal. Nothing where there is no proportion. */
function share({ limits }, count, of) {
  if (!(of >= 1 && count >= 0 && count <= of)) return "";
  const [low, high] = wilson(count, of, limits.z);
  const small = high - low > limits.wideInterval ? "; klein aantal" : "";
  return `${whole(count / of)}%, 95%-interval ${whole(low)}–${whole(high)}%${small}`;
}

/** The interval of macros/views/common/intervals.py. */
function wilson(count, of, z) {
  const [part, spread] = [count / of, (z * z) / of];
  const middle = (part + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((part * (1 - part)) / of + spread / (4 * of))) / (1 + spread);
  return [count ? Math.max(0, middle - half) : 0, count < of ? Math.min(1, middle + half) : 1];
}

/** What weighs an effect: its interval, its p, whom it favours, and on how much it rests. */
function effectRemarks(book, { interval, p, p_below: isBelow, favours, studies, participants }) {
  const sizes = [
    studies && `${Number(studies)} ${studies === "1" ? "onderzoek" : "onderzoeken"}`,
    participants && `${shown(participants)} ${participants === "1" ? "deelnemer" : "deelnemers"}`,
  ];
  return [
    interval
      ? `${shown(interval.percent)}%-interval in de bron ${signed(interval.low)} tot ${signed(interval.high)}`
      : "de bron geeft geen interval",
    p && `p ${isBelow === "true" ? "<" : "="} ${number(p)}`,
    nameOf(book, "favoured", favours),
    sizes.filter(Boolean).join(", ") || "aantal deelnemers niet gegeven",
  ].filter(Boolean);
}
