// "Past het?": what a card says and a family answers → does it fit, and what decided.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, judgeAge, judgeAll, judgeChoice, span } from "../../docs/assets/fit/rules.js";
import { fragmentOf, holdsAnswers, inWords, read, write } from "../../docs/assets/fit/state.js";
import { inOneLine, left, summary, why } from "../../docs/assets/fit/texts.js";

const UNITS = { jaar: [0, 12], maanden: [0, 1], zwanger: [-9.2308, 0.2308] };
const years = (number) => ({ number, unit: "jaar" });
const months = (number) => ({ number, unit: "maanden" });
const weeks = (number) => ({ number, unit: "zwanger" });
const near = (found, expected) => {
  for (const [at, value] of found.entries()) assert.ok(Math.abs(value - expected[at]) < 0.01, `${found}`);
};

test("an age is a stretch of months; a pregnancy ends at birth", () => {
  near(span(years(4), UNITS), [48, 60]);
  near(span(years(0), UNITS), [0, 12]);
  near(span(months(30), UNITS), [30, 31]);
  near(span(weeks(20), UNITS), [-4.615, -4.384]);
  near(span(weeks(40), UNITS), [-0.2308, 0]);
  near(span(weeks(42), UNITS), [-0.2308, 0]);
});

const age = (answer, ...ranges) => {
  const found = judgeAge(
    ranges.map(([from, to, meaning = "stated", line = "zin"]) => [from, to, meaning, line]),
    answer,
    UNITS,
  );
  return [found.verdict, found.why];
};

test("an age on the boundary of what is offered", () => {
  const offered = [48, 144];
  assert.deepEqual(age(years(3), offered), ["no", "outside"]);
  assert.deepEqual(age(years(4), offered), ["yes", "inside"]);
  assert.deepEqual(age(years(11), offered), ["yes", "inside"]);
  assert.deepEqual(age(years(12), offered), ["unknown", "edge"], "sources mean both by until twelve");
  assert.deepEqual(age(years(13), offered), ["no", "outside"]);
  assert.deepEqual(age(months(47), offered), ["no", "outside"]);
  assert.deepEqual(age(months(48), offered), ["yes", "inside"]);
  assert.deepEqual(age(years(2), [30, 144]), ["unknown", "edge"]);
  assert.deepEqual(age(years(4), [0, 54]), ["unknown", "edge"]);
});

test("an age that is open at one end", () => {
  assert.deepEqual(age(years(20), [48, null]), ["yes", "inside"]);
  assert.deepEqual(age(years(3), [48, null]), ["no", "outside"]);
  assert.deepEqual(age(years(0), [null, 48]), ["yes", "inside"]);
  assert.deepEqual(age(years(4), [null, 48]), ["unknown", "edge"]);
  assert.deepEqual(age(years(5), [null, 48]), ["no", "outside"]);
  assert.deepEqual(age(years(9), [null, null]), ["yes", "inside"]);
  assert.deepEqual(age(weeks(20), [null, 48]), ["unknown", "edge"], "no lower age means from birth, not from before");
  assert.deepEqual(age(weeks(20), [-6, 48]), ["yes", "inside"]);
  assert.deepEqual(age(weeks(20), [0, 48]), ["no", "outside"]);
});

test("a rounding of half a day decides nothing", () => {
  assert.deepEqual(age(years(4), [48.015, 60]), ["yes", "inside"]);
  assert.deepEqual(age(years(4), [48.03, 60]), ["unknown", "edge"]);
  assert.deepEqual(age(years(4), [48, 59.985]), ["yes", "inside"]);
  assert.deepEqual(age(years(4), [48, 59.97]), ["unknown", "edge"]);
  assert.deepEqual(age(years(4), [59.985, 80]), ["no", "outside"]);
  assert.deepEqual(age(years(4), [59.97, 80]), ["unknown", "edge"]);
});

test("ranges that together hold an age", () => {
  assert.deepEqual(age(years(4), [0, 54], [54, 100]), ["yes", "inside"]);
  assert.deepEqual(age(years(4), [54, 100], [null, 54]), ["yes", "inside"]);
  assert.deepEqual(age(years(4), [0, 54], [55, 100]), ["unknown", "edge"]);
  assert.deepEqual(age(years(4), [0, 54], [54, null]), ["yes", "inside"]);
  assert.deepEqual(age(years(4), [50, 100], [52, 70]), ["unknown", "edge"]);
});

