/**
 * Which methods meet the choices, and how many there would be for every other choice.
 *
 * Within a facet one of the chosen values is enough, between facets all must hold. Facets about one subject (a result, a
 * recognition) must hold for one and the same result, so each subject comes as combinations of values.
 */

/**
 * @param {object} records  of records.js
 * @param {Map<string, Set<string>>} chosen
 * @param {Iterable<number> | null} candidates  places of the methods that were found; null for all
 * @returns {{matching: number[], counts: Uint32Array[]}}  counts per facet and value: the methods if only that value
 *   were chosen in its facet and the choices in the others stood
 */
export function chooseMethods(records, chosen, candidates) {
  const tests = records.subjects.map((subject) => testOf(subject, records.facets, chosen));
  const tally = new Tally(records.facets);
  const matching = [];
  for (const place of candidates ?? records.id.keys()) {
    const failing = failingTests(tests, place);
    if (failing.length === 0) {
      matching.push(place);
      for (const test of tests) tally.add(test, place);
    } else if (failing.length === 1) tally.add(failing[0], place);
  }
  return { matching, counts: tally.counts };
}

/** Per combination of a subject: a bit for each facet whose choice it misses. */
function testOf(subject, facets, chosen) {
  const accepted = subject.facets.map((index) => {
    const values = chosen.get(facets[index].id);
    return values && facets[index].values.map(([id]) => values.has(id));
  });
  const misses = subject.combinations.map((combination) =>
    combination.reduce(
      (bits, value, facet) => (accepted[facet] && !accepted[facet][value] ? bits | (1 << facet) : bits),
      0,
    ),
  );
  return { subject, misses };
}

/** At most two, because with two a method counts nowhere. */
function failingTests(tests, place) {
  const failing = [];
  for (const test of tests) {
    if (test.subject.column[place].some((combination) => test.misses[combination] === 0)) continue;
    failing.push(test);
    if (failing.length === 2) break;
  }
  return failing;
}

class Tally {
  constructor(facets) {
    this.counts = facets.map((facet) => new Uint32Array(facet.values.length));
    this.last = facets.map((facet) => new Int32Array(facet.values.length).fill(-1));
  }

  /** Count a method once for each value that it would still have if the choice in that facet alone were another. */
  add({ subject, misses }, place) {
    for (const combination of subject.column[place]) {
      for (let facet = 0; facet < subject.facets.length; facet += 1) {
        if ((misses[combination] & ~(1 << facet)) !== 0) continue;
        const index = subject.facets[facet];
        const value = subject.combinations[combination][facet];
        if (this.last[index][value] === place) continue;
        this.last[index][value] = place;
        this.counts[index][value] += 1;
      }
    }
  }
}
