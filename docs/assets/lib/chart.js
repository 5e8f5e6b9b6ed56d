// Charts that readers take along. The build made every chart as SVG; here it becomes a PNG, a table, or another chart of some of
// its rows. A row has all that weighs its number in it, and its line of the table.

import { svg } from "./elements.js";
import { fetchText } from "./fetch.js";

const TIMES = 2; // a PNG is twice as sharp as the chart is shown
const LINE = 15;
const SIGNS_A_LINE = 110; // as SIGNS_A_LINE in macros/views/common/figure.py
const TITLE_SIGNS = 78;
const MARGIN = 24;
const INK = "#1b2733"; // as in macros/rendering/templates/common/charts/parts.html
const QUIET = "#526170";
const BYTE_ORDER_MARK = "\ufeff";

/** The chart at an address, as a document. */
export async function chartAt(address) {
  return new DOMParser().parseFromString(await fetchText(address), "image/svg+xml").documentElement;
}

const textOf = (chart) => `${new XMLSerializer().serializeToString(chart)}\n`;

/** The rows of a chart of results, by the address of the result from the root of the site. */
export const rowsOf = (chart) =>
  new Map([...chart.querySelectorAll("[data-result]")].map((row) => [row.dataset.result, row]));

/** The numbers of a chart of results as CSV. */
function tableOf(chart) {
  const lines = [...chart.querySelectorAll("[data-result] > metadata")].map(({ textContent }) => textContent);
  return `${BYTE_ORDER_MARK}${[chart.querySelector("#columns").textContent, ...lines].join("\r\n")}\r\n`;
}

/** Kind of file → its content and type, of a chart. */
export const FILES = {
  svg: async (chart) => [textOf(chart), "image/svg+xml"],
  png: async (chart) => [await pngOf(chart), "image/png"],
  csv: async (chart) => [tableOf(chart), "text/csv;charset=utf-8"],
};

/** The chart as PNG. From a text and not from an address, so that nothing else is fetched. */
async function pngOf(chart) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(chart))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [TIMES * image.naturalWidth, TIMES * image.naturalHeight];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

/** The sources of these rows, each once, as source_text in macros/views/common/figure.py says it. */
export function sourcesOf(rows) {
  const sources = new Set(rows.flatMap((row) => row.dataset.sources.split(" | ")));
  return `${sources.size === 1 ? "Bron" : "Bronnen"}: ${[...sources].join("; ")}.`;
}

/** How every sign of a chart is read: [its name, text]. */
export const signsOf = (chart) =>
  [...chart.querySelectorAll("[data-sign]")].map((sign) => [sign.dataset.sign, sign.textContent]);

/**
 * A chart of rows of other charts.
 * @param {Element} frame  the chart whose frame it takes over, with its date
 * @param {string} title
 * @param {{head: string, rows: Element[]}[]} groups
 * @param {{signs: string[][], notes: string[]}} below  how signs are read, also others than are drawn; what a reader must know
 */
export function chartOf(frame, title, groups, { signs, notes }) {
  const chart = frame.cloneNode(true);
  const part = (id) => chart.querySelector(`#${id}`);
  const rows = groups.flatMap((group) => group.rows);
  const drawn = new Set(rows.flatMap((row) => row.dataset.signs.split(" ")));
  const date = part("notes").lastElementChild.textContent;
  const titles = linesOf(title, TITLE_SIGNS);
  const top = 26 + 20 * titles.length;
  part("title").textContent = title;
  part("desc").textContent = `${title}. ${rows.map((row) => row.querySelector("title").textContent).join("; ")}.`;
  fill(part("head"), [textLines(titles, 26, 16, 20, "700", INK)]);
  part("drawing").setAttribute("y", top);
  const below = top + place(part("drawing"), groups) + MARGIN;
  const shown = signs.filter(([id]) => drawn.has(id)).map(([, text]) => text);
  const said = [...notes, sourcesOf(rows)].flatMap((note) => linesOf(note, SIGNS_A_LINE));
  const texts = [...shown, ...said, date];
  fill(part("signs"), []);
  fill(part("notes"), [textLines(texts, below, 11, LINE, "400", QUIET)]);
  const total = below + LINE * texts.length;
  chart.setAttribute("height", total);
  chart.setAttribute("viewBox", `0 0 780 ${total}`);
  return chart;
}

const fill = (part, children) => part.replaceChildren(...children);

function place(drawing, groups) {
  let y = 0;
  const parts = groups.flatMap(({ head, rows }) => [
    ...(head ? [headOf(head)] : []),
    ...rows.map((row) => row.cloneNode(true)),
  ]);
  for (const part of parts) {
    part.setAttribute("y", y);
    y += Number(part.getAttribute("height"));
  }
  fill(drawing, parts);
  drawing.setAttribute("height", y);
  return y;
}

function headOf(text) {
  const lines = linesOf(text, SIGNS_A_LINE);
  const attributes = { "data-head": "", width: 780, height: lines.length * LINE + 16 };
  return svg("svg", attributes, textLines(lines, 18, 11, LINE, "600", INK));
}

function textLines(lines, y, size, leading, weight, fillColour) {
  const attributes = { x: 8, y, "font-size": size, "font-weight": weight, fill: fillColour };
  return svg(
    "text",
    attributes,
    lines.map((line, at) => svg("tspan", { x: 8, dy: at ? leading : null }, line)),
  );
}

/** The text in lines of at most so many signs, as lines_of in macros/views/common/figure.py breaks it. */
export function linesOf(text, signs) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.length - 1;
    if (last >= 0 && `${lines[last]} ${word}`.length <= signs) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
