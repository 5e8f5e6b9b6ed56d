// Names that every object has are names like all others: as an id, as a field, as a word of a list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCard } from "../../docs/assets/form/check.js";
import { idsIn, shaped } from "../../docs/assets/form/values.js";
import { bare } from "../../docs/assets/lib/bare.js";
import { expected } from "./expected.mjs";

const { base, book, ids } = expected.cards;
const NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];
const METHOD = { is: "record", of: "Method" };
const terms = Object.entries(book.terms).map(([kind, found]) => [kind, new Map(Object.entries(found))]);
const known = Object.fromEntries([
  ...terms,
  ...Object.entries(ids).map(([kind, all]) => [kind, new Map(all.map((id) => [id, id]))]),
]);
const withField = (name, value) =>
  JSON.parse(JSON.stringify(base).replace(/\{/u, `{"${name}":${JSON.stringify(value)},`));

test("data without a prototype has no names but its own", () => {
  for (const name of NAMES) {
    const data = bare(JSON.parse('{"a": {"b": [1, {"c": null}]}}'));
    assert.equal(data[name], undefined, name);
    assert.equal(name in data.a.b[1], false, name);
    assert.equal(bare(JSON.parse(`{"${name}": 1}`))[name], 1, name);
  }
  assert.equal(bare(null), null);
  assert.deepEqual(bare([1, "x"]), [1, "x"]);
});

test("a field of such a name is refused as any unknown field, and breaks nothing", () => {
  for (const name of NAMES) {
    const found = checkCard(book, known, withField(name, "x"));
    const own = found.filter(({ where }) => where === name);
    assert.deepEqual(
      own.map(({ code }) => code),
      ["extra_forbidden"],
      name,
    );
  }
});

test("what fits the format of a draft leaves it out, and no id is found in it", () => {
  for (const name of NAMES) {
    const card = withField(name, { sources: ["x"] });
    assert.deepEqual(shaped(book, METHOD, card), shaped(book, METHOD, base), name);
    assert.deepEqual([...idsIn(book, METHOD, card, "source")], [...idsIn(book, METHOD, base, "source")], name);
  }
});
