// The form judges as the checker does: values, records, whole cards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { claimsOf } from "../../docs/assets/form/addresses.js";
import { checkCard, checkKeyed, checkName, kindOf, whereOf } from "../../docs/assets/form/check.js";
import { closest } from "../../docs/assets/form/likeness.js";
import { agrees, compare, percentage, readNumber } from "../../docs/assets/form/numbers.js";
import { strip, stripLikePython } from "../../docs/assets/form/patterns.js";
import { Fault, RECORDS, VALUES } from "../../docs/assets/form/rules.js";
import { expected } from "./expected.mjs";

const { base, cases, book, ids } = expected.cards;
const terms = Object.entries(book.terms).map(([kind, found]) => [kind, new Map(Object.entries(found))]);
const known = Object.fromEntries([
  ...terms,
  ...Object.entries(ids).map(([kind, all]) => [kind, new Map(all.map((id) => [id, id]))]),
]);
const number = readNumber;
const date = (text) => VALUES.date(text, { pattern: "[0-9]{4}(-[0-9]{2}){0,2}" });
const age = (text) => VALUES.age(text, {}, book);

/** [what is wrong, where to look], or null. */
function wrong(judge) {
  try {
    judge();
    return null;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [fault.code, fault.at.join(".")];
  }
}
const record = (name, values) => wrong(() => RECORDS[name](values));

test("a card with any change gets the verdict of the checker", () => {
  assert.ok(cases.length > 300);
  const clean = cases.filter(([, , problems]) => !problems.length).length;
  assert.ok(clean > 5 && clean < cases.length / 2);
  for (const [path, value, problems] of cases) {
    const card = structuredClone(base);
    let place = card;
    for (const key of path.slice(0, -1)) place = place[key];
    place[path.at(-1)] = value;
    const found = checkCard(book, known, card).map(({ where, message, remedy }) => [where, message, remedy]);
    assert.deepEqual(found.sort(inOrder), problems, `${path.join(".")} = ${JSON.stringify(value)}`);
  }
});

const inOrder = (one, other) => {
  const at = one.findIndex((text, index) => text !== other[index]);
  return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
};

test("a date of today is not in the future and one of tomorrow is", () => {
  const day = (offset) => {
    const now = new Date();
    const found = new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset);
    return [found.getFullYear(), found.getMonth() + 1, found.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  };
  const codes = (reviewed) => checkCard(book, known, { ...base, reviewed }).map(({ code, where }) => [code, where]);
  assert.deepEqual(codes(day(0)), []);
  assert.deepEqual(codes(day(1)), [["date_in_future", "reviewed"]]);
});

test("what is not fetched yet is not judged", () => {
  const { source, method, ...rest } = known;
  const card = {
    ...base,
    sources: [{ source: "weg" }],
    chain: { before: [{ method: "weg", sources: [{ source: "weg" }] }] },
  };
  assert.deepEqual(checkCard(book, rest, card), []);
  assert.ok(checkCard(book, { ...rest, method }, card).length === 1 && source);
});

test("a name is an id that is not taken", () => {
  const codes = (id, isNew = true) => checkName(book, known, id, { isNew }).map(({ code, where }) => [code, where]);
  assert.deepEqual(codes("nieuw"), []);
  assert.deepEqual(codes("voorbeeld-kort"), [["double_card", ""]]);
  assert.deepEqual(codes("voorbeeld-kort", false), []);
  for (const id of ["Fout", "fout!", "-fout", "fout-", "a--b", ""])
    assert.deepEqual(codes(id), [["bad_file_name", ""]]);
  assert.deepEqual(checkName(book, {}, "voorbeeld-kort", { isNew: true }), []);
});

test("a record of data is judged under its id", () => {
  const found = (id, values) =>
    checkKeyed(book, known, "Organisation", id, values).map(({ code, where }) => [code, where]);
  const right = { name: "Club", kind: "charity" };
  assert.deepEqual(found("club", right), []);
  assert.deepEqual(found("Club", right), [["bad_id", "Club"]]);
  assert.deepEqual(found("club", { kind: "charity" }), [["missing", "club.name"]]);
  assert.deepEqual(found("club", { ...right, name: "" }), [["string_too_short", "club.name"]]);
  assert.deepEqual(found("club", { ...right, x: "y" }), [["extra_forbidden", "club.x"]]);
});

test("a place is named as people write it", () => {
  assert.equal(whereOf(["outcomes", 0, "result", "of"]), "outcomes[0].result.of");
  assert.equal(whereOf([]), "");
});

