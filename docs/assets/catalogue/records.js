/**
 * The methods as the build wrote them (macros/search/records.py): one file to choose by, and small ones with the rows
 * themselves, which are fetched for methods on the screen only.
 */

import { fetchJson, fetchJsonOnce } from "../lib/fetch.js";
import { linkTo } from "../lib/links.js";
import { words } from "../lib/text.js";

/** Methods are numbers here: their place in the order of names. */
export async function loadRecords() {
  const records = await fetchJson(linkTo("zoek/methoden.json"));
  for (const subject of records.subjects)
    subject.column = subject.column.map((cell) => (Array.isArray(cell) ? cell : [cell]));
  records.id = records.id.map((id, place) => id || words(records.name[place]).join("-"));
  records.count = records.id.length;
  records.place = new Map(records.id.map((id, place) => [id, place]));
  return records;
}

/** One row of the list, as HTML. */
export async function rowHtml(records, place) {
  const number = Math.floor(place / records.rowsPerFile);
  const rows = await fetchJsonOnce(linkTo(`zoek/regels/${number}.json`));
  return rows[place % records.rowsPerFile];
}
