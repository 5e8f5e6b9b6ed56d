// The calculator multiplies an amount only by what it counts per.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerFor, euro } from "../../docs/assets/evidence/cost_rules.js";

const amount = (more = {}) => ({
  ...{ amount: "2000", to: "", precision: "", fits: "family", why: "Het bedrag is per gezin.", method: "a" },
  ...{ text: "€ 2.000 per gezin", year: "2020", per: "gezin" },
  ...more,
});
const families = (typed) => ({ fits: "family", words: "gezinnen", typed });
const children = { fits: "child", words: "kinderen", typed: "3" };
const plain = (text) => text.replaceAll("\u00a0", " ");
const formula = (one, typed) => plain(answerFor(one, [one], families(typed)).formula);

test("an amount in euro has cents only where there are some", () => {
  assert.deepEqual(
    [2000, 1.88, 0, 0.5, 1234567.125, 99.999].map((one) => plain(euro(one))),
    ["€ 2.000", "€ 1,88", "€ 0", "€ 0,50", "€ 1.234.567,13", "€ 100"],
  );
});

test("what fits is multiplied, and the formula is shown", () => {
  assert.equal(formula(amount(), "12"), "12 gezinnen × € 2.000 = € 24.000");
  assert.equal(formula(amount(), "1.200"), "1.200 gezinnen × € 2.000 = € 2.400.000");
  assert.equal(formula(amount(), " 1 200 "), "1.200 gezinnen × € 2.000 = € 2.400.000");
  assert.equal(formula(amount({ to: "2500" }), "2"), "2 gezinnen × € 2.000 tot € 2.500 = € 4.000 tot € 5.000");
  assert.equal(formula(amount({ precision: "ongeveer" }), "2"), "2 gezinnen × ongeveer € 2.000 = ongeveer € 4.000");
  assert.equal(formula(amount({ per: "plaats per jaar" }), "2"), "2 gezinnen × € 2.000 = € 4.000 per jaar");
  assert.equal(formula(amount(), "0"), "0 gezinnen × € 2.000 = € 0");
});

test("an amount for a time is multiplied by that as well, and a sum over some years stays a sum over those", () => {
  const yearly = amount({ time: "jaar", period: "per jaar" });
  const answer = (one, times, typed = "3") => answerFor(one, [one], { ...families(typed), times });
  assert.equal(plain(answer(yearly, "2").formula), "3 gezinnen × 2 jaar × € 2.000 = € 12.000");
  assert.equal(plain(answer(yearly, "").formula), "3 gezinnen × € 2.000 = € 6.000 per jaar");
  assert.equal(plain(answer(yearly, "0").formula), "3 gezinnen × 0 jaar × € 2.000 = € 0");
  assert.deepEqual(answer(yearly, "anderhalf"), { remark: "Vul een heel aantal in, met alleen cijfers." });
  const sum = amount({ time: "", period: "over 2 jaar" });
  assert.equal(plain(answer(sum, "5").formula), "3 gezinnen × € 2.000 = € 6.000 over 2 jaar");
  assert.equal(
    answer(amount({ conditions: "bij meer koppelingen" }), "").remark,
    "In prijzen van 2020. Let op: bij meer koppelingen.",
  );
});

test("the year of the price is told, also when it is not known", () => {
  assert.equal(answerFor(amount(), [], families("2")).remark, "In prijzen van 2020.");
  assert.match(answerFor(amount({ year: "onbekend" }), [], families("2")).remark, /^Het prijsjaar is onbekend/);
});

test("a number is nine digits at most, and only digits", () => {
  assert.ok(answerFor(amount(), [], families("123456789")).formula);
  for (const typed of ["1234567890", "1,5", "-1", "drie", "3x", "x3"]) {
    assert.deepEqual(
      answerFor(amount(), [], families(typed)),
      { remark: "Vul een heel aantal in, met alleen cijfers." },
      typed,
    );
  }
  for (const typed of ["", " ", "."])
    assert.deepEqual(answerFor(amount(), [], families(typed)), { remark: "Vul een aantal in." });
});

test("what does not fit is refused, and only an amount of the same method is offered instead", () => {
  const one = amount();
  const own = amount({ fits: "child", text: "€ 80 per kind" });
  const ofAnother = amount({ fits: "child", method: "b", text: "€ 70 per kind" });
  const ownOther = amount({ fits: "year", text: "€ 60 per jaar" });
  const nothing = "Van deze methode kennen wij geen bedrag dat daarbij past.";
  assert.deepEqual(answerFor(one, [one, ofAnother, ownOther], children), {
    refusal: "Het bedrag is per gezin. U telt kinderen.",
    remark: nothing,
  });
  assert.equal(
    answerFor(one, [one, ofAnother, ownOther, own], children).remark,
    "Van dezelfde methode is er wel een bedrag dat daarbij past: € 80 per kind.",
  );
  assert.equal(answerFor(amount({ fits: "" }), [], families("3")).remark, nothing);
});
