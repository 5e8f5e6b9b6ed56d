// An age as the page writes it (ages in macros/views/common/dutch.py); a test holds the two equal.

import { age } from "../lib/dutch.js";
import { schoolYear } from "./rules.js";
import { nameOf } from "./wording.js";

/** 0 tot 18 jaar, 2 tot en met 6 jaar, groep 3 en 4, alle leeftijden; with whose, the basis and the condition. */
export function agesText(book, value) {
  const { all_ages: all, words, school, whose, basis, condition } = value;
  const text = all === "true" ? "alle leeftijden" : words || (school ? schoolText(book, school) : limits(value));
  const about = whose && whose !== "child" ? `${nameOf(book, "person", whose)}: ${text}` : text;
  return [about, nameOf(book, "age-basis", basis), condition].filter(Boolean).join(", ");
}

function limits({ from, to, through }) {
  const last = through || to;
  const until = last ? `tot ${through ? "en met " : ""}${age(last)}` : "";
  if (!from) return until;
  if (!last) return `vanaf ${age(from)}`;
  return `${YEARS.test(from) && YEARS.test(last) ? Number.parseInt(from, 10) : age(from)} ${until}`;
}

const YEARS = /^\d+ ?y?$/u;

/** groep 3, groep 3 en 4, groep 3 tot en met 6, groep 8 en klas 1 */
function schoolText(book, { from, to }) {
  const [first, last] = [nameOf(book, "school-year", from), nameOf(book, "school-year", to)];
  if (!from || !to || from === to) return first || last;
  const kind = `${first.slice(0, Math.max(0, first.lastIndexOf(" ")))} `;
  const between = schoolYear(to) === schoolYear(from) + 1 ? "en" : "tot en met";
  return `${first} ${between} ${last.startsWith(kind) ? last.slice(kind.length) : last}`;
}
