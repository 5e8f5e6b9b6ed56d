// What the site knows of the methods: fetched when it is needed, each file once.

import { bare } from "../lib/bare.js";
import { fragment } from "../lib/elements.js";
import { fetchJsonOnce } from "../lib/fetch.js";
import { ROOT } from "../lib/links.js";
import { words } from "../lib/text.js";

const once = (path) => fetchJsonOnce(new URL(path, ROOT));

/** The names of the rows, and of all methods with their other names. */
export const methodIndex = () => once("vergelijken/methoden.json").then(bare);

/** One method: its results and costs, and as elements its cell of every row and the item of every result. */
export async function load(id) {
  const method = await once(`vergelijken/data/${id}.json`);
  const [table, list] = fragment(method.html).children;
  const [all, short] = table.rows;
  return {
    ...method,
    cells: [...all.cells],
    short: [...short.cells],
    results: method.results.map((result, place) => ({ ...result, item: list.children[place] })),
  };
}

const plain = (name) => words(name).join(" ");

/** The method with this name or other name, or the only one whose name holds it. */
export function named(index, text) {
  const wanted = plain(text);
  if (!wanted) return null;
  const exact = index.methods.find(([id, ...names]) => id === wanted || names.some((name) => plain(name) === wanted));
  const close = index.methods.filter(([, ...names]) => names.some((name) => plain(name).includes(wanted)));
  const found = exact ?? (close.length === 1 ? close[0] : null);
  return found ? { id: found[0], name: found[1] } : null;
}
