/** The rows of the list, the same as macros/templates/parts.html makes. Texts come later than names; both are only text. */

import { rowTexts } from "./records.js";

const CARDS = new URL("../../methoden/", import.meta.url);
const FIRST_ON_SCREEN = 10;

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Put the rows of these methods behind those that stand there already.
 * @param {(place: number) => Node[]} why  what the search adds to a row
 */
export async function addRows(body, records, places, columns, why) {
  const rows = places.map((place) => row(records, place, columns, why(place)));
  body.append(...rows.map((one) => one.row));
  await fill(rows.slice(0, FIRST_ON_SCREEN), records);
  await fill(rows.slice(FIRST_ON_SCREEN), records);
}

function row(records, place, columns, why) {
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
    ...why,
    reviewed,
  );
  const made = element("tr", {}, head, ...cells);
  made.dataset.method = records.id[place];
  return { row: made, place, line, reviewed, cells };
}

/** Rows without their texts still have a name, a status and a link, so a text that does not come is no reason to stop. */
async function fill(rows, records) {
  await Promise.allSettled(
    rows.map(async ({ place, line, reviewed, cells }) => {
      const [text, whom, known, date] = await rowTexts(records, place);
      line.textContent = text;
      reviewed.textContent = `Nagekeken: ${date}`;
      cells[0].replaceChildren(facts(whom));
      cells[1].replaceChildren(facts(known));
    }),
  );
}

function facts(all) {
  const items = all.map(([label, text, known = 1]) =>
    element("li", {}, element("span", { className: "detail", textContent: `${label}:` }), " ", known ? capital(text) : unknown(text)),
  );
  return element("ul", { className: "lines" }, ...items);
}

const unknown = (text) => element("span", { className: "unknown", textContent: text });

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
