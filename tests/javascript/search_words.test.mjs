// Words: folding, stems, slips, likeness.
import assert from "node:assert/strict";
import { test } from "node:test";
import { capital, fold, joined, words } from "../../docs/assets/lib/text.js";
import { distance, likeness, slipsIn } from "../../docs/assets/search/distance.js";
import { stemmer } from "../../docs/assets/search/stem.js";
import { expected } from "./expected.mjs";

test("a text is folded as in Python", () => {
  for (const [text, folded, all] of expected.folds) {
    assert.equal(fold(text), folded, text);
    assert.deepEqual(words(text), all, text);
    assert.equal(joined(text), all.join(""), text);
  }
  assert.equal(capital("élan"), "Élan");
  assert.equal(capital("gezin"), "Gezin");
  assert.equal(capital(""), "");
});

test("a word has the stem that it has in Python", () => {
  const { irregular, words: all } = expected.stems;
  const stem = stemmer(irregular);
  assert.ok(Object.keys(all).length > 1000);
  for (const [word, itsStem] of Object.entries(all)) assert.equal(stem(word), itsStem, word);
  for (const [word, itsStem] of Object.entries(all)) assert.equal(stem(word), itsStem, `${word}, asked again`);
});

test("slips are counted: one too many, missing, wrong, or two that changed places", () => {
  const slips = [
    ["huis", "huis", 0],
    ["huis", "huiss", 1],
    ["huis", "uis", 1],
    ["huis", "hvis", 1],
    ["huis", "hius", 1],
    ["huis", "uhis", 1],
    ["huis", "husi", 1],
    ["huis", "uhsi", 2],
    ["huis", "siuh", 3],
    ["huis", "", 4],
    ["", "huis", 4],
    ["ab", "ba", 1],
    ["abc", "ca", 3],
    ["gezin", "gezinnen", 3],
  ];
  for (const [one, other, count] of slips) {
    assert.equal(distance(one, other, 9), count, `${one} ${other}`);
    assert.equal(distance(other, one, 9), count, `${other} ${one}`);
    assert.equal(distance(one, other, count), count);
    if (count) assert.equal(distance(one, other, count - 1), count, "one more than asked for ends the count");
  }
  assert.equal(distance("aaaaaaaa", "bbbbbbbb", 2), 3);
  assert.equal(distance("abcdefgh", "a", 2), 3);
});

test("short words and numbers may hold no slip, long words two", () => {
  assert.deepEqual(
    ["gezi", "gezin", "gezinnen", "gezinnena", "ge2inne", "2", "gezinsplan"].map(slipsIn),
    [0, 1, 1, 2, 0, 0, 2],
  );
});

test("likeness goes from nought to one", () => {
  assert.equal(likeness("gezin", "gezin"), 1);
  assert.equal(likeness("abc", "xyz"), 0);
  assert.equal(likeness("gezin", "gezag"), 0.4);
  assert.equal(likeness("huis", "huisje"), 0.6);
});
