/** Work for rows that waits until they come near the screen: of fifty rows, most readers see eight. */

const MARGIN = "300px 0px";

const waiting = new Map();
const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) if (entry.isIntersecting) start(entry.target);
  },
  { rootMargin: MARGIN },
);

function start(element) {
  const work = waiting.get(element);
  waiting.delete(element);
  observer.unobserve(element);
  return work?.();
}

/** @param {() => Promise<void>} work  done once, when the element comes near */
export function whenNear(element, work) {
  waiting.set(element, work);
  observer.observe(element);
}

/** Do all that waits now, as before printing. */
export const doAll = () => Promise.allSettled([...waiting.keys()].map(start));

/** The elements are gone. */
export function forgetAll() {
  observer.disconnect();
  waiting.clear();
}
