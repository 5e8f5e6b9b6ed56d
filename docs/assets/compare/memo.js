// The memo about chosen methods, as blocks of text (lib/docx.js): what the build says of each method, one beside the other,
// as macros/views/compare/memo_paper.py does for ready-made comparisons.

import { capital } from "../lib/text.js";
import { comparability, listed, blocks as resultBlocks } from "./shared_scales.js";

const run = (text, more = {}) => ({ text, strong: false, link: null, notes: [], ...more });
const heading = (level, text) => ({ kind: "heading", level, text });
const paragraph = (...runs) => ({ kind: "paragraph", runs });
const list = (items) => ({ kind: "list", items });
const strong = (text) => run(text, { strong: true });

/** Puts values in the places {…} of a text of the build. */
const filled = (text, values) => text.replace(/\{(\w+)\}/gu, (_, name) => values[name]);

/**
 * @param {{index: Object, methods: Object[], question?: string, answer?: string, library: string, address: string,
 *   linkTo: (path: string) => string, pictures?: Object[]}} about  what the build says of all methods and of these; the names
 *   and addresses; and a block for each scale, for who takes pictures
 * @returns {{title: string, blocks: Object[]}}
 */
export function memo({ index, methods, question, answer = "", library, address, linkTo, pictures = [] }) {
  const { texts, day, cautions } = index.memo;
  const names = listed(methods.map(({ name }) => name));
  const numbers = numbering([index, ...methods].map((one) => one.memo.sources));
  const found = resultBlocks(methods, index.aspects);
  const made = run(filled(texts.made, { library, day }));
  const about = (key) => list(methods.map(({ name, memo: part }) => [strong(`${name}:`), run(` ${part[key]}`)]));
  const blocks = [
    paragraph(made, run(` ${texts.address}`), run(address, { link: address }), run(".")),
    ...(answer ? [heading(2, texts.answer), paragraph(run(answer))] : []),
    heading(2, texts.table),
    {
      kind: "table",
      caption: filled(texts.caption, { names }),
      head: ["", ...methods.map(({ name }) => name)],
      rows: nine(index, methods, numbers),
    },
    cards(methods, texts, linkTo),
    ...scales(found, index.memo, numbers, pictures),
    ...rates(found, index.memo, numbers),
    heading(2, texts.cautions),
    list([comparability(found, index.comparability), ...cautions].map((text) => [run(text)])),
    heading(2, texts.conclude),
    about("conclude"),
    heading(2, texts.unknown),
    about("unknown"),
    heading(2, texts.sources),
  ];
  const asked = question ?? filled(texts.question, { names });
  return { title: filled(texts.title, { question: asked }), blocks: [...blocks, numbers.notes(texts.places)] };
}

const nine = ({ shortRows }, methods, numbers) =>
  shortRows.map((label, place) => [
    [strong(label)],
    ...methods.map(({ memo: part }) => said(part.cells[place], numbers)),
  ]);

function said({ lead, text, sources }, numbers) {
  const runs = [strong(lead), run(lead ? ` ${text}` : text)].filter((one) => one.text.trim());
  runs[runs.length - 1].notes = numbers.of(sources);
  return runs;
}

function cards(methods, texts, linkTo) {
  const links = methods.map(({ id, name }) => run(name, { link: linkTo(`methoden/${id}/`) }));
  return paragraph(run(texts.cards), ...links.flatMap((link) => [run(", "), link]).slice(1), run("."));
}

function scales(found, { texts, heads }, numbers, pictures) {
  const shared = found.flatMap(({ label, scales: many }) => many.map((scale) => ({ label, ...scale })));
  if (!shared.length) return [];
  const parts = shared.flatMap(({ label, unit, cautions, results }, place) => [
    heading(3, capital(label)),
    paragraph(
      run(
        filled(texts.counted, { unit }) + (cautions.length ? filled(texts.but, { cautions: cautions.join("; ") }) : ""),
      ),
    ),
    ...pictures.slice(place, place + 1),
    {
      kind: "table",
      caption: filled(texts.results, {
        measure: capital(label),
        names: listed([...new Set(results.map(({ method }) => method.name))]),
      }),
      head: heads,
      rows: results.map(({ method, result }) => [
        [strong(method.name)],
        ...method.memo.results[method.results.indexOf(result)].map((one) => said(one, numbers)),
      ]),
    },
  ]);
  return [heading(2, texts.scales), ...parts];
}

function rates(found, { texts, rates: known }, numbers) {
  const told = found.filter(({ measure }) => known[measure]);
  if (!told.length) return [];
  const parts = told.flatMap(({ measure, label }) => [
    heading(3, capital(label)),
    list(known[measure].map((one) => said(one, numbers))),
  ]);
  return [heading(2, texts.rates), ...parts];
}

/** Numbers the sources in the order in which the memo uses them. */
function numbering(known) {
  const sources = Object.assign({}, ...known);
  const places = new Map(); // id of a source → the places in it
  return {
    of(cited) {
      for (const [id, place] of cited) places.set(id, (places.get(id) ?? new Set()).add(place));
      const order = [...places.keys()];
      return [...new Set(cited.map(([id]) => order.indexOf(id) + 1))];
    },
    notes(text) {
      const items = [...places].map(([id, found]) => {
        const [line, url] = sources[id];
        const where = [...found].filter(Boolean).join("; ");
        const told = where ? `${line} ${filled(text, { places: where })}` : line;
        return url ? [run(`${told} `), run(url, { link: url })] : [run(told)];
      });
      return { kind: "notes", items };
    },
  };
}
