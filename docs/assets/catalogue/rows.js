/** The rows of the list, the same as macros/templates/parts.html makes. Texts come later than names; both are only text. */

import { compareLink } from "../compare/link.js";
import { whenNear } from "./nearby.js";
import { rowTexts } from "./records.js";

const CARDS = new URL("../../methoden/", import.meta.url);

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

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
  const line = element("p", { textContent: "\u00a0" });
  const reviewed = element("span", { className: "detail" });
  const cells = columns.map((label) => element("td"));
  cells.forEach((cell, index) => cell.setAttribute("data-label", columns[index]));
  const head = element(
    "th",
    { scope: "row" },
    element("a", { href: `${CARDS.pathname}${records.id[place]}/`, textContent: records.name[place] }),
    " ",
    element("span", { className: `chip chip--${phase}`, textContent: status }),
    line,
    reviewed,
    compareLink(records.id[place], records.name[place]),
  );
  const made = element("tr", {}, head, ...cells);
  made.dataset.method = records.id[place];
  made.dataset.waits = "";
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
    element("li", {}, element("span", { className: "detail", textContent: `${label}:` }), " ", known ? capital(text) : unknown(text)),
  );
  return element("ul", { className: "lines" }, ...items);
}

const unknown = (text) => element("span", { className: "unknown", textContent: text });

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