test("the leading key tells the kind of a result", () => {
  const rule = { keys: { percent: "percentage", words: "words" } };
  assert.equal(kindOf(rule, { count: 1, of: 2 }), "[proportion]");
  assert.equal(kindOf(rule, { count: 1 }), "[tally]");
  assert.equal(kindOf(rule, { words: "x" }), "[words]");
  for (const value of [{}, { of: 2 }, null, [], "percent"]) assert.ok(!kindOf(rule, value));
});

// numbers

test("a number is read without rounding", () => {
  assert.deepEqual(number("1.10"), { units: 110n, decimals: 2, text: "1.10" });
  assert.deepEqual(number("-007"), { units: -7n, decimals: 0, text: "-7" });
  assert.deepEqual(number("0"), { units: 0n, decimals: 0, text: "0" });
  for (const [one, other, order] of [
    ["1", "1.0", 0],
    ["1", "1.01", -1],
    ["2", "1.99", 1],
    ["-1", "1", -1],
    ["10", "9", 1],
  ]) {
    assert.equal(compare(number(one), number(other)), order, `${one} ${other}`);
    assert.equal(compare(number(other), number(one)), 0 - order);
  }
});

test("a printed percentage is right where Python says so", () => {
  assert.ok(expected.agrees.some(([, , , right]) => right) && expected.agrees.some(([, , , right]) => !right));
  for (const [printed, count, of, right] of expected.agrees) {
    assert.equal(
      agrees(number(printed), number(String(count)), number(String(of))),
      right,
      `${printed}% ${count}/${of}`,
    );
  }
});

test("a percentage has two decimals, and what lies between goes to the even one", () => {
  const share = (count, of) => percentage(number(String(count)), number(String(of)));
  assert.deepEqual(
    [share(11, 12), share(1, 8), share(1, 800), share(3, 800), share(5, 800), share(1, 3)],
    ["91.67", "12.50", "0.12", "0.38", "0.62", "33.33"],
  );
});

test("the word that was meant is the one that Python means", () => {
  for (const [typed, meant] of expected.alike)
    assert.equal(closest(typed, expected.choices, expected.likeness), meant ?? undefined, typed);
  assert.equal(closest("ab", ["ac", "ad"], 0.5), "ad", "of two as alike the last");
  assert.equal(closest("ab", ["ad", "ac"], 0.5), "ad");
  assert.equal(closest("", [""], 0.5), "");
  assert.equal(closest("abxcd", ["abycd"], 0.8), "abycd", "what lies before and after the longest run counts");
});

// values

test("space around a text is no part of it", () => {
  assert.equal(strip(" \t\n\u00a0x y\u2003 "), "x y");
  assert.equal(strip("\x1cx\x1c"), "\x1cx\x1c");
  assert.equal(stripLikePython(" \x1cx y\x1f "), "x y");
});

test("a date is a day, a month or a year of the calendar", () => {
  const days = (text) => [date(text).first, date(text).last].map((day) => day.toISOString().slice(0, 10));
  assert.deepEqual(days("2019"), ["2019-01-01", "2019-12-31"]);
  assert.deepEqual(days("2020-02"), ["2020-02-01", "2020-02-29"]);
  assert.deepEqual(days("2019-12"), ["2019-12-01", "2019-12-31"]);
  assert.deepEqual(days("2019-05-14"), ["2019-05-14", "2019-05-14"]);
  assert.deepEqual(days("0001"), ["0001-01-01", "0001-12-31"]);
  for (const text of ["2019-00", "2019-13", "2019-02-29", "2019-05-00", "0000", "2019-04-31"])
    assert.deepEqual(
      wrong(() => date(text)),
      ["no_such_day", ""],
      text,
    );
  for (const text of ["19", "2019-5", "2019-05-14-01", "x2019", 2019])
    assert.deepEqual(
      wrong(() => date(text)),
      ["bad_date", ""],
    );
});

test("an age counts in months from birth", () => {
  const months = ["4", "4 y", "30mo", "-5 mo", "40wk", "14wk", "0"].map((text) => age(text).months);
  assert.deepEqual(months, [48, 48, 30, -5, 0, -6, 0]);
  assert.deepEqual(
    ["04", "030mo", "16wk"].map((text) => age(text).text),
    ["4", "30mo", "16wk"],
  );
  for (const text of ["-4", "4 jaar", "1000", "mo"])
    assert.deepEqual(
      wrong(() => age(text)),
      ["bad_age", ""],
      text,
    );
});

