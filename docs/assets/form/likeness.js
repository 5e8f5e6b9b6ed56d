// The word that was probably meant, found as Python's difflib finds it, so that form and checker suggest the same.

/** The most alike of the choices, or undefined if none is alike enough. */
export function closest(typed, choices, atLeast) {
  let best;
  for (const choice of choices) {
    const likeness = ratio([...choice], [...typed]);
    if (likeness < atLeast) continue;
    if (!best || likeness > best.likeness || (likeness === best.likeness && inOrder(best.choice, choice)))
      best = { likeness, choice };
  }
  return best?.choice;
}

const inOrder = (first, second) => first < second;

function ratio(a, b) {
  return a.length + b.length ? (2 * matching(a, b, 0, a.length, 0, b.length)) / (a.length + b.length) : 1;
}

/** How many characters lie in the longest run both have, and in the longest before and after it. */
function matching(a, b, fromA, toA, fromB, toB) {
  const { at, inB, size } = longest(a, b, fromA, toA, fromB, toB);
  if (!size) return 0;
  return size + matching(a, b, fromA, at, fromB, inB) + matching(a, b, at + size, toA, inB + size, toB);
}

function longest(a, b, fromA, toA, fromB, toB) {
  let found = { at: fromA, inB: fromB, size: 0 };
  let before = new Map();
  for (let i = fromA; i < toA; i += 1) {
    const now = new Map();
    for (let j = fromB; j < toB; j += 1) {
      if (a[i] !== b[j]) continue;
      const size = (before.get(j - 1) ?? 0) + 1;
      now.set(j, size);
      if (size > found.size) found = { at: i - size + 1, inB: j - size + 1, size };
    }
    before = now;
  }
  return found;
}
