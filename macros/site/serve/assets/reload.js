// Only in pages of `make serve`: shows what was saved as soon as the server has taken it in. Where only words differ they change in
// place, in a quarter of the time that loading takes, and the reader's place and open folds stay. Anything else is loaded anew.
{
  const own = document.currentScript;
  const folder = new URL(".", own.src).href;
  const isText = (node) => node.nodeType === Node.TEXT_NODE;

  /** A page without what another answer may have otherwise: our script, what follows it, and what is there for want of scripts. */
  const plain = (page) => {
    const ours = page.querySelector(`#${own.id}`);
    while (ours.nextSibling) ours.nextSibling.remove();
    for (const node of [ours, ...page.querySelectorAll("noscript")]) node.remove();
    return page;
  };

  const children = (one, other) => [...one.childNodes].map((child, index) => [child, other.childNodes[index]]);
  const pairs = (one, other) => [[one, other], ...children(one, other).flatMap((pair) => pairs(...pair))];

  // Our script runs before those of the page, so what it finds is what was served.
  const whole = document.documentElement.cloneNode(true);
  /** Node of what was served → the node that shows it. */
  const shown = new Map(pairs(whole, document.documentElement));
  const served = plain(whole);

  // Data that a script asked for may have changed too; what has a version in its address gets another address.
  let isAlone = true;
  new PerformanceObserver((loaded) => {
    const isKnown = ({ name, initiatorType }) =>
      initiatorType === "img" || name.startsWith(folder) || new URL(name).searchParams.has("v");
    isAlone &&= loaded.getEntries().every(isKnown);
  }).observe({ type: "resource", buffered: true });

  const isAlike = (was, next) =>
    was.isEqualNode(next) ||
    (was.nodeName === next.nodeName &&
      was.childNodes.length === next.childNodes.length &&
      children(was, next).every((pair) => isAlike(...pair)));

  /** Where pages that are alike differ: pairs of texts, and of elements with other attributes. */
  const differences = (was, next) => {
    if (was.isEqualNode(next)) return [];
    const here = isText(was) || !was.cloneNode().isEqualNode(next.cloneNode()) ? [[was, next]] : [];
    return [...here, ...children(was, next).flatMap((pair) => differences(...pair))];
  };

  const change = (node, next) => {
    if (isText(node)) {
      node.data = next.data;
      return;
    }
    for (const name of node.getAttributeNames()) if (!next.hasAttribute(name)) node.removeAttribute(name);
    for (const { name, value } of next.attributes) node.setAttribute(name, value);
  };

  const dataOf = ({ dataset }) => JSON.stringify({ ...dataset });
  const timesIn = (page, words) => page.textContent.split(words).length;
  const isRepeated = (words) => timesIn(document.documentElement, words) > timesIn(served, words);
  /** Whether no script, nor the browser, made anything of it but what a reader sees. */
  const isUntouched = ([was, next]) => {
    const node = shown.get(was);
    if (!(node.isConnected && node.cloneNode().isEqualNode(was.cloneNode()))) return false;
    return isText(was) ? !isRepeated(was.data) : !was.matches("script, link") && dataOf(was) === dataOf(next);
  };

  /** Change the words that differ; returns whether that made the page what was served. */
  const changeWords = (page) => {
    if (!isAlike(served, page)) return false;
    const differing = differences(served, page);
    if (!differing.every(isUntouched)) return false;
    for (const [was, next] of differing) {
      change(shown.get(was), next);
      change(was, next);
    }
    return true;
  };

  /** Ask for the pictures once more: what was saved may have changed them, at the same address. */
  const renewPictures = () => {
    for (const picture of document.images) {
      const address = new URL(picture.src);
      address.searchParams.set("saved", Date.now());
      if (address.origin === location.origin) picture.src = address.href;
    }
  };

  const show = ({ data }) => {
    const { status, page } = JSON.parse(data);
    const next = new DOMParser().parseFromString(page, "text/html");
    return status === 200 && isAlone && !next.querySelector("template") && changeWords(plain(next.documentElement));
  };

  const changes = new EventSource(`${folder}changes${new URL(own.src).search}&page=${location.pathname.slice(1)}`);
  changes.addEventListener("message", (event) => {
    if (show(event)) renewPictures();
    else location.reload();
  });
  let lost = false;
  changes.addEventListener("error", () => {
    lost = true;
  });
  changes.addEventListener("open", () => {
    if (lost) location.reload(); // the server was started again
  });
}
