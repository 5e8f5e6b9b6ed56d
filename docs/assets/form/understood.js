// Numbers, dates, ages and addresses as Dutch people type them, where they can mean one thing only: what the file says for
// it. What could mean two things stays as it was typed, and the check says what to write.

import { age, date, euro, monthOf, number } from "../lib/dutch.js";

/** {value, shown}: what stands in the file, and how a reader will see it; `shown` is empty where that needs no telling. */
export function understood(rule, typed, { name, title = "" } = {}) {
  const kind = kindOf(rule);
  const value = kind ? (READERS[kind.name](clean(typed), { ...kind, name }) ?? typed) : typed;
  const isTold = kind && (value !== typed || (kind.name === "decimal" && GROUPED.test(value)));
  return { value, shown: isTold ? SHOWN[kind.name](value, kind, title) : "" };
}

const GROUPED = /^-?\d{1,3}\.\d{3}$/u; // a thousand to some, a fraction in the file

/** What sort of value a check asks for, as far as people spell it in their own way. */
function kindOf(rule) {
  if (rule.rule === "date" || rule.rule === "age" || rule.rule === "url") return { name: rule.rule };
  if (rule.rule === "spelling") {
    const of = rule.of ?? {};
    if (rule.code === "bad_amount") return { name: "amount" };
    if (of.is === "int") return { name: "int" };
    if (of.is === "decimal") return { name: "decimal", isPercent: of.le === "100" };
  }
  return rule.of && rule.is !== "list" ? kindOf(rule.of) : undefined;
}

const clean = (typed) =>
  typed
    .replace(/\p{Z}+/gu, " ")
    .replace(/[−–](?=\d)/gu, "-")
    .trim();

const READERS = {
  int: (text) => figures(text, { decimals: 0 }),
  decimal: (text, { isPercent }) => figures(isPercent ? text.replace(/ ?(?:%|procent)$/iu, "") : text, { decimals: 6 }),
  amount: (text) =>
    figures(text.replace(/^(?:€|eur|euro) ?|(?:,[-–=]+)?(?: ?(?:€|eur|euro))?$/giu, ""), {
      decimals: 2,
      isExact: true,
    }),
  date: readDate,
  age: readAge,
  url: (text) =>
    /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/iu.test(text) ? `https://${text}` : undefined,
};

const SHOWN = {
  int: (value) => number(value),
  decimal: (value, { isPercent }) => `${number(value)}${isPercent ? "%" : ""}`,
  amount: (value) => euro(value),
  date: (value) => date(value),
  age: (value, _kind, title) => `${title.toLowerCase()} ${age(value)}`.trim(),
  url: (value) => value,
};

const DOTS = /^-?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/u; // 56.500 and 1.234,50
const COMMA = /^-?\d+,\d+$/u; // 12,50
const ENGLISH = /^-?\d{1,3}(?:,\d{3})+\.\d+$/u; // 1,234.50
const PLAIN = /^-?\d+(?:\.\d+)?$/u;

/** Figures with a point for the decimals; undefined where they can be read in two ways or in none. */
function figures(text, { decimals, isExact }) {
  const found = plainly(text, decimals);
  if (found === undefined) return undefined;
  const [whole, part = ""] = found.split(".");
  if (part.length > decimals) return undefined;
  if (!isExact || !part) return found;
  return part.length === 1 ? `${whole}.${part}0` : found;
}

function plainly(text, decimals) {
  if (PLAIN.test(text) && !(decimals < 3 && GROUPED.test(text))) return text;
  if (DOTS.test(text)) return text.replace(/[. ]/gu, "").replace(",", ".");
  if (COMMA.test(text)) return text.replace(",", ".");
  return ENGLISH.test(text) ? text.replaceAll(",", "") : undefined;
}

const two = (figure) => String(figure).padStart(2, "0");

function readDate(text) {
  const bare = text.replace(/^(?:maan|dins|woens|donder|vrij|zater|zon)dag,? /iu, "");
  const named = /^(?:(\d{1,2})(?:e|ste|de)? )?([a-z]{3,9}\.?) (\d{4})$/iu.exec(bare);
  if (named) {
    const month = monthOf(named[2]);
    return month && [named[3], two(month), named[1] && two(named[1])].filter(Boolean).join("-");
  }
  const figured = /^(?:(\d{1,2})([-./]))?(\d{1,2})[-./](\d{4})$/u.exec(bare);
  if (figured) {
    const [, day, sign, month, year] = figured;
    const isClear = sign !== "/" || day === month || Number(day) > 12; // 4/8 is in August here, in April elsewhere
    return isClear ? [year, two(month), day && two(day)].filter(Boolean).join("-") : undefined;
  }
  const turned = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/u.exec(bare);
  return turned ? [turned[1], two(turned[2]), turned[3] && two(turned[3])].filter(Boolean).join("-") : undefined;
}

const LEADS = { to: "(tot|t/m|tot en met)? ?", through: "(t/m|tot en met)? ?" };

/** "t/m 18" is until 19 in the field Tot, whose age is the first that does not belong; in Tot en met it is 18. */
function readAge(text, { name }) {
  const lead = LEADS[name] ?? "(vanaf|v\\.?a\\.?)? ?";
  const tail = name in LEADS ? "" : "(?: ?\\+| en ouder)?";
  const years = new RegExp(`^${lead}(\\d{1,3})(?: ?(?:jaar|jr\\.?|j))?${tail}$`, "iu").exec(text);
  const isLast = name === "to" && /^t\/m|^tot en met/iu.test(years?.[1] ?? "");
  if (years) return String(Number(years[2]) + (isLast ? 1 : 0));
  const months = /^(\d{1,3}) ?(?:maanden|maand|mnd\.?)( (?:voor|vóór) de geboorte)?$/iu.exec(text);
  if (months) return `${months[2] ? "-" : ""}${Number(months[1])}mo`;
  const weeks = /^(\d{1,2}) ?(?:weken|wk\.?) (?:zwangerschap|zwanger)$/iu.exec(text);
  return weeks ? `${Number(weeks[1])}wk` : undefined;
}
