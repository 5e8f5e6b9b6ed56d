/** The rows of the list, the same as the template parts.html makes. Texts come later than names; both are only text. */

import { compareLink } from "../compare/link.js";
import { h } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";
import { capital } from "../lib/text.js";
import { whenNear } from "./nearby.js";
import { rowTexts } from "./records.js";

/**
 * Put the rows of these methods behind those that stand there already; their texts come when they are near the screen.
 * @param {(place: number) => Node[]} why  what the search adds to a row
 */
export function addRows(body, records, places, columns, why) {
  for (const place of places) {
    const made = row(records, place, columns);
    body.append(made.row);
    whenNear(made.row, () => fill(made, records, why));
  }
}

function row(records, place, columns) {
  const [phase, status] = records.statuses[records.status[place]];
  const line = h("p", {}, "\u00a0");
  const reviewed = h("span", { class: "detail" });
  const cells = columns.map((label) => h("td", { "data-label": label }));
  const head = h(
    "th",
    { scope: "row" },
    h("a", { href: linkTo(`methoden/${records.id[place]}/`) }, records.name[place]),
    " ",
    h("span", { class: `chip chip--${phase}` }, status),
    line,
    reviewed,
    compareLink(records.id[place], records.name[place]),
  );
  const made = h("tr", { "data-method": records.id[place], "data-waits": true }, head, ...cells);
  return { row: made, place, line, reviewed, cells };
}

/** A row without its texts still has a name, a status and a link, so a text that does not come is no reason to stop. */
async function fill({ row: made, place, line, reviewed, cells }, records, why) {
  line.after(...why(place));
  delete made.dataset.waits;
  const [text, whom, known, date] = await rowTexts(records, place);
  line.textContent = text;
  reviewed.textContent = `Nagekeken: ${date}`;
  cells[0].replaceChildren(facts(whom));
  cells[1].replaceChildren(facts(known));
}

function facts(all) {
  const items = all.map(([label, text, known = 1]) =>
    h("li", {}, h("span", { class: "detail" }, `${label}:`), " ", known ? capital(text) : unknown(text)),
  );
  return h("ul", { class: "lines" }, ...items);
}

const unknown = (text) => h("span", { class: "unknown" }, text);
