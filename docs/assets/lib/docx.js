// A text to take along → a Word document. The same blocks as macros/views/common/paper.py, which builds make DOCX of with
// macros/rendering/paper/docx.py. Load it on the click: it brings a library of 75 kB.
//
//   const { docx, DOCX } = await import("../lazy/docx.js");
//   download(await docx({ title, blocks }), DOCX, "memo.docx");
//
// blocks, in order:
//   {kind: "heading", level: 2, text}        levels 2 and 3; the title is level 1
//   {kind: "paragraph", runs}                runs: [{text, strong?, link?, notes?}]; link: whole address; notes: [1, 3]
//   {kind: "list", items}                    items: [runs]
//   {kind: "table", caption, head, rows}     head: [text]; rows: [[runs]]; the first cell of a row is its head
//   {kind: "picture", png, width, height, alt}   png: ArrayBuffer; width and height in pixels of the page
//   {kind: "notes", items}                   numbered from 1; the notes of a run lead here

import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "../packages/docx.js";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const LANGUAGE = { value: "nl-NL" };
const MARGIN = 1134; // twentieths of a point: 2 cm
const WIDTH = 11906 - 2 * MARGIN; // of A4, between the margins
const SHARE_OF_HEADS = 0.18; // of the width of a table, for the heads of its rows
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "8A8F98" };
const NOTES = "bronnen";

const STYLES = {
  default: {
    document: {
      run: { font: "Calibri", size: 21, language: LANGUAGE },
      paragraph: { spacing: { after: 100, line: 264 } },
    },
    heading1: { run: { size: 34, bold: true, color: "15324B" }, paragraph: { spacing: { after: 160 } } },
    heading2: {
      run: { size: 26, bold: true, color: "15324B" },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { size: 22, bold: true, color: "15324B" },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
  },
};
const NUMBERING = {
  config: [
    {
      reference: NOTES,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1.",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 480, hanging: 480 } } },
        },
      ],
    },
  ],
};

/** @returns {Promise<Blob>} a document with headings, a table whose head repeats, and links from every note to its place */
export const docx = ({ title, blocks }) =>
  Packer.toBlob(
    new Document({
      title,
      creator: "Methodebibliotheek gezin",
      styles: STYLES,
      numbering: NUMBERING,
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 }, margin: marginsOf(MARGIN) } },
          children: [heading({ level: 1, text: title }), ...blocks.flatMap((block) => PARTS[block.kind](block))],
        },
      ],
    }),
  );

const marginsOf = (size) => ({ top: size, right: size, bottom: size, left: size });

const PARTS = {
  heading,
  paragraph: ({ runs }) => new Paragraph({ children: runs.flatMap(run) }),
  list: ({ items }) => items.map((runs) => new Paragraph({ bullet: { level: 0 }, children: runs.flatMap(run) })),
  table,
  picture: ({ png, width, height, alt }) =>
    new Paragraph({
      children: [
        new ImageRun({
          type: "png",
          data: png,
          transformation: { width, height },
          altText: { name: alt, title: alt, description: alt },
        }),
      ],
    }),
  notes: ({ items }) => items.map(note),
};

function heading({ level, text }) {
  return new Paragraph({ heading: `Heading${level}`, children: [new TextRun({ text })] });
}

/** A piece of text, with the marks of its sources. */
function run({ text, strong = false, link = null, notes = [] }) {
  const said = link
    ? new ExternalHyperlink({ link, children: [new TextRun({ text, style: "Hyperlink" })] })
    : new TextRun({ text, bold: strong });
  return [said, ...notes.flatMap((number) => [new TextRun({ text: " " }), mark(number)])];
}

const mark = (number) =>
  new InternalHyperlink({
    anchor: `bron-${number}`,
    children: [new TextRun({ text: `[${number}]`, style: "Hyperlink" })],
  });

function table({ caption, head, rows }) {
  const first = Math.round(WIDTH * SHARE_OF_HEADS);
  const widths = head.map((_, place) => (place ? Math.round((WIDTH - first) / (head.length - 1)) : first));
  const cell = (runs, place) =>
    new TableCell({
      width: { size: widths[place], type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      shading: place ? undefined : { fill: "F1F4F7" },
      children: [new Paragraph({ spacing: { after: 0 }, children: runs.flatMap(run) })],
    });
  const row = (cells, isHead) =>
    new TableRow({
      tableHeader: isHead || undefined,
      cantSplit: true,
      children: cells.map((runs, place) => cell(runs, place)),
    });
  const strong = (text) => [{ text, strong: true }];
  const borders = Object.fromEntries(
    ["top", "bottom", "left", "right", "insideHorizontal", "insideVertical"].map((side) => [side, LINE]),
  );
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: caption, italics: true })] }),
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [row(head.map(strong), true), ...rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ];
}

function note(runs, place) {
  const [first, ...rest] = runs.flatMap(run);
  return new Paragraph({
    numbering: { reference: NOTES, level: 0 },
    children: [new Bookmark({ id: `bron-${place + 1}`, children: [first] }), ...rest],
  });
}
