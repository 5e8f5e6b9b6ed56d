// The preview says of amounts, ages, periods and what is old the same as the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { agesText, costText, isStale, periodText, recognitionAge } from "../../docs/assets/form/wording.js";
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