test("a flag is true or false and nothing else", () => {
  assert.equal(VALUES.flag("true"), true);
  assert.equal(VALUES.flag("false"), false);
  for (const value of ["ja", "True", "", true, null])
    assert.deepEqual(
      wrong(() => VALUES.flag(value)),
      ["bad_flag", ""],
    );
});

test("a number lies within its limits, the limits included", () => {
  const rule = { ge: "0", le: "100" };
  for (const text of ["0", "100", "99.99", "0.00"])
    assert.equal(
      wrong(() => VALUES.limit(number(text), rule)),
      null,
    );
  assert.deepEqual(
    wrong(() => VALUES.limit(number("-0.01"), rule)),
    ["greater_than_equal", ""],
  );
  assert.deepEqual(
    wrong(() => VALUES.limit(number("100.01"), rule)),
    ["less_than_equal", ""],
  );
  assert.equal(
    wrong(() => VALUES.limit(number("-5"), {})),
    null,
  );
});

test("one line, one spelling, an id, an address", () => {
  assert.deepEqual(
    wrong(() => VALUES.line("a\nb")),
    ["not_one_line", ""],
  );
  assert.equal(VALUES.line("a b"), "a b");
  const spelling = { pattern: "-?[0-9]{1,3}", code: "int_parsing" };
  assert.equal(VALUES.spelling("123", spelling), "123");
  assert.deepEqual(
    wrong(() => VALUES.spelling("1234", spelling)),
    ["int_parsing", ""],
  );
  assert.deepEqual(
    wrong(() => VALUES.spelling("x1", spelling)),
    ["int_parsing", ""],
  );
  assert.deepEqual(VALUES.spelling(["1"], spelling), ["1"]);
  assert.equal(VALUES.id("a-b1", {}, book), "a-b1");
  assert.deepEqual(
    wrong(() => VALUES.id("A", {}, book)),
    ["bad_id", ""],
  );
  assert.deepEqual(VALUES.id(["A"], {}, book), ["A"]);
  assert.equal(VALUES.url("https://voorbeeld.example/a?b", {}, book), "https://voorbeeld.example/a?b");
  for (const url of ["voorbeeld.example", "https://voorbeeld", "javascript:alert(1)"])
    assert.deepEqual(
      wrong(() => VALUES.url(url, {}, book)),
      ["bad_url", ""],
    );
});

test("a text holds no personal data, no markup, nothing that cannot be seen", () => {
  const text = (value) => {
    try {
      VALUES.text(value, {}, book);
      return null;
    } catch ({ code, details }) {
      return [code, details.value];
    }
  };
  assert.equal(text("Gewoon *tekst* van 3 < 4 met 12345678 erin."), null);
  assert.deepEqual(text("x\u202ey"), ["control_character", "U+202E"]);
  assert.deepEqual(text("x\x01y"), ["control_character", "U+0001"]);
  assert.deepEqual(text("mail a@b.nl nu"), ["personal_data", "a@b.nl"]);
  assert.deepEqual(text("bel 06-12345678 nu"), ["personal_data", "06-12345678"]);
  assert.deepEqual(text("nummer 123456782 nu"), ["personal_data", "123456782"]);
  assert.deepEqual(text("nummer 111222333 nu"), ["personal_data", "111222333"]);
  assert.equal(text("nummer 123456789 nu"), null);
  assert.equal(text("nummer 000000000 nu"), null);
  assert.equal(text("https://voorbeeld.example/0612345678"), null);
  assert.equal(text("iemand @ thuis"), null);
  assert.deepEqual(text("x <b>y"), ["forbidden_markup", "<b>"]);
  assert.deepEqual(text("x\n# kop"), ["forbidden_markup", "# kop"]);
});

// records

const span = (name, first, last) => record(name, { from: date(first), to: date(last) });

for (const name of ["Period", "Status"]) {
  test(`${name}: ends after it began, as far as is known`, () => {
    assert.equal(span(name, "2020-06", "2020"), null);
    assert.equal(span(name, "2020-12-31", "2020"), null);
    assert.equal(span(name, "2020", "2020-01-01"), null);
    assert.equal(span(name, "2020-01-01", "2020-01-01"), null);
    assert.deepEqual(span(name, "2021-01-01", "2020"), ["out_of_order", "to"]);
    assert.deepEqual(span(name, "2020-02", "2020-01"), ["out_of_order", "to"]);
    assert.equal(record(name, { from: date("2020") }), null);
    assert.equal(record(name, { to: date("2020"), from: null }), null);
  });
}

test("a period says something, a state says it by its phase", () => {
  assert.deepEqual(record("Period", {}), ["says_nothing", ""]);
  assert.equal(record("Status", {}), null);
});

