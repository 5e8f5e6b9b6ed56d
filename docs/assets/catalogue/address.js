/**
 * What is chosen ↔ the address of the page, so that a view can be mailed and the back button works.
 *
 * @typedef {{query: string, order: string, chosen: Map<string, Set<string>>}} Choice
 *   `chosen` holds facet id → ids of values; a facet without a choice is not in it. `order` is empty for the usual order.
 */

const QUERY = "q";
const ORDER = "volgorde";
const LONGEST_QUERY = 200;

/** @returns {Choice} */
export const nothingChosen = () => ({ query: "", order: "", chosen: new Map() });

/**
 * Reads an address, which anyone may have typed: what does not exist is left out and named.
 *
 * @param {string} search  "?thema=return-home&q=kopp"
 * @param {{id: string, values: [string, string][]}[]} facets
 * @param {string[]} orders
 * @returns {{choice: Choice, ignored: string[]}}
 */
export function readAddress(search, facets, orders) {
  const choice = nothingChosen();
  const ignored = [];
  for (const [key, value] of new URLSearchParams(search)) {
    const facet = facets.find((one) => one.id === key);
    if (key === QUERY) choice.query = value.slice(0, LONGEST_QUERY).trim();
    else if (key === ORDER && orders.includes(value)) choice.order = value;
    else if (facet?.values.some(([id]) => id === value)) choose(choice, key, value);
    else if (!facet || value) ignored.push(value ? `${key}=${value}` : key);
  }
  return { choice, ignored };
}

/** The address of a choice; the same choice always has the same address. */
export function writeAddress(choice, facets) {
  const address = new URLSearchParams();
  if (choice.query) address.set(QUERY, choice.query);
  for (const facet of facets) {
    for (const [value] of facet.values) if (isChosen(choice, facet.id, value)) address.append(facet.id, value);
  }
  if (choice.order) address.set(ORDER, choice.order);
  const text = address.toString();
  return text ? `?${text}` : location.pathname;
}

export const isChosen = (choice, facet, value) => choice.chosen.get(facet)?.has(value) ?? false;

export const hasChoices = (choice) => choice.chosen.size > 0;

export function choose(choice, facet, value) {
  if (!choice.chosen.has(facet)) choice.chosen.set(facet, new Set());
  choice.chosen.get(facet).add(value);
}

export function undo(choice, facet, value) {
  choice.chosen.get(facet)?.delete(value);
  if (!choice.chosen.get(facet)?.size) choice.chosen.delete(facet);
}
