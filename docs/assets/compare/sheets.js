// What goes into a spreadsheet: the rows as they are shown, and the results and costs with their numbers apart.

import { linkTo } from "../lib/links.js";

/** The text of a cell; a number where the whole cell is one. */
export function plain({ lines, number }) {
  return number ?? lines.map(({ text, detail }) => (detail ? `${text} (${detail})` : text)).join("\n");
}

export function comparisonSheet({ columns, groups }) {
  const rows = groups.flatMap(({ label, rows }) => rows.map((row) => [label, row.label, ...row.cells.map(plain)]));
  return [
    ["Groep", "Rij", ...columns.map(({ name }) => name)],
    ...rows,
    ["Bron", "Kaart met alle bronnen", ...columns.map(({ link }) => linkTo(link))],
  ];
}

const percent = (share) => (share === undefined ? null : { share });

export function resultSheet(methods) {
  const head = [
    "Methode",
    "Maat",
    "Resultaat in woorden",
    "Resultaat",
    "Toelichting",
    "Aantal",
    "Van",
    "Aandeel",
    "95%-interval van",
    "95%-interval tot",
    "Bedrag in euro",
    "Waarde van de effectmaat",
    "Richting",
    "Opzet",
    "Gemeten door",
    "Onafhankelijk",
    "Bij wie",
    "Bron",
  ];
  const rows = methods.flatMap(({ name, results }) => results.map((result) => [name, ...resultRow(result)]));
  return [head, ...rows];
}

function resultRow({
  measure,
  statement,
  headline,
  remark,
  numbers,
  direction,
  design,
  evaluator,
  whoLabel,
  population,
  link,
}) {
  const { count = null, of = null, share, low, high, amount = null, effect = null } = numbers;
  return [
    measure.label,
    statement,
    headline,
    remark,
    count,
    of,
    percent(share),
    percent(low),
    percent(high),
    amount,
    effect,
    direction,
    design,
    evaluator ?? "niet genoemd",
    whoLabel,
    population,
    linkTo(link),
  ];
}

export function costSheet(methods) {
  const head = ["Methode", "Bedrag in euro", "Tot", "Per", "Prijsjaar", "Waarvoor", "Nauwkeurigheid", "Bron"];
  const rows = methods.flatMap(({ id, name, costs }) => {
    if (!costs.length) return [[name, "onbekend", null, null, null, null, null, linkTo(`methoden/${id}/#kosten`)]];
    return costs.map(({ amount, to: top, per, year, covers, precision, link }) => [
      name,
      amount,
      top,
      per,
      year ?? "onbekend",
      covers,
      precision,
      linkTo(link),
    ]);
  });
  return [head, ...rows];
}

/** Rows as separated text; numbers with a decimal comma, and text that a spreadsheet would calculate stays text. */
export function separated(rows, separator) {
  return rows.map((row) => row.map((value) => field(value, separator)).join(separator)).join("\r\n");
}

function field(value, separator) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** For a Dutch spreadsheet: semicolons, and a mark that says the text is UTF-8. */
export const csv = (rows) => `\uFEFF${separated(rows, ";")}\r\n`;
