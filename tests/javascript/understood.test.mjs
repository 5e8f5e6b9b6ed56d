// What people type for a number, a date, an age or an address, and what the file says for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { understood } from "../../docs/assets/form/understood.js";
import { age, date, euro, number } from "../../docs/assets/lib/dutch.js";
import { expected } from "./expected.mjs";

const fields = (record) => expected.cards.book.records[record].fields;
const RULES = {
  count: [fields("Proportion").of, "of"],
  percent: [fields("Percentage").percent, "percent"],
  score: [fields("Score").score, "score"],
  amount: [fields("Cost").amount, "amount"],
  year: [fields("Cost").price_year, "price_year"],
  date: [fields("Method").reviewed, "reviewed"],
  from: [fields("AgeRange").from, "from"],
  to: [fields("AgeRange").to, "to"],
  through: [fields("AgeRange").through, "through"],
  url: [fields("Contact").url, "url"],
  text: [fields("Method").summary, "summary"],
};
const read = (kind, typed) => {
  const [rule, name] = RULES[kind];
  return understood(rule, typed, { name, title: rule.title });
};

const ONE_MEANING = [
  ["count", "56.500", "56500", "56.500"],
  ["count", "1 234", "1234", "1.234"],
  ["count", "1.234.567", "1234567", "1.234.567"],
  ["percent", "80%", "80", "80%"],
  ["percent", "80 procent", "80", "80%"],
  ["percent", "12,5 %", "12.5", "12,5%"],
  ["score", "8,2", "8.2", "8,2"],
  ["score", "−0,35", "-0.35", "-0,35"],
  ["amount", "12,50", "12.50", "€ 12,50"],
  ["amount", "€ 56.500,-", "56500", "€ 56.500"],
  ["amount", "56.500", "56500", "€ 56.500"],
  ["amount", "1.234,5", "1234.50", "€ 1.234,50"],
  ["amount", "€2000", "2000", "€ 2.000"],
  ["amount", "2000 euro", "2000", "€ 2.000"],
  ["date", "8 april 2019", "2019-04-08", "8 april 2019"],
  ["date", "08-04-2019", "2019-04-08", "8 april 2019"],
  ["date", "8.4.2019", "2019-04-08", "8 april 2019"],
  ["date", "maandag 8 apr. 2019", "2019-04-08", "8 april 2019"],
  ["date", "april 2019", "2019-04", "april 2019"],
  ["date", "13/4/2019", "2019-04-13", "13 april 2019"],
  ["date", "2019-4-8", "2019-04-08", "8 april 2019"],
  ["from", "4 jaar", "4", "vanaf 4 jaar"],
  ["from", "18+", "18", "vanaf 18 jaar"],
  ["from", "30 maanden", "30mo", "vanaf 2½ jaar"],
  ["from", "5 maanden vóór de geboorte", "-5mo", "vanaf 5 maanden vóór de geboorte"],
  ["from", "16 weken zwangerschap", "16wk", "vanaf 16 weken zwangerschap"],
  ["to", "t/m 18", "19", "tot 19 jaar"],
  ["to", "tot en met 17 jaar", "18", "tot 18 jaar"],
  ["through", "t/m 18", "18", "tot en met 18 jaar"],
  ["through", "tot en met 6 jaar", "6", "tot en met 6 jaar"],
  ["to", "tot 12 jaar", "12", "tot 12 jaar"],
  ["url", "www.voorbeeld.nl/x", "https://www.voorbeeld.nl/x", "https://www.voorbeeld.nl/x"],
];

test("what can mean one thing only is understood and shown", () => {
  for (const [kind, typed, value, shown] of ONE_MEANING)
    assert.deepEqual(read(kind, typed), { value, shown }, `${kind} ${typed}`);
});

const MORE_THAN_ONE = [
  ["count", "12,5"],
  ["count", "ruim 70"],
  ["count", "10-20"],
  ["percent", "80-90%"],
  ["percent", "8 op de 10"],
  ["amount", "1,234"],
  ["amount", "2000 per gezin"],
  ["year", "'24"],
  ["date", "4/8/2019"],
  ["date", "voorjaar 2019"],
  ["date", "8-4-19"],
  ["date", "32 mei"],
  ["from", "16 weken"],
  ["from", "t/m 18"],
  ["to", "18+"],
  ["url", "zie de site"],
  ["url", "javascript:alert(1)"],
  ["text", "80%"],
];

test("what can mean two things stays as it was typed", () => {
  for (const [kind, typed] of MORE_THAN_ONE)
    assert.deepEqual(read(kind, typed), { value: typed, shown: "" }, `${kind} ${typed}`);
});

test("what is written as in the file stays, and is told only where people read it in two ways", () => {
  for (const [kind, typed] of [
    ["count", "24"],
    ["score", "8.2"],
    ["amount", "12.50"],
    ["date", "2019-04"],
    ["to", "30mo"],
  ])
    assert.deepEqual(read(kind, typed), { value: typed, shown: "" });
  assert.deepEqual(read("score", "1.234"), { value: "1.234", shown: "1,234" });
});

test("numbers, amounts, dates and ages are written as on the pages", () => {
  const made = { number, euro, date, age };
  for (const [name, cases] of Object.entries(expected.dutch)) {
    assert.ok(cases.length > 3);
    for (const [text, written] of cases) assert.equal(made[name](text), written, `${name} ${text}`);
  }
});
