/** The orders of the list; what each means stands in macros/views/catalogue/orders.py and on the page. */

const BY = {
  naam: () => (first, second) => first - second,
  nagekeken: (records) => (first, second) =>
    compare(records.reviewed[second], records.reviewed[first]) || first - second,
  bewijs: (records) => (first, second) => records.evidence[first] - records.evidence[second] || first - second,
  relevantie: (_records, ranks) => (first, second) => ranks.get(first) - ranks.get(second),
};

const compare = (first, second) => (first < second ? -1 : first > second ? 1 : 0);

/** The order that is used: the one that was asked for, unless it needs a query and there is none. */
export const orderOf = (choice) => {
  const usual = choice.query ? "relevantie" : "naam";
  return choice.order && (choice.order !== "relevantie" || choice.query) ? choice.order : usual;
};

/**
 * @param {number[]} places
 * @param {Map<number, number> | null} ranks  place of a method → its rank in the answer
 */
export const inOrder = (places, order, records, ranks) => [...places].sort(BY[order](records, ranks));