test("what is known from research, and what depends", () => {
  assert.deepEqual(age(years(4)), ["unknown", "silent"]);
  assert.deepEqual(age(years(4), [48, 144, "studied"]), ["yes", "studied"]);
  assert.deepEqual(age(years(3), [48, 144, "studied"]), ["unknown", "not-studied"]);
  assert.deepEqual(age(years(4), [54, 144, "studied"]), ["unknown", "studied"]);
  assert.deepEqual(age(years(4), [48, 144, "studied"], [0, 24]), ["unknown", "studied"]);
  assert.deepEqual(age(years(4), [48, 144, "depends"]), ["unknown", "depends"]);
  assert.deepEqual(age(years(4), [54, 144, "depends"]), ["unknown", "depends"]);
  assert.deepEqual(age(years(3), [48, 144, "depends"]), ["no", "outside"]);
  assert.deepEqual(age(years(4), [48, 144, "depends"], [0, 144]), ["yes", "inside"]);
  assert.deepEqual(age(years(4), [0, 24], [100, 144, "studied"]), ["no", "outside"]);
});

test("a verdict names the sentences that decided, each once", () => {
  const found = judgeAge(
    [
      [48, 144, "stated", "a"],
      [48, 60, "stated", "a"],
      [0, 12, "stated", "b"],
    ],
    years(4),
    UNITS,
  );
  assert.deepEqual(found.lines, ["a"]);
  assert.deepEqual(
    judgeAge(
      [
        [0, 54, "stated", "a"],
        [54, 99, "stated", "b"],
        [200, 300, "stated", "c"],
      ],
      years(4),
      UNITS,
    ).lines,
    ["a", "b"],
  );
  assert.deepEqual(
    judgeAge(
      [
        [0, 12, "stated", "a"],
        [100, 144, "studied", "b"],
      ],
      years(4),
      UNITS,
    ).lines,
    ["a", "b"],
  );
  assert.deepEqual(
    judgeAge(
      [
        [0, 12, "stated", "a"],
        [48, 144, "depends", "b"],
      ],
      years(4),
      UNITS,
    ).lines,
    ["b"],
  );
  assert.deepEqual(
    judgeAge(
      [
        [48, 144, "studied", "a"],
        [200, 300, "studied", "b"],
      ],
      years(4),
      UNITS,
    ).lines,
    ["a"],
  );
});

const choice = (chosen, ...statements) => {
  const found = judgeChoice(statements, chosen, ["safe"]);
  return [found.verdict, found.why, found.lines.join()];
};

test("chosen answers against what a card says", () => {
  assert.deepEqual(choice(["unsafe"], ["no", ["unsafe"], "a"]), ["no", "against", "a"]);
  assert.deepEqual(choice(["safe"], ["no", ["unsafe"], "a"]), ["none", "ordinary", ""]);
  assert.deepEqual(choice(["worries"], ["no", ["unsafe"], "a"]), ["unknown", "silent", "a"]);
  assert.deepEqual(choice(["unsafe"], ["yes", ["unsafe"], "a"]), ["yes", "named", "a"]);
  assert.deepEqual(choice(["unsafe"], ["yes", ["*"], "a"]), ["yes", "named", "a"]);
  assert.deepEqual(choice(["unsafe"], ["only", ["unsafe"], "a"]), ["yes", "named", "a"]);
  assert.deepEqual(choice(["safe"], ["only", ["unsafe"], "a"]), ["no", "against", "a"]);
  assert.deepEqual(choice(["safe"], ["yes", ["unsafe"], "a"]), ["none", "ordinary", ""]);
  assert.deepEqual(choice(["unsafe"], ["unknown", ["unsafe"], "a"]), ["unknown", "unsettled", "a"]);
  assert.deepEqual(choice(["safe"], ["unknown", ["safe"], "a"]), ["unknown", "unsettled", "a"]);
  assert.deepEqual(choice(["unsafe"]), ["unknown", "silent", ""]);
  assert.deepEqual(choice(["safe", "unsafe"]), ["unknown", "silent", ""]);
  assert.deepEqual(choice(["unsafe"], ["yes", ["unsafe"], "a"], ["no", ["unsafe"], "b"]), ["no", "against", "b"]);
  assert.deepEqual(choice(["unsafe"], ["yes", ["unsafe"], "a"], ["unknown", ["unsafe"], "b"]), ["yes", "named", "a"]);
  assert.deepEqual(choice(["unsafe"], ["no", ["*"], "a"], ["only", ["safe"], "b"]), ["no", "against", "b,a"]);
});

const QUESTIONS = [
  {
    id: "leeftijd",
    kind: "age",
    ordinary: [],
    answers: { jaar: "jaar", maanden: "maanden", zwanger: "weken zwanger" },
  },
  { id: "speelt", kind: "many", ordinary: [], answers: { debts: "schulden", divorce: "scheiding" } },
  { id: "veilig", kind: "one", ordinary: ["safe"], answers: { safe: "Veilig", unsafe: "Niet veilig" } },
];
const method = (name, says, more = {}) => ({ name, says, ...more });
const fit = (says, answers) => judge(method("x", says), answers, { questions: QUESTIONS, units: UNITS });

