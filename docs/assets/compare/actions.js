// What a reader can do with a comparison, such as take along the rows on the screen. Each answers with what to say, if anything.

import { choose } from "./choice.js";
import { h } from "./dom.js";
import { comparisonSheet, costSheet, csv, resultSheet, separated } from "./sheets.js";
import { MIME, workbook } from "./xlsx.js";

const fileName = ({ columns }, ending) => `vergelijking-${columns.map(({ id }) => id).join("-")}.${ending}`;

function download(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return `${name} is gedownload.`;
}

/** Sites without https have no clipboard of their own; there the old way is tried. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h("textarea", { class: "sr-only", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

const DENIED = "Uw browser staat kopiëren niet toe.";

export const actions = {
  async copy({ model }) {
    return (await copy(separated(comparisonSheet(model), "\t"))) ? "De rijen zijn gekopieerd. Plak ze in een rekenblad." : DENIED;
  },
  async link() {
    return (await copy(location.href)) ? "De link is gekopieerd." : DENIED;
  },
  csv({ model }) {
    return download(csv(comparisonSheet(model)), "text/csv;charset=utf-8", fileName(model, "csv"));
  },
  xlsx({ model, methods }) {
    const comparison = comparisonSheet(model);
    const sheets = [
      { name: "Vergelijking", rows: comparison, widths: comparison[0].map((_, place) => (place < 2 ? 24 : 48)), frozen: 2 },
      { name: "Resultaten", rows: resultSheet(methods), widths: [24, 22, 48, 28, 32, 9, 9, 9, 12, 12, 14, 14, 22, 24, 24, 32, 40], frozen: 1 },
      { name: "Kosten", rows: costSheet(methods), widths: [24, 14, 12, 24, 10, 40, 16, 40], frozen: 1 },
    ];
    return download(workbook(sheets), MIME, fileName(model, "xlsx"));
  },
  clear() {
    choose([], "De vergelijking is leeg.");
  },
  print() {
    window.print();
  },
};
