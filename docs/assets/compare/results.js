// The blocks of results on the page, around the items that the build made.

import { fragment, h } from "../lib/elements.js";
import { capital } from "../lib/text.js";

/** @param {Object} rates  measure → what happens anyway, as the build wrote it */
export function results(blocks, rates) {
  if (blocks.length)
    return [
      ...(blocks.some(({ isShared }) => isShared) ? [] : [alone()]),
      ...blocks.map((block) => section(block, rates[block.measure])),
    ];
  return [
    h(
      "p",
      { class: "unknown" },
      "Van geen van deze methoden zijn resultaten bekend. Dat betekent niet dat er geen effect is.",
    ),
  ];
}

/** What may be set on one scale, with what happens anyway; `title` stands above what belongs to no scale. */
export function sharedResults(blocks, rates, title) {
  const shared = blocks
    .filter(({ scales }) => scales.length)
    .map(({ measure, label, scales }) =>
      h(
        "section",
        { class: "measure" },
        h("h3", {}, capital(label)),
        rates[measure] ? fragment(rates[measure]) : null,
        scales.map(scale),
      ),
    );
  const others = blocks.filter(({ measure, scales }) => !scales.length && rates[measure]);
  if (!others.length) return shared;
  const told = others.map(({ measure }) => fragment(rates[measure]));
  const summary = h("summary", {}, title);
  return [...shared, h("details", { class: "more-line" }, summary, told)];
}

function alone() {
  const told = " deze methoden hebben geen maat gemeen. Elk resultaat hieronder staat dus op zichzelf.";
  return h("p", { class: "apart" }, h("b", {}, "Niet vergelijkbaar:"), told);
}

function section({ label, scales, apart, whyApart, missing }, rates) {
  return h(
    "section",
    { class: "measure" },
    h("h3", {}, capital(label)),
    rates ? fragment(rates) : null,
    scales.map(scale),
    whyApart.length ? h("p", { class: "apart" }, h("b", {}, "Niet vergelijkbaar:"), ` ${whyApart.join("; ")}.`) : null,
    apart.length ? h("ul", { class: "weighed-list" }, items(apart)) : null,
    missing.length ? h("p", { class: "meta" }, `Geen resultaat op deze maat bekend: ${missing.join(", ")}.`) : null,
  );
}

function scale({ unit, results: told, cautions }) {
  const caution = cautions.length ? ` Let op: ${cautions.join("; ")}.` : "";
  return h(
    "div",
    { class: "scale" },
    h("p", {}, h("b", {}, "Op één schaal:"), ` dezelfde maat, geteld in ${unit}.${caution}`),
    h("ul", { class: "weighed-list" }, items(told)),
  );
}

const items = (told) => told.map(({ result }) => result.item.cloneNode(true));
