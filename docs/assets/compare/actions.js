// What a reader can do with a comparison, such as take along the rows on the screen. Each answers with what to say, if anything.

import { copyText } from "../lib/clipboard.js";
import { download } from "../lib/download.js";
import { chartActions } from "./chart.js";
import { choose } from "./choice.js";
import { memoActions } from "./memo_actions.js";
import { comparisonSheet, costSheet, csv, resultSheet, separated } from "./sheets.js";

const fileName = ({ columns }, ending) => `vergelijking-${columns.map(({ id }) => id).join("-")}.${ending}`;

function save(content, type, name) {
  download(content, type, name);
  return `${name} is gedownload.`;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DENIED = "Uw browser staat kopiëren niet toe.";

export const actions = {
  ...memoActions,
  ...chartActions,
  async copy({ model }) {
    return (await copyText(separated(comparisonSheet(model), "\t")))
      ? "De rijen zijn gekopieerd. Plak ze in een spreadsheet."
      : DENIED;
  },
  async link() {
    return (await copyText(location.href)) ? "De link is gekopieerd." : DENIED;
  },
  csv({ model }) {
    return save(csv(comparisonSheet(model)), "text/csv;charset=utf-8", fileName(model, "csv"));
  },
  async xlsx({ model, methods }) {
    const { workbook } = await import("../lazy/xlsx.js");
    const comparison = comparisonSheet(model);
    const sheets = [
      {
        name: "Vergelijking",
        rows: comparison,
        widths: comparison[0].map((_, place) => (place < 2 ? 24 : 48)),
        frozen: 2,
      },
      {
        name: "Resultaten",
        rows: resultSheet(methods),
        widths: [24, 22, 48, 28, 32, 9, 9, 9, 12, 12, 14, 14, 14, 22, 24, 24, 32, 40],
        frozen: 1,
      },
      { name: "Kosten", rows: costSheet(methods), widths: [24, 14, 12, 24, 10, 40, 16, 40], frozen: 1 },
    ];
    return save(await workbook(sheets), XLSX, fileName(model, "xlsx"));
  },
  clear() {
    choose([], "De vergelijking is leeg.");
  },
  print() {
    window.print();
  },
};