test("one no is enough; a yes needs one answer confirmed and none left open", () => {
  const says = {
    veilig: [["no", ["unsafe"], "a"]],
    speelt: [["yes", ["debts"], "b"]],
    leeftijd: [[48, 144, "stated", "c"]],
  };
  assert.equal(fit(says, { speelt: ["debts"] }).fit, "yes");
  assert.equal(fit(says, { speelt: ["debts"], veilig: ["safe"] }).fit, "yes", "an ordinary answer leaves nothing open");
  assert.equal(fit(says, { speelt: ["debts"], veilig: ["unsafe"] }).fit, "no");
  assert.equal(fit(says, { speelt: ["divorce"] }).fit, "unknown");
  assert.equal(fit(says, { speelt: ["debts"], leeftijd: years(4) }).confirmed, 2);
  assert.equal(fit(says, { veilig: ["safe"] }).fit, "unknown");
  assert.equal(fit(says, {}).fit, "unknown");
  assert.equal(fit({}, { leeftijd: years(4) }).fit, "unknown");
});

test("what decided stands first, and answers that the card does not name are told", () => {
  const says = { veilig: [["no", ["unsafe"], "a"]], speelt: [["yes", ["debts"], "b"]] };
  const found = fit(says, { speelt: ["debts", "divorce"], veilig: ["unsafe"] });
  assert.deepEqual(
    found.reasons.map(({ question }) => question),
    ["veilig", "speelt"],
  );
  assert.deepEqual(found.reasons[1].open, ["divorce"]);
  assert.deepEqual(found.reasons[0].open, []);
  assert.deepEqual(fit({}, { speelt: ["divorce"] }).reasons[0].open, []);
});

test("methods stand by fit, by whether one can go there now, by answers confirmed, and then as they were", () => {
  const yes = { speelt: [["yes", ["debts"], "b"]] };
  const both = { ...yes, leeftijd: [[48, 144, "stated", "c"]] };
  const methods = [
    method("no", { veilig: [["no", ["unsafe"], "a"]] }, { now: "yes" }),
    method("unknown", {}, { now: "unknown" }),
    method("ended", { ...both, veilig: [["yes", ["unsafe"], "a"]] }, { now: "no" }),
    method("first", { ...both, veilig: [["yes", ["unsafe"], "a"]] }, { now: "unknown" }),
    method("second", { ...both, veilig: [["yes", ["unsafe"], "a"]] }, { now: "unknown" }),
    method("now", { ...both, veilig: [["yes", ["unsafe"], "a"]] }, { now: "yes" }),
    method("one confirmed", { ...yes }, { now: "unknown" }),
    method("one confirmed, now", { ...yes }, { now: "yes" }),
  ];
  const answers = { speelt: ["debts"], leeftijd: years(4), veilig: ["unsafe"] };
  const found = judgeAll({ methods, questions: QUESTIONS, units: UNITS }, answers);
  assert.deepEqual(
    found.map(({ method: { name } }) => name),
    ["now", "first", "second", "ended", "one confirmed, now", "one confirmed", "unknown", "no"],
  );
});

test("the reason in one line names little and counts the rest", () => {
  assert.deepEqual(inOneLine("yes", ["schulden"]), ["Op de kaart", "schulden"]);
  assert.deepEqual(inOneLine("yes", ["schulden", "leeftijd", "kader"]), ["Op de kaart", "schulden en nog 2"]);
  assert.deepEqual(inOneLine("unknown", ["kader", "leeftijd"]), ["Vraag na", "kader, leeftijd"]);
  assert.deepEqual(inOneLine("unknown", ["kader", "leeftijd", "gemeente"]), ["Vraag na", "kader, leeftijd en nog 1"]);
  assert.deepEqual(inOneLine("no", ["kader", "leeftijd"]), ["Anders op de kaart", "kader en nog 1"]);
});

test("what nothing speaks against is what is left", () => {
  assert.equal(left({ yes: 3, unknown: 9, no: 8 }), "Nog 12 methoden");
  assert.equal(left({ yes: 0, unknown: 1, no: 8 }), "Nog 1 methode");
});

test("only what can fit counts as that, and never as more", () => {
  assert.equal(summary({ yes: 1, unknown: 2, no: 1 }, 4, 1), "1 methode kan passen, 2 onbekend, 1 past niet.");
  assert.equal(summary({ yes: 2, unknown: 0, no: 2 }, 4, 1), "2 methoden kunnen passen, 0 onbekend, 2 passen niet.");
  assert.match(summary({ yes: 0, unknown: 4, no: 0 }, 4, 0), /nog geen vraag.*alle 4 methoden/);
});

