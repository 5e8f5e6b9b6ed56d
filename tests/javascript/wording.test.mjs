// The preview says of amounts, ages, periods and what is old the same as the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { agesText } from "../../docs/assets/form/age_words.js";
import { numberText } from "../../docs/assets/form/number_text.js";
import { studyFacts, studyTitle } from "../../docs/assets/form/study_words.js";
import {
  costConditions,
  costText,
  intakeText,
  isStale,
  periodText,
  priceYear,
  recognitionAge,
  statusText,
} from "../../docs/assets/form/wording.js";
import { expected } from "./expected.mjs";

const { book } = expected.cards;
const { worded } = expected;
const [year, month, day] = worded.today;
const today = new Date(year, month - 1, day);

test("an amount, an age, a period and what is old are worded as on the page", () => {
  const made = {
    costs: (value) => costText(book, value),
    ages: (value) => agesText(book, value),
    periods: periodText,
    decided: (value) => recognitionAge(book, value, today),
    stale: (value) => isStale(book, value, today),
  };
  for (const [name, write] of Object.entries(made)) {
    assert.ok(worded[name].length > 3);
    for (const [given, text] of worded[name]) assert.equal(write(given), text, `${name} ${JSON.stringify(given)}`);
  }
});

test("a recognition whose date nobody knows says so, and half of an amount is no reason to stop", () => {
  assert.equal(recognitionAge(book, undefined, today), "datum onbekend");
  assert.equal(costText(book, {}), "");
  assert.equal(costText(book, { amount: "veel" }), "€ veel");
});

test("every card of the examples is told in the words of its page", () => {
  const said = new Map();
  for (const { book: own, organisations, told } of expected.told) {
    const named = (id) => organisations[id];
    const made = {
      costs: (cost) => [costText(own, cost), costConditions(own, cost).join("; "), priceYear(cost)],
      ages: (ages) => agesText(own, ages),
      status: (status) => statusText(own, status),
      intake: (intake) => intakeText(own, intake),
      results: ([kind, result]) => Object.values(numberText(own, kind, result)),
      studies: ([study, outcomes]) => [studyTitle(own, study, named), studyFacts(own, study, named, outcomes)],
    };
    assert.deepEqual(Object.keys(told).sort(), Object.keys(made).sort());
    for (const [name, write] of Object.entries(made)) {
      for (const [given, text] of told[name]) assert.deepEqual(write(given), text, `${name} ${JSON.stringify(given)}`);
      said.set(name, (said.get(name) ?? 0) + told[name].length);
    }
  }
  for (const [name, count] of said) assert.ok(count > 1, `${name}: ${count}`);
});

test("a school year, two that follow and a longer row of them are worded as people say them", () => {
  const school = (from, to) => agesText(book, { school: { from, to } });
  const word = (id) => book.terms["vocabulary/school-year"][id]?.[0] ?? id;
  const [first, second, third] = Object.keys(book.terms["vocabulary/school-year"]);
  assert.equal(school(first), word(first));
  if (third) {
    const last = (id) => word(id).replace(/^\S+ /u, "");
    assert.equal(school(first, second), `${word(first)} en ${last(second)}`);
    assert.equal(school(first, third), `${word(first)} tot en met ${last(third)}`);
  }
});

test("a result that is half filled in has question marks and no interval", () => {
  const text = (kind, result) => Object.values(numberText(book, kind, result));
  assert.deepEqual(text("[proportion]", { count: "3" }), ["3 van ?", ""]);
  assert.deepEqual(text("[proportion]", { count: "5", of: "4" }), ["5 van 4", ""]);
  assert.deepEqual(text("[amount]", {}), ["?", "over hoeveel is niet gegeven"]);
  assert.deepEqual(text("[score]", { before: "6" })[0], "van 6 naar ?");
  assert.deepEqual(text(undefined, {}), ["", ""]);
});
