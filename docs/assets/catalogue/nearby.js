/** Work for rows that waits until they come near the screen: of fifty rows, most readers see eight. */

const MARGIN = "300px 0px";

const waiting = new Map();
const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) if (entry.isIntersecting) start(entry.target);
  },
  { rootMargin: MARGIN },
);

const running = new Set();

function start(element) {
  const work = waiting.get(element);
  waiting.delete(element);
  observer.unobserve(element);
  if (!work) return;
  const done = work().finally(() => running.delete(done));
  running.add(done);
}

/** @param {() => Promise<void>} work  done once, when the element comes near */
export function whenNear(element, work) {
  waiting.set(element, work);
  observer.observe(element);
}

/** Do all that waits now, as before printing, and wait for what was begun already too. */
export function doAll() {
  for (const element of [...waiting.keys()]) start(element);
  return Promise.allSettled([...running]);
}

/** The elements are gone. */
export function forgetAll() {
  observer.disconnect();
  waiting.clear();
}
