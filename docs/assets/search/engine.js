/**
 * The search: a question in, an answer out. Everything it needs lies below zoek/ in the site and is fetched when it is
 * first asked for.
 *
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {{id: string, name: string, score: number, field: string, excerpt: Piece[] | null}} Hit
 *   `field` is the Dutch name of the field it was found in; `excerpt` is filled in for the first hits only.
 * @typedef {{label: string, count: number, query: string}} Meaning
 * @typedef {{label: string, items: {name: string, address: string, note: string}[]}} Group  `address` from the root of the site
 * @typedef {{query: string, hits: Hit[], alsoSearched: string[], related: string[], meanings: Meaning[], nearest: boolean,
 *   tried: string[], suggestions: string[], groups: Group[]}} Answer
 */

/**
 * @param {string} query  what was typed
 * @returns {Promise<Answer>}
 */
export async function search(query) {
  return { query, hits: [], alsoSearched: [], related: [], meanings: [], nearest: false, tried: [], suggestions: [], groups: [] };
}
