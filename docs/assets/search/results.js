/** The parts of a list of results that explain it. They are built from text only, so that what was typed stays text. */

import { explain } from "./excerpt.js";

const SITE = new URL("../../", import.meta.url);
const METHODS = new URL("methoden/", SITE);
const UNTIL_ROWS_ARE_FILLED = 300; // milliseconds; until then rows are low and too many of them seem to be on the screen

/** Meanings to choose from, "ook gezocht op", "zie ook", and what to do when nothing was found. */
export function renderNotes(container, answer) {
  const parts = [];
  if (answer.meanings.length) parts.push(meanings(answer));
  if (!answer.hits.length) parts.push(...nothing(answer));
  else if (answer.nearest) parts.push(paragraph("note", nearestText(answer)));
  if (answer.alsoSearched.length) parts.push(paragraph("meta", `Ook gezocht op: ${answer.alsoSearched.join(", ")}.`));
  if (answer.nearest && answer.suggestions.length) parts.push(paragraph("meta", "Bedoelde u: ", ...links(answer.suggestions), "?"));
  if (answer.related.length) parts.push(paragraph("meta", "Zie ook: ", ...links(answer.related), "."));
  container.replaceChildren(...parts);
}

function meanings({ query, meanings: all }) {
  const items = all.map(({ label, count, query: meant }) => {
    const link = make("a", { href: address(meant), textContent: label });
    link.dataset.meaning = label;
    return make("li", {}, link, " ", make("span", { className: "detail", textContent: counted(count) }));
  });
  const box = make("div", { className: "meanings" }, paragraph("", `“${query.trim()}” heeft meer dan één betekenis. Welke bedoelt u?`));
  box.append(make("ul", {}, ...items));
  return box;
}

const nearestText = ({ tried }) =>
  tried.length > 1
    ? `Geen methode heeft alle woorden (${tried.join(", ")}). Hieronder staat wat het dichtst in de buurt komt.`
    : "Precies dit vonden wij niet. Hieronder staat wat het dichtst in de buurt komt.";

function nothing({ query, tried, meanings: all }) {
  const sought = tried.length ? ` Wij zochten op ${tried.map((word) => `“${word}”`).join(" en ")}: als los woord, in andere vormen, als deel van een woord en met een tikfout.` : "";
  const suggest = make("a", { href: new URL("bijdragen/", SITE).href, textContent: "Stel haar voor" });
  return [
    ...(all.length ? [] : [paragraph("note", `Niets gevonden voor “${query.trim()}”.${sought}`)]),
    paragraph("", "Kent u een methode die hier hoort te staan? ", suggest, "."),
  ];
}

/** Why this method was found: the field by name, and its words with what was sought marked. Returns an element. */
export function renderWhy(hit) {
  const why = paragraph("why", make("span", { className: "why__field", textContent: `Gevonden in ${hit.field}` }));
  const fill = () => {
    if (hit.excerpt?.length) why.append(": ", ...hit.excerpt.map(piece));
  };
  if (hit.excerpt) fill();
  else whenOnScreen(why, () => explain(hit).then(fill, () => {})); // without the text, the name of the field still says something
  return why;
}

/** Texts are fetched for what is looked at: a long list would ask for a file for every row. */
function whenOnScreen(element, act) {
  const watcher = new IntersectionObserver(
    (seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watcher.disconnect();
      act();
    },
    { rootMargin: "100px" },
  );
  setTimeout(() => watcher.observe(element), UNTIL_ROWS_ARE_FILLED);
}

const piece = ({ text, marked }) => (marked ? make("mark", { textContent: text }) : text);

/** What else was found: organisations, tools, terms and pages. */
export function renderGroups(container, answer) {
  const sections = answer.groups.map(({ label, items }) => {
    const list = items.map(({ name, address: to, note }) =>
      make("li", {}, make("a", { href: new URL(to, SITE).href, textContent: capital(name) }), " ", make("span", { className: "detail", textContent: note })),
    );
    return make("section", {}, make("h3", { textContent: label }), make("ul", {}, ...list));
  });
  container.replaceChildren(...(sections.length ? [make("h2", { textContent: "Ook gevonden" }), ...sections] : []));
}

/** The page of all results for a query; choices that are in the address of that page stay. */
export function address(query) {
  const to = new URL(METHODS);
  if (new URL(".", location.href).pathname === METHODS.pathname) to.search = location.search;
  to.searchParams.set("q", query);
  return to.href;
}

export const counted = (count) => (count === 1 ? "1 methode" : `${count || "geen"} methoden`);

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function links(texts) {
  return texts.flatMap((text, at) => [at ? ", " : "", make("a", { href: address(text), textContent: text })]);
}

const paragraph = (className, ...children) => make("p", className ? { className } : {}, ...children);

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
