// A text to take along, as HTML and as Markdown. The blocks are those of lib/docx.js; the Markdown is the same as of
// macros/rendering/paper/markdown.py, and a test holds the two equal.

/** Markdown, with the notes as footnotes. */
export function paperMarkdown({ title, blocks }) {
  const lines = [`# ${plain(title)}`, "", ...blocks.flatMap((block) => [...MARKDOWN[block.kind](block), ""])];
  return `${lines.join("\n").replace(/\n+$/u, "")}\n`;
}

const plain = (text) => text.replaceAll("\n", " ").replace(/([\\`*_[\]<>|#])/gu, "\\$1");
const line = (runs) => runs.map(said).join("");
const row = (cells) => `| ${cells.join(" | ")} |`;

function said({ text, strong, link, notes }) {
  const words = plain(text);
  const marked = link ? `[${words}](<${link}>)` : strong ? `**${words}**` : words;
  return marked + notes.map((number) => `[^${number}]`).join("");
}

const MARKDOWN = {
  heading: ({ level, text }) => [`${"#".repeat(level)} ${plain(text)}`],
  paragraph: ({ runs }) => [line(runs)],
  list: ({ items }) => items.map((runs) => `- ${line(runs)}`),
  notes: ({ items }) => items.map((runs, place) => `[^${place + 1}]: ${line(runs)}`),
  table: ({ caption, head, rows }) => [
    ...[`*${plain(caption)}*`, ""],
    row(head.map(plain)),
    row(head.map(() => "---")),
    ...rows.map((cells) => row(cells.map(line))),
  ],
};

/**
 * HTML for a mail. A mail has no style sheet of ours, and browsers hold what is copied to the policy of our pages, which allows
 * no styles in elements; so the lines of a table are in its attributes.
 */
export const paperHtml = ({ title, blocks }) =>
  `<div lang="nl"><h1>${safe(title)}</h1>${blocks.map((block) => HTML[block.kind](block)).join("")}</div>`;

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text) => text.replace(/[&<>"]/gu, (sign) => SIGNS[sign]);
const TOP = 'align="left" valign="top"';

const html = (runs) =>
  runs
    .map(({ text, strong, link, notes }) => {
      const words = link ? `<a href="${safe(link)}">${safe(text)}</a>` : safe(text);
      return (strong ? `<b>${words}</b>` : words) + notes.map((number) => ` [${number}]`).join("");
    })
    .join("");

const HTML = {
  heading: ({ level, text }) => `<h${level}>${safe(text)}</h${level}>`,
  paragraph: ({ runs }) => `<p>${html(runs)}</p>`,
  list: ({ items }) => `<ul>${items.map((runs) => `<li>${html(runs)}</li>`).join("")}</ul>`,
  notes: ({ items }) => `<ol>${items.map((runs) => `<li>${html(runs)}</li>`).join("")}</ol>`,
  table: ({ caption, head, rows }) =>
    `<table border="1" cellspacing="0" cellpadding="5"><caption align="left"><i>${safe(caption)}</i></caption>` +
    `<thead><tr>${head.map((text) => `<th scope="col" ${TOP}>${safe(text)}</th>`).join("")}</tr></thead>` +
    `<tbody>${rows.map(tableRow).join("")}</tbody></table>`,
};

const tableRow = ([head, ...cells]) =>
  `<tr><th scope="row" ${TOP}>${html(head)}</th>` +
  `${cells.map((runs) => `<td ${TOP}>${html(runs)}</td>`).join("")}</tr>`;
