// The rows as a table, around the cells that the build made.

import { h } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";

export function table({ columns, groups }) {
  return frame(
    "Alle punten van",
    "compare",
    columns,
    groups.map((group) => body(group, columns)),
  );
}

/** The nine rows, but for those in which all methods are the same. */
export function shortTable(columns, rows) {
  const lines = rows.map(({ label, cells }) => h("tr", {}, h("th", { scope: "row" }, label), cells));
  return frame("Vergelijking van", "compare compare--short", columns, h("tbody", {}, lines));
}

function frame(about, style, columns, inner) {
  const names = columns.map(({ name }) => name).join(", ");
  const head = h("thead", {}, h("tr", {}, h("td"), columns.map(headOf)));
  return h(
    "div",
    { class: "comparison", tabindex: "0", role: "region", "aria-label": `${about} ${names}` },
    h("table", { class: style }, head, inner),
  );
}

const headOf = ({ name, link, state, answer }) =>
  h(
    "th",
    { scope: "col" },
    h("a", { href: linkTo(link) }, name),
    " ",
    h("span", { class: `head-state head-state--${answer}` }, state),
  );

function body({ label, rows }, columns) {
  const head = h("tr", { class: "group" }, h("th", { colspan: columns.length + 1, scope: "colgroup" }, label));
  return h("tbody", {}, head, rows.map(line));
}

function line({ label, differs, cells }) {
  return h(
    "tr",
    { class: differs ? "differs" : null },
    h("th", { scope: "row" }, label),
    cells.map(({ element }) => element.cloneNode(true)),
  );
}
