// What a reader takes along of a chart: PNG and CSV, and of one result out of a chart of many the SVG too.

import { chartAt, chartOf, FILES, rowsOf, signsOf } from "../lib/chart.js";
import { download } from "../lib/download.js";

const SAVED = "Het staat bij uw downloads.";
const FAILED = "Het is niet gelukt. Neem het beeld als SVG.";

for (const place of document.querySelectorAll("[data-chart]")) {
  const status = place.querySelector("[data-chart-status]");
  for (const [kind, make] of Object.entries(FILES)) {
    const button = place.querySelector(`[data-${kind}]`);
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        const [content, type] = await make(await chartOfPlace(place));
        download(content, type, button.download || button.dataset[kind]);
        status.textContent = SAVED;
      } catch {
        status.textContent = FAILED;
      }
    });
  }
}

async function chartOfPlace({ dataset }) {
  const chart = await chartAt(new URL(dataset.chart, location.href));
  return dataset.chartRow ? ofOneRow(chart, rowsOf(chart).get(dataset.chartRow)) : chart;
}

/** The chart of one result: its sources stand in its row. */
const ofOneRow = (chart, row) =>
  chartOf(chart, row.dataset.title, [{ head: "", rows: [row] }], { signs: signsOf(chart), notes: [] });
