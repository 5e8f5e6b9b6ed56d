// Numbers, amounts, dates and ages as Dutch readers expect them: the same as macros/views/common/dutch.py, for the text
// of a card. A test holds the two equal.

const MONTHS = [
  ...["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"],
  ...["november", "december"],
];

/** 1234.5 → 1.234,5; keeps the number of decimals. What is no number stays as it is. */
export function number(text) {
  const found = /^(-?)0*(\d+)(?:\.(\d+))?$/u.exec(text);
  if (!found) return text;
  const [, sign, whole, part] = found;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/gu, ".")}${part ? `,${part}` : ""}`;
}

/** 2000 → € 2.000 and 12.50 → € 12,50 */
export function euro(text) {
  const found = /^(-?\d+)(?:\.(\d{2}))?$/u.exec(text);
  if (!found) return `€ ${text}`;
  const [, whole, cents] = found;
  return `€ ${number(cents && cents !== "00" ? `${whole}.${cents}` : whole)}`;
}

/** 2017-09-14 → 14 september 2017, as exact as it was written. */
export function date(text) {
  const [year, month, day] = text.split("-");
  if (!/^\d{4}(-\d{2}){0,2}$/u.test(text) || month > 12 || month < 1) return text;
  return [day && Number(day), month && MONTHS[month - 1], Number(year)].filter(Boolean).join(" ");
}

/** 18 jaar, 5 maanden vóór de geboorte, 16 weken zwangerschap */
export function age(text) {
  const found = /^(-?\d{1,3}) ?(y|mo|wk)?$/u.exec(text);
  if (!found) return text;
  const [, digits, unit] = found;
  const count = Number(digits);
  if (unit === "wk") return `${count} weken zwangerschap`;
  if (unit !== "mo") return `${count} jaar`;
  if (count < 0) return `${months(-count)} vóór de geboorte`;
  if (count % 6 === 0 && count > 12) return `${Math.floor(count / 12)}${count % 12 ? "½" : ""} jaar`;
  return months(count);
}

const months = (count) => `${count} ${count === 1 ? "maand" : "maanden"}`;

/** The number of a month by its name or its usual abbreviation; undefined if it is none. */
export function monthOf(word) {
  const typed = word.toLowerCase().replace(/\.$/u, "");
  const at = MONTHS.findIndex((name) => name === typed || (typed.length > 2 && SHORT[name]?.includes(typed)));
  return at < 0 ? undefined : at + 1;
}

const SHORT = {
  ...{
    januari: ["jan"],
    februari: ["feb", "febr"],
    maart: ["mrt", "maa"],
    april: ["apr"],
    juni: ["jun"],
    juli: ["jul"],
  },
  ...{ augustus: ["aug"], september: ["sep", "sept"], oktober: ["okt"], november: ["nov"], december: ["dec"] },
};
