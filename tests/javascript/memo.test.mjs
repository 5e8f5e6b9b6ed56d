// The memo that a browser makes of chosen methods is the one that the build makes of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { memo } from "../../docs/assets/compare/memo.js";
import { paperHtml, paperMarkdown } from "../../docs/assets/lib/paper.js";
import { expected } from "./expected.mjs";

const cases = expected.memos.flatMap(({ files, cases: some }) => some.map((one) => ({ ...one, files })));
const SITE = "https://voorbeeld.example/";

function made({ files, ids, question, answer }) {
  return memo({
    index: files["vergelijken/methoden.json"],
    methods: ids.map((id) => files[`vergelijken/data/${id}.json`]),
    question: question ?? undefined,
    answer: answer ?? undefined,
    library: "Voorbeeldbibliotheek",
    address: `${SITE}vergelijken/?m=${ids.join(",")}`,
    linkTo: (path) => SITE + path,
  });
}

test("a memo has the same blocks, whoever makes it", () => {
  assert.ok(cases.length > 20);
  for (const one of cases) assert.deepEqual(made(one), one.paper);
});

test("a memo is the same Markdown, whoever makes it", () => {
  for (const one of cases) assert.equal(paperMarkdown(made(one)), one.markdown);
});

test("some memos have results on one scale, and some have what happens anyway", () => {
  const headings = cases.map(({ paper }) => paper.blocks.filter(({ level }) => level === 2).map(({ text }) => text));
  for (const name of ["scales", "rates"]) {
    const text = cases[0].files["vergelijken/methoden.json"].memo.texts[name];
    assert.ok(headings.some((found) => found.includes(text)));
    assert.ok(!headings.every((found) => found.includes(text)));
  }
});

test("in HTML every text is text, and heads of a table are heads", () => {
  const runs = [{ text: '<b>"&', strong: false, link: null, notes: [2] }];
  const table = { kind: "table", caption: "x", head: ["", "A"], rows: [[runs, runs]] };
  const html = paperHtml({ title: "<i>", blocks: [table, { kind: "paragraph", runs }] });
  assert.ok(html.includes("<h1>&lt;i&gt;</h1>"));
  assert.ok(html.includes("<p>&lt;b&gt;&quot;&amp; [2]</p>"));
  assert.equal(html.split('scope="row"').length, 2);
  assert.equal(html.split('scope="col"').length, 3);
});
