// The results of chosen methods as a chart, put together of the rows that the build drew for each card, as
// macros/views/compare/comparison_chart.py does for the ready-made comparisons.

import { chartAt, chartOf, FILES, rowsOf } from "../lib/chart.js";
import { download } from "../lib/download.js";
import { linkTo } from "../lib/links.js";
import { capital } from "../lib/text.js";
import { blocks, listed } from "./shared_scales.js";

const NOTHING = "Van deze methoden is geen resultaat te tekenen.";

async function save({ methods, index }, kind) {
  const chart = await comparisonChart(methods, index);
  if (!chart) return NOTHING;
  const name = `resultaten-${methods.map(({ id }) => id).join("-")}.${kind}`;
  download(...(await FILES[kind](chart)), name);
  return `${name} is gedownload.`;
}

export const chartActions = {
  "chart-svg": (about) => save(about, "svg"),
  "chart-png": (about) => save(about, "png"),
  "chart-csv": (about) => save(about, "csv"),
};

/** The chart as a document; null if nothing can be drawn, or too much. */
async function comparisonChart(methods, { aspects, chart: texts }) {
  const charts = await Promise.all(methods.filter(({ chart }) => chart).map(({ chart }) => chartAt(linkTo(chart))));
  const drawn = new Map(charts.flatMap((chart) => [...rowsOf(chart)]));
  if (!drawn.size || drawn.size > texts.most) return null;
  const groups = blocks(methods, aspects).flatMap((block) => groupsOf(block, drawn, texts));
  const total = methods.flatMap(({ results }) => results).length;
  const rest = total - drawn.size;
  const notes = [texts.order, ...(rest ? [put(texts.leftOut, { count: rest, total })] : [])];
  const title = put(texts.title, { names: listed(methods.map(({ name }) => name)) });
  return chartOf(charts[0], title, groups, { signs: texts.signs, notes });
}

function groupsOf({ label, scales, apart, whyApart }, drawn, texts) {
  const measure = capital(label);
  const rows = (told) => told.map(({ result }) => drawn.get(result.link)).filter(Boolean);
  const shared = scales.map(({ unit, results, cautions }) => {
    const caution = cautions.length ? put(texts.caution, { cautions: cautions.join("; ") }) : "";
    return { head: put(texts.scale, { measure, unit, caution }), rows: rows(results) };
  });
  const rest = rows(apart);
  if (!rest.length) return shared;
  const head = put(whyApart.length ? texts.apart : texts.alone, { measure, why: whyApart.join("; ") });
  return [...shared, { head, rows: rest }];
}

const put = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
