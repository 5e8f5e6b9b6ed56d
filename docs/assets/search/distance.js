/** How many slips lie between two words: a letter too many, missing, wrong, or two changed places. */

/** The number of slips, or `most` + 1 as soon as there are more. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older = [];
  let old = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= other.length; at++) {
      const wrong = one[row - 1] === other[at - 1] ? 0 : 1;
      let steps = Math.min(old[at] + 1, now[at - 1] + 1, old[at - 1] + wrong);
      const isSwap = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (isSwap) steps = Math.min(steps, older[at - 2] + 1);
      now.push(steps);
      if (steps < least) least = steps;
    }
    if (least > most) return most + 1;
    [older, old] = [old, now];
  }
  return old[other.length];
}

/** How many slips a word may hold: short words and abbreviations none. */
export const slipsIn = (word) => (/\d/.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

/** How alike two words are by their parts of three letters: 0 to 1. */
export function likeness(one, other) {
  const text = `^${one}$`;
  const others = `^${other}$`;
  let shared = 0;
  for (let at = 0; at < other.length; at++) if (text.includes(others.slice(at, at + 3))) shared += 1;
  return (2 * shared) / (one.length + other.length);
}
