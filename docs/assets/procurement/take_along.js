// The annex as a text to take along: what stands on the page, as Markdown or as a Word document.

import { download } from "../lib/download.js";
import { h } from "../lib/elements.js";
import { paperMarkdown } from "../lib/paper.js";

const annex = document.querySelector("[data-annex]");
const SKIPPED = ".sr-only, .source-note, [data-annex-buttons]";
const tidy = (text) => text.replace(/\s+/gu, " ");

/** Pieces of text with their links and the numbers of their notes; what only screen readers hear is left out. */
function runs(element) {
  const found = [];
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) found.push({ text: tidy(node.data), notes: [] });
    else if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SKIPPED)) continue;
    else if (node.matches("sup.notes")) {
      const numbers = [...node.querySelectorAll("button")].map((mark) => Number.parseInt(mark.textContent, 10));
      found.push({ text: "", notes: [...new Set(numbers)] });
    } else if (node.matches("a")) found.push({ text: tidy(visible(node)), link: node.href, notes: [] });
    else if (node.matches("b, strong")) found.push({ text: tidy(node.textContent), strong: true, notes: [] });
    else if (node.matches(".detail")) found.push({ text: " (", notes: [] }, ...runs(node), { text: ")", notes: [] });
    else if (node.matches(".place")) found.push({ text: ` ${tidy(node.textContent)};`, notes: [] });
    else found.push(...runs(node));
  }
  return trimmed(found.filter(({ text, notes }) => text || notes.length));
}

const visible = (link) =>
  [...link.childNodes]
    .filter((node) => !node.matches?.(SKIPPED))
    .map((node) => node.textContent)
    .join("");

/** Without white space before the first piece and after the last. */
function trimmed(found) {
  if (found.length) {
    found[0].text = found[0].text.trimStart();
    found.at(-1).text = found.at(-1).text.trimEnd();
  }
  return found.filter(({ text, notes }) => text || notes.length);
}

const BLOCKS = {
  H2: (element) => ({ kind: "heading", level: 2, text: tidy(element.textContent).trim() }),
  H3: (element) => ({ kind: "heading", level: 3, text: tidy(element.textContent).trim() }),
  P: (element) => ({ kind: "paragraph", runs: runs(element) }),
  UL: (element) => ({ kind: "list", items: [...element.children].map(runs) }),
  OL: (element) => ({ kind: "notes", items: [...element.children].map(runs) }),
  TABLE: (element) => ({
    kind: "table",
    caption: tidy(element.caption.textContent).trim(),
    head: [...element.tHead.rows[0].cells].map((cell) => tidy(cell.textContent).trim()),
    rows: [...element.tBodies[0].rows].map((row) => [...row.cells].map(runs)),
  }),
};

/** The page in the blocks of lib/docx.js. */
function paper() {
  const parts = [...annex.querySelectorAll(Object.keys(BLOCKS).join(", "))];
  const outer = parts.filter(
    (part) => !part.matches(SKIPPED) && !parts.some((other) => other !== part && other.contains(part)),
  );
  return {
    title: tidy(annex.querySelector("h1").textContent).trim(),
    blocks: [...outer.map((part) => BLOCKS[part.tagName](part)), from()],
  };
}

const from = () => ({ kind: "paragraph", runs: [{ text: location.href, link: location.href, notes: [] }] });

const FORMS = {
  "Word (DOCX)": async () => {
    const { docx, DOCX } = await import("../lazy/docx.js");
    download(await docx(paper()), DOCX, `${annex.dataset.file}.docx`);
  },
  Markdown: async () => download(paperMarkdown(paper()), "text/markdown;charset=utf-8", `${annex.dataset.file}.md`),
};
const NOT_MADE = "Het bestand kon niet worden gemaakt. Controleer uw verbinding en probeer het opnieuw.";

const buttons = annex.querySelector("[data-annex-buttons]");
const said = h("span", { role: "status" });
for (const [name, make] of Object.entries(FORMS)) {
  const button = h("button", { class: "button button--plain", type: "button" }, `Download als ${name}`);
  button.addEventListener("click", () =>
    make().then(
      () => said.replaceChildren(`${name} is gedownload.`),
      () => said.replaceChildren(NOT_MADE),
    ),
  );
  buttons.append(button);
}
buttons.append(said);
buttons.hidden = false;
