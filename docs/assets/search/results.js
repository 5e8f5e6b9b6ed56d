/** The parts of a list of results that explain it. They are built from text only, so that what was typed stays text. */

import { h } from "../lib/elements.js";
import { linkTo, ROOT } from "../lib/links.js";
import { capital } from "../lib/text.js";
import { explain } from "./excerpt.js";

const METHODS = new URL("methoden/", ROOT);
const UNTIL_ROWS_ARE_FILLED = 300; // milliseconds; until then rows are low and too many of them seem to be on the screen

/** Meanings to choose from, "ook gezocht op", "zie ook", and what to do when nothing was found. */
export function renderNotes(container, answer) {
  const parts = [];
  if (answer.meanings.length) parts.push(meanings(answer));
  if (!answer.hits.length) parts.push(...nothing(answer));
  else if (answer.nearest) parts.push(paragraph("note", nearestText(answer)));
  if (answer.alsoSearched.length) parts.push(paragraph("meta", `Ook gezocht op: ${answer.alsoSearched.join(", ")}.`));
  if (answer.nearest && answer.suggestions.length)
    parts.push(paragraph("meta", "Bedoelde u: ", ...links(answer.suggestions), "?"));
  if (answer.related.length) parts.push(paragraph("meta", "Zie ook: ", ...links(answer.related), "."));
  container.replaceChildren(...parts);
}

function meanings({ query, meanings: all }) {
  const items = all.map(({ label, count, query: meant }) => {
    const link = h("a", { href: address(meant), "data-meaning": label }, label);
    return h("li", {}, link, " ", h("span", { class: "detail" }, counted(count)));
  });
  const question = paragraph(null, `“${query.trim()}” heeft meer dan één betekenis. Welke bedoelt u?`);
  return h("div", { class: "meanings" }, question, h("ul", {}, ...items));
}

const nearestText = ({ tried }) =>
  tried.length > 1
    ? `Geen methode heeft alle woorden (${tried.join(", ")}). Hieronder staat wat het dichtst in de buurt komt.`
    : "Precies dit vonden wij niet. Hieronder staat wat het dichtst in de buurt komt.";

function nothing({ query, tried, meanings: all }) {
  const words = tried.map((word) => `“${word}”`).join(" en ");
  const how = "als los woord, in andere vormen, als deel van een woord en met een tikfout";
  const sought = tried.length ? ` Wij zochten op ${words}: ${how}.` : "";
  const suggest = h("a", { href: linkTo("bijdragen/") }, "Stel die voor");
  return [
    ...(all.length ? [] : [paragraph("note", `Niets gevonden voor “${query.trim()}”.${sought}`)]),
    paragraph(null, "Kent u een methode die hier hoort te staan? ", suggest, "."),
  ];
}

/** Why this method was found: the field by name, and its words with what was sought marked. Returns an element. */
export function renderWhy(hit) {
  const why = paragraph("why", h("span", { class: "why__field" }, `Gevonden in ${hit.field}`));
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

const piece = ({ text, marked }) => (marked ? h("mark", {}, text) : text);

/** What else was found: organisations, tools, terms and pages. */
export function renderGroups(container, answer) {
  const sections = answer.groups.map(({ label, items }) => {
    const list = items.map(({ name, address: to, note }) =>
      h("li", {}, h("a", { href: linkTo(to) }, capital(name)), " ", h("span", { class: "detail" }, note)),
    );
    return h("section", {}, h("h3", {}, label), h("ul", {}, ...list));
  });
  container.replaceChildren(...(sections.length ? [h("h2", {}, "Ook gevonden"), ...sections] : []));
}

/** The page of all results for a query; choices that are in the address of that page stay. */
export function address(query) {
  const to = new URL(METHODS);
  if (new URL(".", location.href).pathname === METHODS.pathname) to.search = location.search;
  to.searchParams.set("q", query);
  return to.href;
}

export const counted = (count) => (count === 1 ? "1 methode" : `${count || "geen"} methoden`);

function links(texts) {
  return texts.flatMap((text, at) => [at ? ", " : "", h("a", { href: address(text) }, text)]);
}

const paragraph = (name, ...children) => h("p", { class: name }, ...children);
