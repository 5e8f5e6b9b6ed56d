// What the site knows of the methods: fetched when it is needed, each file once.

import { ROOT } from "./dom.js";

const loaded = new Map();

async function fetched(address) {
  const response = await fetch(new URL(address, ROOT));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function once(address) {
  if (!loaded.has(address)) loaded.set(address, fetched(address));
  return loaded.get(address);
}

/** The names of the rows, and of all methods with their other names. */
export const methodIndex = () => once("vergelijken/methoden.json");

/** One method: its rows, results and costs. */
export const load = (id) => once(`vergelijken/data/${id}.json`);

const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").trim();

/** The method with this name or other name, or the only one whose name holds it. */
export function named(index, text) {
  const wanted = folded(text);
  if (!wanted) return null;
  const exact = index.methods.find(([id, ...names]) => id === wanted || names.some((name) => folded(name) === wanted));
  const close = index.methods.filter(([, ...names]) => names.some((name) => folded(name).includes(wanted)));
  const found = exact ?? (close.length === 1 ? close[0] : null);
  return found ? { id: found[0], name: found[1] } : null;
}
