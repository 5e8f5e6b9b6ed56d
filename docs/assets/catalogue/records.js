/**
 * The methods as the build wrote them (macros/search/records.py): one file to choose by, and small ones with the texts
 * of rows, which are fetched for methods on the screen only.
 */

import { words } from "../search/fold.js";

const FOLDER = new URL("../../zoek/", import.meta.url);

async function fetchJson(path) {
  const response = await fetch(new URL(path, FOLDER));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Methods are numbers here: their place in the order of names. */
export async function loadRecords() {
  const records = await fetchJson("methoden.json");
  for (const subject of records.subjects) subject.column = subject.column.map((cell) => (Array.isArray(cell) ? cell : [cell]));
  records.id = records.id.map((id, place) => id || words(records.name[place]).join("-"));
  records.count = records.id.length;
  records.place = new Map(records.id.map((id, place) => [id, place]));
  return records;
}

const files = new Map();

/** The texts of one row: [line, [[label, text], …] for whom, the same for what is known, date of review]. */
export async function rowTexts(records, place) {
  const number = Math.floor(place / records.rowsPerFile);
  if (!files.has(number)) files.set(number, fetchJson(`regels/${number}.json`));
  try {
    return (await files.get(number))[place % records.rowsPerFile];
  } catch (error) {
    files.delete(number); // so that a next look can succeed
    throw error;
  }
}
