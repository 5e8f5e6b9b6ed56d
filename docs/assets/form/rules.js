// The rules of the card format, one small function each, named as in macros/model. A rule gets a value and gives what
// it is worth, or throws the Fault that the checker would report.

import { agrees, compare, percentage, readNumber } from "./numbers.js";
import { pattern, stripLikePython, whole } from "./patterns.js";

/** What is wrong: `code` names the sentence, `at` leads to the value that one should look at first. */
export class Fault extends Error {
  constructor(code, details = {}, at = []) {
    super(code);
    Object.assign(this, { code, details, at });
  }
}

// rules of one value

export const VALUES = {
  id(value, _rule, { patterns }) {
    if (typeof value === "string" && !whole(patterns.id, value)) throw new Fault("bad_id", { value });
    return value;
  },
  text(value, _rule, { patterns }) {
    const sign = pattern(patterns.invisible).exec(value)?.[0];
    if (sign)
      throw new Fault("control_character", {
        value: `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
      });
    const found = personalData(value, patterns);
    if (found) throw new Fault("personal_data", found);
    const forbidden = forbiddenMarkup(value, patterns);
    if (forbidden !== null) throw new Fault("forbidden_markup", { value: forbidden });
    return value;
  },
  line(value) {
    if (value.includes("\n")) throw new Fault("not_one_line");
    return value;
  },
  url(value, _rule, { patterns }) {
    if (!whole(patterns.url, value)) throw new Fault("bad_url", { value });
    return value;
  },
  flag(value) {
    if (value !== "true" && value !== "false") throw new Fault("bad_flag", { value });
    return value === "true";
  },
  spelling(value, rule) {
    if (typeof value === "string" && !whole(rule.pattern, value)) throw new Fault(rule.code, { value });
    return value;
  },
  limit(value, rule) {
    if (rule.ge !== undefined && compare(value, readNumber(rule.ge)) < 0)
      throw new Fault("greater_than_equal", { ge: rule.ge });
    if (rule.le !== undefined && compare(value, readNumber(rule.le)) > 0)
      throw new Fault("less_than_equal", { le: rule.le });
    return value;
  },
  date(value, rule) {
    if (!whole(rule.pattern, value)) throw new Fault("bad_date", { value });
    const [year, month, day] = value.split("-").map(Number);
    const first = dayOf(year, month ?? 1, day ?? 1);
    const isReal = year > 0 && first.getUTCMonth() === (month ?? 1) - 1 && first.getUTCDate() === (day ?? 1);
    if (!isReal) throw new Fault("no_such_day", { value });
    return { text: value, first, last: day ? first : dayOf(year, (month ?? 12) + 1, 0) };
  },
  age(value, _rule, { patterns }) {
    if (!whole(patterns.age, value)) throw new Fault("bad_age", { value });
    const number = parseInt(value, 10);
    if (value.endsWith("mo")) return { text: `${number}mo`, months: number };
    if (value.endsWith("wk")) return { text: `${number}wk`, months: (number - 40) / (52 / 12) };
    return { text: String(number), months: number * 12 };
  },
};

function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function personalData(text, { mail, noNumbers, phone, nineDigits, fewestDigits, personal }) {
  const address = text.includes("@") && pattern(mail).exec(text);
  if (address) return { what: personal.mail, value: address[0] };
  if ((text.match(/\p{Nd}/gu) ?? []).length < fewestDigits) return null;
  const rest = text.replace(pattern(noNumbers, "gu"), "…");
  const number = pattern(phone).exec(rest);
  if (number) return { what: personal.phone, value: number[0] };
  for (const [found] of rest.matchAll(pattern(nineDigits, "gu"))) {
    if (isCitizenNumber(found.replace(/\P{Nd}/gu, ""))) return { what: personal.citizen, value: found };
  }
  return null;
}

function isCitizenNumber(digits) {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  return Number(digits) > 0 && weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;
}

function forbiddenMarkup(text, { markup }) {
  for (const source of markup) {
    const found = pattern(source).exec(text);
    if (found) return stripLikePython(found[0]);
  }
  return null;
}

// rules of a record as a whole

const MOST_STEPS = 4; // as in macros/model/for_parents.py
const isGiven = (value) => value !== undefined && value !== null;
const inOrder = ({ from, to }) => {
  if (isGiven(from) && isGiven(to) && from.first > to.last)
    throw new Fault("out_of_order", { first: from.text, second: to.text }, ["to"]);
};
/** A record of which only these fields have a value tells no reader anything. */
const says =
  (...beside) =>
  (record) => {
    const others = Object.entries(record).filter(([name]) => !beside.includes(name));
    if (!others.some(([, value]) => (Array.isArray(value) ? value.length : isGiven(value) && value !== false)))
      throw new Fault("says_nothing");
  };
const share = (count, of, percent, field) => {
  if (compare(count, of) > 0) throw new Fault("count_over_total", { count: count.text, of: of.text }, ["count"]);
  if (isGiven(percent) && !agrees(percent, count, of)) {
    throw new Fault(
      "percent_disagrees",
      { printed: percent.text, count: count.text, of: of.text, right: percentage(count, of) },
      [field],
    );
  }
};

const isSamePeriod = (one, other) =>
  isGiven(other) &&
  one.from?.text === other.from?.text &&
  one.to?.text === other.to?.text &&
  (one.note ?? null) === (other.note ?? null);

const ONE = readNumber("1");

/** Denominators that say themselves for which time an amount is. */
const OWN_TIME = ["birth-year", "year", "month", "once"];

/** The place of a school year, as its id tells it: groep-1 to groep-8, then klas-1 and on. */
export const schoolYear = (id) => (id.startsWith("klas") ? 8 : 0) + Number(id.slice(id.lastIndexOf("-") + 1));

const absolute = (number) => ({ ...number, units: number.units < 0n ? -number.units : number.units });

function extremes(numbers) {
  const sorted = [...numbers].sort(compare);
  return [sorted[0], sorted.at(-1)];
}

function range({ from, to }) {
  if (!isGiven(from) && !isGiven(to)) throw new Fault("range_empty");
  if (isGiven(from) && isGiven(to) && compare(to, from) < 0)
    throw new Fault("out_of_order", { first: from.text, second: to.text }, ["to"]);
}

export const RECORDS = {
  Length: range,
  Contacts: range,
  Hours: range,
  GroupSize: range,
  SchoolYears({ from, to }) {
    if (isGiven(to) && schoolYear(from) > schoolYear(to))
      throw new Fault("out_of_order", { first: from, second: to }, ["to"]);
  },
  AgeRange({ all_ages: all, from, to, through, school, words }) {
    const forms = [[from, to, through].some(isGiven), isGiven(school), isGiven(words)].filter(Boolean).length;
    if (all && forms) throw new Fault("age_all_and_range", {}, ["all_ages"]);
    if (!all && !forms) throw new Fault("age_empty");
    if (isGiven(to) && isGiven(through))
      throw new Fault("age_two_ends", { first: to.text, second: through.text }, ["through"]);
    if (forms > 1) throw new Fault("age_two_forms", {}, [isGiven(school) ? "school" : "words"]);
    const [name, last] = isGiven(through) ? ["through", through] : ["to", to];
    if (isGiven(from) && isGiven(last) && from.months > last.months)
      throw new Fault("out_of_order", { first: from.text, second: last.text }, [name]);
  },
  TargetGroup({ excludes, no_exclusions: none }) {
    if (excludes?.length && isGiven(none)) throw new Fault("excludes_and_none", {}, ["no_exclusions"]);
  },
  When(answers) {
    if (!Object.values(answers).some((chosen) => chosen?.length)) throw new Fault("when_empty");
  },
  Status({ phase, reasons, ...span }) {
    if (phase === "stopped" && !reasons?.length) throw new Fault("stopped_without_reason", {}, ["phase"]);
    inOrder(span);
  },
  Intensity: says("variant", "recipient", "sources"),
  Classification: says("frame_incomplete", "sources"),
  Chain: says(),
  ForParents(texts) {
    says()(texts);
    if (texts.steps?.length > MOST_STEPS)
      throw new Fault("too_many_steps", { most: MOST_STEPS }, ["steps", MOST_STEPS]);
  },
  Period(period) {
    says()(period);
    inOrder(period);
  },
  Group({ count, of, percent }) {
    if (isGiven(count) && isGiven(of)) share(count, of, percent, "percent");
  },
  Proportion({ count, of, printed_percent: percent }) {
    share(count, of, percent, "printed_percent");
  },
  Change({ by_percent: percent, by_count: count }) {
    if (isGiven(percent) === isGiven(count)) throw new Fault("one_size", {}, ["by_count"]);
  },
  Score({ score, before, lowest, highest }) {
    for (const [name, value] of Object.entries({ score, before }).filter(([, one]) => isGiven(one))) {
      if (compare(lowest, value) > 0 || compare(value, highest) > 0)
        throw new Fault("off_scale", { score: value.text, lowest: lowest.text, highest: highest.text }, [name]);
    }
  },
  Effect({ effect, value, interval }) {
    const [smallest, largest] = extremes([value, interval?.low, interval?.high].filter(isGiven));
    if (["odds-ratio", "risk-ratio"].includes(effect) && smallest.units <= 0n)
      throw new Fault("ratio_not_positive", { value: smallest.text }, ["value"]);
    const furthest = compare(absolute(smallest), absolute(largest)) > 0 ? smallest : largest;
    if (effect === "correlation" && compare(absolute(furthest), ONE) > 0)
      throw new Fault("correlation_over_one", { value: furthest.text }, ["value"]);
    if (interval && (compare(interval.low, value) > 0 || compare(value, interval.high) > 0)) {
      const details = { value: value.text, low: interval.low.text, high: interval.high.text };
      throw new Fault("effect_outside_interval", details, ["interval"]);
    }
  },
  Target({ count, percent }) {
    if (isGiven(count) === isGiven(percent)) throw new Fault("one_target", {}, ["percent"]);
  },
  Participants({ count, groups = [], lost }) {
    if (!isGiven(count) && !groups.length && !isGiven(lost)) throw new Fault("participants_empty", {}, ["count"]);
    if (!isGiven(count)) return;
    const grouped = groups.reduce((sum, group) => sum + group.count.units, 0n);
    if (grouped > count.units)
      throw new Fault("groups_over_total", { count: String(grouped), of: count.text }, ["groups"]);
    if (isGiven(lost) && compare(lost, count) > 0)
      throw new Fault("count_over_total", { count: lost.text, of: count.text }, ["lost"]);
  },
  Outcome({ traceable, result, study, period }) {
    if (study && isGiven(period) && isSamePeriod(period, study.period))
      throw new Fault("repeats_study", { value: study.id }, ["period"]);
    if (traceable && !["words", "none-yet"].includes(result.kind)) throw new Fault("traceable_number", {}, ["result"]);
  },
  Recognition({ state, reason, date, valid_until: end }) {
    if (state === "refused" && !reason) throw new Fault("refused_without_reason", {}, ["state"]);
    if (isGiven(date) && isGiven(end) && date.first > end.last)
      throw new Fault("out_of_order", { first: date.text, second: end.text }, ["valid_until"]);
  },
  Cost({ amount, to, to_condition: condition, per, period }, book) {
    if (isGiven(to) && compare(to, amount) < 0)
      throw new Fault("out_of_order", { first: amount.text, second: to.text }, ["to"]);
    if (isGiven(condition) && !isGiven(to)) throw new Fault("condition_without_end", {}, ["to_condition"]);
    if (isGiven(period) && OWN_TIME.includes(per))
      throw new Fault("two_periods", { value: book.terms["vocabulary/cost-unit"][per][0] }, ["period"]);
  },
  Caseload({ count, to }) {
    if (isGiven(to) && compare(to, count) < 0)
      throw new Fault("out_of_order", { first: count.text, second: to.text }, ["to"]);
  },
  Licence({ licensor, needed }) {
    if (licensor && needed !== "yes") throw new Fault("licensor_without_licence", {}, ["licensor"]);
  },
  FollowUp({ months, since }) {
    if (months.units === 0n && since === "unknown") throw new Fault("follow_up_empty", {}, ["months"]);
  },
  Link({ method, text }) {
    if (isGiven(method) === isGiven(text)) throw new Fault("one_link", {}, ["text"]);
  },
  Relation({ method, text }) {
    if (isGiven(method) === isGiven(text)) throw new Fault("one_relation", {}, ["text"]);
  },
  Method({ outcomes = [], effect_ladder: steps = [], owners = [] }) {
    const seen = new Set();
    outcomes.forEach(({ id }, index) => {
      if (seen.has(id)) throw new Fault("double_outcome", { value: id }, ["outcomes", index, "id"]);
      seen.add(id);
    });
    steps.forEach(({ basis, body }, index) => {
      if (basis === "assessed" && owners.some(({ organisation }) => organisation === body))
        throw new Fault("own_assessment", {}, ["effect_ladder", index, "basis"]);
    });
  },
};