test("a method that stopped says why", () => {
  assert.deepEqual(record("Status", { phase: "stopped" }), ["stopped_without_reason", "phase"]);
  assert.deepEqual(record("Status", { phase: "stopped", reasons: [] }), ["stopped_without_reason", "phase"]);
  assert.equal(record("Status", { phase: "stopped", reasons: [{}] }), null);
  assert.equal(record("Status", { phase: "running" }), null);
});

test("a share: all of a group is possible and more is not, and the percentage is recalculated", () => {
  const share = (count, of, percent) =>
    record("Proportion", { count: number(count), of: number(of), printed_percent: percent && number(percent) });
  assert.equal(share("12", "12"), null);
  assert.deepEqual(share("13", "12"), ["count_over_total", "count"]);
  assert.equal(share("11", "12", "92"), null);
  assert.deepEqual(share("11", "12", "91"), ["percent_disagrees", "printed_percent"]);
  const group = (values) =>
    record("Group", Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value && number(value)])));
  assert.deepEqual(group({ count: "13", of: "12" }), ["count_over_total", "count"]);
  assert.deepEqual(group({ count: "11", of: "12", percent: "91" }), ["percent_disagrees", "percent"]);
  assert.equal(group({ count: "11", of: "12", percent: "92" }), null);
  assert.equal(group({ count: "13", of: null, percent: "1" }), null);
  assert.equal(group({ of: "12", percent: "1" }), null);
  assert.equal(group({}), null);
});

test("of two one: a size, a target, a link", () => {
  for (const [name, one, other, code, at] of [
    ["Change", "by_percent", "by_count", "one_size", "by_count"],
    ["Target", "count", "percent", "one_target", "percent"],
    ["Link", "method", "text", "one_link", "text"],
  ]) {
    assert.deepEqual(record(name, {}), [code, at]);
    assert.deepEqual(record(name, { [one]: null, [other]: null }), [code, at]);
    assert.deepEqual(record(name, { [one]: "x", [other]: "x" }), [code, at]);
    assert.equal(record(name, { [one]: "x" }), null);
    assert.equal(record(name, { [other]: "x" }), null);
  }
});

test("what has a bottom and a top stands in order, and both may be the same", () => {
  for (const [name, bottom] of [
    ["Cost", "amount"],
    ["Caseload", "count"],
  ]) {
    const range = (from, to) => record(name, { [bottom]: number(from), to: to && number(to) });
    assert.deepEqual(range("80", "79.99"), ["out_of_order", "to"]);
    assert.equal(range("80", "80.00"), null);
    assert.equal(range("80", "81"), null);
    assert.equal(range("80", null), null);
    assert.equal(range("80"), null);
  }
  const score = (value) => record("Score", { score: number(value), lowest: number("1"), highest: number("10") });
  assert.deepEqual(["0.9", "1", "10", "10.1"].map(score), [["off_scale", "score"], null, null, ["off_scale", "score"]]);
});

test("an age says one thing, in order", () => {
  const ages = (values) => record("AgeRange", values);
  assert.deepEqual(ages({}), ["age_empty", ""]);
  assert.deepEqual(ages({ all_ages: false, from: null }), ["age_empty", ""]);
  assert.equal(ages({ all_ages: true }), null);
  assert.deepEqual(ages({ all_ages: true, from: age("0") }), ["age_all_and_range", "all_ages"]);
  assert.deepEqual(ages({ all_ages: true, to: age("0") }), ["age_all_and_range", "all_ages"]);
  assert.equal(ages({ from: age("2"), to: age("24mo") }), null);
  assert.deepEqual(ages({ from: age("25mo"), to: age("2") }), ["out_of_order", "to"]);
  assert.equal(ages({ from: age("2") }), null);
  assert.equal(ages({ to: age("2") }), null);
});