test("a word that covers opposites is told as one", () => {
  assert.match(why({ question: "woont", why: "unsettled", lines: [0] }), /uithuisplaatsing/);
});

// the address

test("answers are read from the address on both sides of each limit", () => {
  const leeftijd = (search) => read(search, QUESTIONS).answers.leeftijd ?? null;
  assert.deepEqual(leeftijd("#leeftijd=0"), years(0));
  assert.deepEqual(leeftijd("#leeftijd=24"), years(24));
  assert.equal(leeftijd("#leeftijd=25"), null);
  assert.equal(leeftijd("#leeftijd=-1"), null);
  assert.equal(leeftijd("#leeftijd=4.5"), null);
  assert.equal(leeftijd("#leeftijd=x4"), null);
  assert.equal(leeftijd("#leeftijd=4x"), null);
  assert.equal(leeftijd("#leeftijd="), null);
  assert.deepEqual(leeftijd("#leeftijd=0&eenheid=maanden"), months(0));
  assert.deepEqual(leeftijd("#leeftijd=300&eenheid=maanden"), months(300));
  assert.equal(leeftijd("#leeftijd=301&eenheid=maanden"), null);
  assert.equal(leeftijd("#leeftijd=0&eenheid=zwanger"), null);
  assert.deepEqual(leeftijd("#leeftijd=1&eenheid=zwanger"), weeks(1));
  assert.deepEqual(leeftijd("#leeftijd=42&eenheid=zwanger"), weeks(42));
  assert.equal(leeftijd("#leeftijd=43&eenheid=zwanger"), null);
  assert.equal(leeftijd("#leeftijd=4&eenheid=toString"), null);
});

test("what no question knows is told and not used", () => {
  assert.deepEqual(read("#veilig=safe&speelt=debts&speelt=divorce", QUESTIONS), {
    answers: { speelt: ["debts", "divorce"], veilig: ["safe"] },
    ignored: [],
  });
  assert.deepEqual(read("#x=1&eenheid=jaar", QUESTIONS), { answers: {}, ignored: ["x"] });
  assert.deepEqual(read("#veilig=safe&veilig=unsafe", QUESTIONS), {
    answers: { veilig: ["safe"] },
    ignored: ["veilig"],
  });
  assert.deepEqual(read("#speelt=debts&speelt=x", QUESTIONS), { answers: { speelt: ["debts"] }, ignored: ["speelt"] });
  assert.deepEqual(read("#speelt=debts&speelt=debts", QUESTIONS), {
    answers: { speelt: ["debts"] },
    ignored: ["speelt"],
  });
  assert.deepEqual(read("#speelt=", QUESTIONS), { answers: {}, ignored: [] });
  assert.deepEqual(read("#leeftijd=4&leeftijd=5", QUESTIONS), {
    answers: { leeftijd: years(4) },
    ignored: ["leeftijd"],
  });
  assert.deepEqual(read("#leeftijd=99", QUESTIONS), { answers: {}, ignored: ["leeftijd"] });
  assert.deepEqual(read("", QUESTIONS), { answers: {}, ignored: [] });
  assert.deepEqual(read("#uitkomst", QUESTIONS), { answers: {}, ignored: [] });
});

test("the same answers give the same address", () => {
  const answers = { veilig: ["safe"], speelt: ["debts", "divorce"], leeftijd: months(3) };
  const address = "#leeftijd=3&eenheid=maanden&speelt=debts&speelt=divorce&veilig=safe";
  assert.equal(write(answers, QUESTIONS), address);
  assert.deepEqual(read(address, QUESTIONS).answers, answers);
  assert.equal(write({}, QUESTIONS), "");
});

test("an address from before has its answers in the query; a fragment with answers goes first", () => {
  assert.equal(fragmentOf({ search: "?leeftijd=4", hash: "" }), "#leeftijd=4");
  assert.equal(fragmentOf({ search: "?leeftijd=4", hash: "#uitkomst" }), "#leeftijd=4");
  assert.equal(fragmentOf({ search: "?leeftijd=4", hash: "#leeftijd=5" }), "#leeftijd=5");
  assert.equal(fragmentOf({ search: "", hash: "#uitkomst" }), "#uitkomst");
  assert.equal(holdsAnswers("#leeftijd=4"), true);
  assert.equal(holdsAnswers("#inhoud"), false);
  assert.equal(holdsAnswers(""), false);
});

test("answers in words", () => {
  const answers = { leeftijd: weeks(20), speelt: ["debts", "divorce"] };
  assert.deepEqual(
    QUESTIONS.map((question) => inWords(question, answers)),
    ["20 weken zwanger", "schulden, scheiding", null],
  );
});
