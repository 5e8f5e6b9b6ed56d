/** A choice → the methods to show, in order, with what the search says about them and the counts beside every value. */

import { chooseMethods } from "./choosing.js";
import { inOrder, orderOf } from "./orders.js";

/**
 * @param {import("./address.js").Choice} choice
 * @returns {Promise<{places: number[], counts: Uint32Array[], found: object | null, hits: Map<number, object>, failed: boolean}>}
 *   `found` is the answer of the search; `hits` goes from a method to its hit
 */
export async function answerTo(choice, records) {
  const { found, failed } = await searched(choice.query);
  const hits = new Map(
    (found?.hits ?? []).map((hit) => [records.place.get(hit.id), hit]).filter(([place]) => place !== undefined),
  );
  const { matching, counts } = chooseMethods(records, choice.chosen, found && hits.keys());
  const ranks = new Map([...hits.keys()].map((place, rank) => [place, rank]));
  const order = found ? orderOf(choice) : orderOf({ ...choice, query: "" });
  return { places: inOrder(matching, order, records, ranks), counts, found, hits, failed };
}

/** The search is fetched when there is something to search; it explains its hits when their rows are near the screen. */
async function searched(query) {
  if (!query) return { found: null, failed: false };
  try {
    const { search } = await import("../lazy/search.js");
    return { found: await search(query, { explained: 0 }), failed: false };
  } catch (error) {
    console.error(error);
    return { found: null, failed: true };
  }
}