test("other rules of records", () => {
  const group = (values) => record("TargetGroup", values);
  assert.deepEqual(group({ excludes: [{}], no_exclusions: {} }), ["excludes_and_none", "no_exclusions"]);
  for (const right of [
    { excludes: [{}] },
    { no_exclusions: {} },
    { excludes: [], no_exclusions: {} },
    { excludes: [{}], no_exclusions: null },
    {},
  ])
    assert.equal(group(right), null);
  assert.deepEqual(record("When", {}), ["when_empty", ""]);
  assert.deepEqual(record("When", { safety: [], living: null }), ["when_empty", ""]);
  assert.equal(record("When", { safety: [], living: ["x"] }), null);
  for (const kind of ["proportion", "tally", "percentage", "change", "amount", "score"])
    assert.deepEqual(record("Outcome", { traceable: true, result: { kind } }), ["traceable_number", "result"]);
  for (const kind of ["words", "none-yet"])
    assert.equal(record("Outcome", { traceable: true, result: { kind } }), null);
  assert.equal(record("Outcome", { traceable: false, result: { kind: "tally" } }), null);
  assert.deepEqual(record("Recognition", { state: "refused" }), ["refused_without_reason", "state"]);
  assert.equal(record("Recognition", { state: "refused", reason: "x" }), null);
  assert.equal(record("Recognition", { state: "valid" }), null);
  assert.deepEqual(record("Licence", { licensor: "x", needed: "no" }), ["licensor_without_licence", "licensor"]);
  assert.equal(record("Licence", { licensor: "x", needed: "yes" }), null);
  assert.equal(record("Licence", { needed: "no" }), null);
  assert.deepEqual(record("FollowUp", { months: number("0"), since: "unknown" }), ["follow_up_empty", "months"]);
  assert.equal(record("FollowUp", { months: number("1"), since: "unknown" }), null);
  assert.equal(record("FollowUp", { months: number("0"), since: "end" }), null);
});

test("for parents there are at most four steps", () => {
  const step = { title: "Samen", text: "U praat." };
  assert.equal(record("ForParents", { steps: [step, step, step, step] }), null);
  assert.deepEqual(record("ForParents", { steps: [step, step, step, step, step] }), ["too_many_steps", "steps.4"]);
  assert.deepEqual(record("ForParents", { steps: [] }), ["says_nothing", ""]);
});

test("results have ids of their own, and nobody assesses its own method", () => {
  const owners = [{ organisation: "ander" }, { organisation: "club" }];
  const method = (values) => record("Method", { owners, ...values });
  assert.equal(method({}), null);
  assert.equal(method({ outcomes: [{ id: "a" }, { id: "b" }] }), null);
  assert.deepEqual(method({ outcomes: [{ id: "a" }, { id: "b" }, { id: "a" }] }), ["double_outcome", "outcomes.2.id"]);
  assert.deepEqual(
    method({
      effect_ladder: [
        { basis: "own", body: "club" },
        { basis: "assessed", body: "club" },
      ],
    }),
    ["own_assessment", "effect_ladder.1.basis"],
  );
  assert.equal(
    method({
      effect_ladder: [
        { basis: "assessed", body: "nji" },
        { basis: "own", body: "club" },
      ],
    }),
    null,
  );
});

// addresses of claims

test("the address of a claim is made of what does not change", () => {
  const sources = [{ source: "rapport" }, { source: "pagina" }];
  const reach = (period, id) => ({ unit: "family", period, sources, id });
  const method = {
    reach: [
      reach({ from: date("2019-05"), to: date("2022") }),
      reach({ from: date("2019"), to: date("2019-12") }),
      reach({ to: date("2020") }),
      reach(),
      reach(undefined, "eigen"),
    ],
    costs: [{ per: "child", sources }],
    cost_statements: [{ sources }],
    recognitions: [
      { body: "nji", date: date("2017-09-14"), verdicts: [{ level: "Goed (onderbouwd)" }, { level: "Één ster…" }] },
      { body: "nji", verdicts: [{ level: "!" }] },
    ],
    effect_ladder: [{ step: "plausible", body: "nji" }],
    recognition_claims: [{ sources }],
    conflicts: [
      {
        about: "Hoeveel gezinnen er in dat hele jaar aan meededen",
        statements: [{ sources }, { sources: [{ source: "pagina" }] }],
      },
    ],
  };
  const found = [...claimsOf(method)];
  assert.deepEqual(
    found.map(({ kind, key }) => `${kind} ${key}`),
    [
      "reach family-2019-2022-rapport",
      "reach family-2019-rapport",
      "reach family-2020-rapport",
      "reach family-rapport",
      "reach eigen",
      "cost child-rapport",
      "cost-statement rapport",
      "recognition nji-2017-goed-onderbouwd",
      "recognition nji-2017-een-ster",
      "recognition nji",
      "effect-ladder plausible-nji",
      "recognition-claim rapport",
      "conflict hoeveel-gezinnen-er-in-dat-hele-jaar-aan-rapport",
      "conflict hoeveel-gezinnen-er-in-dat-hele-jaar-aan-pagina",
    ],
  );
  assert.deepEqual(found[8].keys, ["recognitions", 0, "verdicts", 1]);
  assert.deepEqual(found[1].keys, ["reach", 1]);
  assert.deepEqual([...claimsOf({})], []);
});
