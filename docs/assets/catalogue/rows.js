/** The rows of the list: a name and a status at once, and the whole row as the build made it when it is near the screen. */

import { fragment, h } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";
import { whenNear } from "./nearby.js";
import { rowHtml } from "./records.js";

/**
 * Put the rows of these methods behind those that stand there already.
 * @param {(place: number) => Node[]} why  what the search adds to a row
 */
export function addRows(body, records, places, columns, why) {
  for (const place of places) {
    const waiting = shortRow(records, place, columns);
    body.append(waiting);
    whenNear(waiting, () => fill(waiting, place, records, why));
  }
}

/** Where the whole row does not come, a name, a status and a link are no reason to stop. */
function shortRow(records, place, columns) {
  const [phase, status] = records.statuses[records.status[place]];
  const name = h("a", { href: linkTo(`methoden/${records.id[place]}/`) }, records.name[place]);
  const head = h(
    "th",
    { scope: "row" },
    name,
    " ",
    h("span", { class: `chip chip--${phase}` }, status),
    h("p", {}, "\u00a0"),
  );
  return h(
    "tr",
    { "data-method": records.id[place], "data-waits": true },
    head,
    ...columns.map((label) => h("td", { "data-label": label })),
  );
}

async function fill(row, place, records, why) {
  const found = why(place);
  row.querySelector("p").after(...found);
  delete row.dataset.waits;
  const whole = fragment(await rowHtml(records, place)).querySelector("tr");
  whole.querySelector("p").after(...found);
  const hasFocus = row.contains(document.activeElement); // the first of the rows that a reader asked for
  row.replaceChildren(...whole.children);
  if (hasFocus) row.querySelector("a").focus();
}
