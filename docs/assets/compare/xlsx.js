// A workbook as XLSX (ECMA-376): the few parts that a spreadsheet program asks for, and numbers that stay numbers.

import { zip } from "./zip.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STYLE = { text: 0, head: 1, number: 2, percent: 3 };
export const MIME = `${TYPE}.sheet`;

/** sheets: [{name, rows, widths, frozen}]; a value is text, a number, {share} for a percentage, or null. */
export function workbook(sheets) {
  return zip([
    ["[Content_Types].xml", types(sheets)],
    ["_rels/.rels", relations([[`${OFFICE}/officeDocument`, "xl/workbook.xml"]])],
    ["xl/workbook.xml", book(sheets)],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ...sheets.map((_, place) => [`${OFFICE}/worksheet`, `worksheets/sheet${place + 1}.xml`]),
        [`${OFFICE}/styles`, "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", styles()],
    ...sheets.map((sheet, place) => [`xl/worksheets/sheet${place + 1}.xml`, worksheet(sheet)]),
  ]);
}

function types(sheets) {
  const parts = [
    ["xl/workbook.xml", "sheet.main"],
    ["xl/styles.xml", "styles"],
    ...sheets.map((_, place) => [`xl/worksheets/sheet${place + 1}.xml`, "worksheet"]),
  ];
  const overrides = parts
    .map(([name, kind]) => `<Override PartName="/${name}" ContentType="${TYPE}.${kind}+xml"/>`)
    .join("");
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`;
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${overrides}</Types>`;
}

function relations(targets) {
  const list = targets
    .map(([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`)
    .join("");
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;
}

function book(sheets) {
  const list = sheets
    .map(({ name }, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)
    .join("");
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`;
}

function styles() {
  const top = '<alignment vertical="top" wrapText="1"/>';
  const format = (font, number) =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${top}</xf>`;
  const fonts =
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>';
  const fills =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
  const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
  const base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
  const cells = `<cellXfs count="4">${format(0, 0)}${format(1, 0)}${format(0, 0)}${format(0, 9)}</cellXfs>`;
  const named = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
  return `${HEAD}<styleSheet xmlns="${MAIN}">${fonts}${fills}${borders}${base}${cells}${named}</styleSheet>`;
}

function worksheet({ rows, widths, frozen = 0 }) {
  const corner = name(1, frozen);
  const split = frozen ? ` xSplit="${frozen}"` : "";
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${corner}" activePane="${frozen ? "bottomRight" : "bottomLeft"}" state="frozen"/></sheetView></sheetViews>`;
  const columns = widths
    .map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const data = rows
    .map((row, line) => `<row r="${line + 1}">${row.map((value, place) => cell(value, line, place)).join("")}</row>`)
    .join("");
  return `${HEAD}<worksheet xmlns="${MAIN}">${pane}<cols>${columns}</cols><sheetData>${data}</sheetData></worksheet>`;
}

function cell(value, line, place) {
  if (value === null || value === undefined || value === "") return "";
  const at = name(line, place);
  if (typeof value === "number") return `<c r="${at}" s="${STYLE.number}"><v>${value}</v></c>`;
  if (typeof value === "object") return `<c r="${at}" s="${STYLE.percent}"><v>${value.share}</v></c>`;
  const style = line ? STYLE.text : STYLE.head;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** (0, 27) → AB1 */
function name(line, place) {
  let letters = "";
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${line + 1}`;
}

const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML, without the characters that XML cannot hold. */
function escaped(text) {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (mark) => MARKS[mark]);
}
