// A workbook as XLSX, in which numbers stay numbers.

import { generateXlsxFileSync } from "../packages/write_excel_file.js";

const TOP = { alignVertical: "top", wrap: true };

/**
 * sheets: [{name, rows, widths, frozen}]; the first row holds the heads, `frozen` columns stay in sight, and a value is
 * text, a number, {share} for a percentage, or null.
 * @returns {Promise<Blob>}
 */
export const workbook = (sheets) => generateXlsxFileSync(sheets.map(sheetOf));

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
