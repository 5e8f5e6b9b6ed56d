// What a reader takes along of a chart: PNG and CSV, and of one result out of a chart of many the SVG too.

import { chartAt, chartOf, FILES, rowsOf, signsOf } from "../lib/chart.js";
import { download } from "../lib/download.js";

/** Give the reader the chart of this place as a file of this kind. */
export async function takeAlong(place, kind, name) {
  const [content, type] = await FILES[kind](await chartOfPlace(place));
  download(content, type, name);
}

async function chartOfPlace({ dataset }) {
  const chart = await chartAt(new URL(dataset.chart, location.href));
  return dataset.chartRow ? ofOneRow(chart, rowsOf(chart).get(dataset.chartRow)) : chart;
}

/** The chart of one result: its sources stand in its row. */
const ofOneRow = (chart, row) =>
  chartOf(chart, row.dataset.title, [{ head: "", rows: [row] }], { signs: signsOf(chart), notes: [] });
