// The rows as a table, around the cells that the build made.

import { h, hidden } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";

export function table({ columns, groups }) {
  const heads = columns.map(({ name, link }) => h("th", { scope: "col" }, h("a", { href: linkTo(link) }, name)));
  return h(
    "div",
    {
      class: "comparison",
      tabindex: "0",
      role: "region",
      "aria-label": `Vergelijking van ${columns.map(({ name }) => name).join(", ")}`,
    },
    h(
      "table",
      { class: "compare" },
      h("thead", {}, h("tr", {}, h("td"), heads)),
      groups.map((group) => body(group, columns)),
    ),
  );
}

function body({ label, rows }, columns) {
  const head = h("tr", { class: "group" }, h("th", { colspan: columns.length + 1, scope: "colgroup" }, label));
  return h("tbody", {}, head, rows.map(line));
}

function line({ label, differs, cells }) {
  const mark = differs ? h("span", { class: "differs__mark", title: "verschilt" }, "≠", hidden(" verschilt")) : null;
  return h(
    "tr",
    { class: differs ? "differs" : null },
    h("th", { scope: "row" }, label, mark ? " " : "", mark),
    cells.map(({ element }) => element.cloneNode(true)),
  );
}
