// Questions and answers, over the files of a small library that the build made.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expected } from "./expected.mjs";

const asked = [];
globalThis.fetch = async (address) => {
  const path = /zoek\/[^?]*/.exec(String(address))[0];
  asked.push(path);
  const text = expected.search[path];
  return { ok: text !== undefined, status: text === undefined ? 404 : 200, json: async () => JSON.parse(text) };
};
const { search } = await import("../../docs/assets/search/engine.js");

const ids = async (query) => (await search(query)).hits.map(({ id }) => id);

test("the heavier the place, the higher the method", async () => {
  assert.deepEqual(await ids("zonnebloem"), [
    "d-naam",
    "e-begin",
    "g-anders",
    "c-alias",
    "f-binnen",
    "b-samenvatting",
    "a-kosten",
  ]);
});

test("the method whose name was typed comes before one whose name only begins so", async () => {
  assert.deepEqual(await ids("Kompas"), ["kompas", "kompas-licht"]);
  assert.deepEqual(await ids("kompas licht"), ["kompas-licht"]);
  assert.equal((await ids("waakvlam"))[0], "kompas-licht");
});

test("what a question names comes first, whatever else is asked", async () => {
  for (const query of ["wijkteam heliant", "qqqqqqq heliant", "heliant familie stad"]) {
    const answer = await search(query);
    assert.equal(answer.hits[0].id, "g-anders", query);
    assert.equal(answer.nearest, true, query);
  }
  const both = await search("kompas heliant");
  assert.deepEqual(
    both.hits
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
    ["g-anders", "kompas"],
  );
  assert.equal(both.nearest, false, "all that was typed are names");
});

test("a word on most methods neither blocks nor decides", async () => {
  assert.ok((await ids("gezinnen")).length > 10);
  assert.deepEqual(await ids("wijkteam gezinnen"), await ids("wijkteam"));
  const answer = await search("qqqqqqq gezinnen");
  assert.deepEqual([answer.hits, answer.nearest, answer.tried], [[], true, ["qqqqqqq"]]);
});

test("an answer tells what was searched besides, and what is related", async () => {
  const answer = await search("heliant");
  assert.equal(answer.hits[0].id, "g-anders");
  assert.deepEqual(answer.alsoSearched, ["zonnebloem"]);
  assert.deepEqual(answer.related, ["tulp"]);
  assert.deepEqual(answer.tried, ["heliant"]);
  assert.equal(answer.nearest, false);
  assert.deepEqual(answer.suggestions, []);
});

test("all words have to be there; if no method has them all, the nearest are told", async () => {
  assert.deepEqual(await ids("stad wijkteam"), ["i-twee", "voorbeeld-thuis"]);
  const nearest = await search("zonnebloem wijkteam");
  assert.equal(nearest.nearest, true);
  assert.ok(nearest.hits.length > 3);
  assert.deepEqual(await ids("qqqqqqq"), []);
});

test("an expression finds what holds it, also with a word that says nothing in between", async () => {
  assert.deepEqual(await ids("uit huis geplaatst"), ["b-samenvatting", "voorbeeld-thuis"]);
  assert.deepEqual(await ids("uithuisplaatsing"), ["b-samenvatting", "voorbeeld-thuis"]);
  assert.equal((await search("uithuisplaatsing")).hits[0].field, "samenvatting");
});

test("a slip is forgiven and told", async () => {
  const answer = await search("zonebloem");
  assert.equal(answer.hits[0].id, "d-naam");
  assert.ok(answer.alsoSearched.includes("zonnebloem"));
  assert.deepEqual((await search("zonnebloemxx")).suggestions.slice(0, 1), []);
});

test("words that look alike are suggested when nothing is found", async () => {
  const answer = await search("zonnebrand");
  assert.equal(answer.nearest, true);
  assert.deepEqual(answer.suggestions, ["zonnebloem"]);
  assert.ok(answer.suggestions.length <= 5);
  assert.ok(!answer.suggestions.includes("zonnebrand"));
});

test("an abbreviation with several meanings asks which", async () => {
  const answer = await search("vo");
  assert.deepEqual(
    answer.meanings.map(({ label, query }) => [label, query]),
    [
      ["zonnebloem", "zonnebloem"],
      ["wijkteam", "wijkteam"],
    ],
  );
  assert.deepEqual(
    answer.meanings.map(({ count }) => count),
    [7, 3],
  );
  assert.equal(answer.nearest, false);
});

test("what is no method stands in groups, if its name was meant", async () => {
  const { groups } = await search("voorbeeldorganisatie");
  assert.deepEqual(
    groups.map(({ label }) => label),
    ["Organisaties"],
  );
  assert.deepEqual(groups[0].items, [
    { name: "Voorbeeldorganisatie", address: "organisaties/voorbeeldorganisatie/", note: "goed doel" },
  ]);
  const wide = await search("voorbeeld");
  assert.ok(wide.groups.every(({ items }) => items.length <= 5));
  assert.deepEqual(
    (await search("samen")).groups.map(({ label }) => label),
    ["Begrippen"],
  );
});

test("the first hits are explained with the words marked", async () => {
  const { hits } = await search("zonnebloemen iedereen", { explained: 1 });
  assert.equal(hits[0].id, "b-samenvatting");
  assert.equal(hits[0].name, "Tweede");
  assert.equal(hits[0].note, "Loopt (peildatum onbekend)");
  assert.deepEqual(hits[0].excerpt, [
    { text: "Een ", marked: false },
    { text: "zonnebloem", marked: true },
    { text: " voor ", marked: false },
    { text: "iedereen", marked: true },
    { text: ", niet uit huis geplaatst.", marked: false },
  ]);
  const phrase = await search("uit huis geplaatst", { explained: 1 });
  assert.deepEqual(
    phrase.hits[0].excerpt.filter(({ marked }) => marked).map(({ text }) => text),
    ["uit huis geplaatst"],
  );
});

test("no file is fetched twice", () => {
  assert.equal(new Set(asked).size, asked.length);
});

test("a name that every object has is a word like all others", async () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"]) {
    assert.deepEqual(await ids(name), [], name);
    assert.equal((await search(`kompas ${name}`)).hits[0].id, "kompas", name);
    assert.ok(Array.isArray((await search(name.slice(0, -2))).hits), name);
  }
});
