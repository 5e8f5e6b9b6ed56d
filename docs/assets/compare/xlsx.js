// A workbook as XLSX, in which numbers stay numbers.

import { generateXlsxFileSync } from "../packages/write_excel_file.js";

const TOP = { alignVertical: "top", wrap: true };
const NORMAL_FORMAT = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
const NORMAL_NAME = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** The style called Normal: the library leaves it out, and some programs warn that it is missing. */
const withNormal = (xml) =>
  xml.replace("<cellXfs", `${NORMAL_FORMAT}<cellXfs`).replace("</cellXfs>", `</cellXfs>${NORMAL_NAME}`);
const OPTIONS = {
  fontFamily: "Calibri",
  fontSize: 11,
  features: [{ files: { transform: { "xl/styles.xml": { transform: withNormal } } } }],
};

/**
 * sheets: [{name, rows, widths, frozen}]; the first row holds the heads, `frozen` columns stay in sight, and a value is
 * text, a number, {share} for a percentage, or null.
 * @returns {Promise<Blob>}
 */
export const workbook = (sheets) => generateXlsxFileSync(sheets.map(sheetOf), OPTIONS);

const sheetOf = ({ name, rows, widths, frozen }) => ({
  sheet: name,
  data: rows.map((row, line) => row.map((value) => cell(value, line === 0))),
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  stickyColumnsCount: frozen,
});

function cell(value, isHead) {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return { ...TOP, value, type: Number };
  if (typeof value === "object") return { ...TOP, value: value.share, type: Number, format: "0%" };
  return { ...TOP, value, type: String, fontWeight: isHead ? "bold" : undefined };
}
