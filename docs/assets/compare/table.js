// The rows as a table, as the template comparison.html has them.

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
  return h(
    "tbody",
    {},
    head,
    rows.map((row) => line(row, columns)),
  );
}

function line({ label, differs, cells }, columns) {
  const mark = differs ? h("span", { class: "differs__mark", title: "verschilt" }, "≠", hidden(" verschilt")) : null;
  return h(
    "tr",
    { class: differs ? "differs" : null },
    h("th", { scope: "row" }, label, mark ? " " : "", mark),
    cells.map((cell, place) =>
      h("td", { "data-label": columns[place].name }, content(cell), source(cell, label, columns[place].name)),
    ),
  );
}

function content({ lines }) {
  if (lines.length === 1) return value(lines[0]);
  return [
    h(
      "ul",
      { class: "lines" },
      lines.map((one) => h("li", {}, value(one))),
    ),
  ];
}

function value({ text, tone, link, more, detail }) {
  const main = tone ? h("span", { class: "unknown" }, text) : link ? h("a", { href: linkTo(link) }, text) : text;
  return [
    main,
    more ? " " : "",
    more ? told(more) : null,
    detail ? " " : "",
    detail ? h("span", { class: "detail" }, detail) : null,
  ];
}

function told(more) {
  return h("a", { class: "to-source", href: linkTo(more) }, "uitspraak", hidden(" op de kaart"));
}

function source({ known, link }, label, name) {
  return known
    ? [" ", h("a", { class: "to-source", href: linkTo(link) }, "bron", hidden(` bij ${label} van ${name}`))]
    : [];
}
