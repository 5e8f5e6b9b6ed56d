// The rows of the chosen methods; the page and the spreadsheet are both made from them.

/** As macros/views/compare/comparison.py does for ready-made comparisons. */
export function compare(index, methods) {
  const rows = index.rows.map((kind, place) =>
    row(
      kind,
      methods.map(({ cells }) => cell(cells[place])),
    ),
  );
  const groups = [...new Set(rows.map(({ group }) => group))];
  return {
    columns: methods.map(({ id, name, state, answer }) => ({ id, name, state, answer, link: `methoden/${id}/` })),
    groups: groups.map((label) => ({ label, rows: rows.filter(({ group }) => group === label) })),
  };
}

/** The nine short rows: those that differ, and those in which all methods are the same, as macros/views/compare/short_rows.py. */
export function shortRows(index, methods) {
  const rows = index.shortRows.map((label, place) => ({ label, cells: methods.map(({ short }) => short[place]) }));
  const isSame = ({ cells }) => cells.length > 1 && new Set(cells.map(({ dataset }) => dataset.said)).size === 1;
  return {
    differ: rows
      .filter((row) => !isSame(row))
      .map((row) => ({ ...row, cells: row.cells.map((one) => one.cloneNode(true)) })),
    same: rows
      .filter(isSame)
      .map(({ label, cells }) => `${label.toLowerCase().replace(/\?$/u, "")}: ${cells[0].dataset.said}`),
  };
}

function cell(element) {
  const { known, number } = element.dataset;
  const items = element.querySelectorAll(":scope > ul.lines > li");
  const lines = (items.length ? [...items] : [element]).map(line);
  return { element, lines, known: known !== undefined, number: number === undefined ? null : Number(number) };
}

/** What a line says, and the detail behind it; without the links to sources. */
function line(element) {
  const copy = element.cloneNode(true);
  const detail = copy.querySelector(":scope > .detail");
  for (const part of [detail, ...copy.querySelectorAll(".to-source")]) part?.remove();
  return { text: oneLine(copy), detail: detail && oneLine(detail) };
}

const oneLine = (element) => element.textContent.replace(/\s+/g, " ").trim();

function row({ id, label, group }, cells) {
  const texts = new Set(cells.map(({ lines }) => JSON.stringify(lines.map(({ text }) => text))));
  return { id, label, group, cells, differs: texts.size > 1 && cells.some(({ known }) => known) };
}

/** Rows that may be folded away: all the same, or of no method anything is known. One method alone has no such rows. */
export const isFoldable = ({ differs, cells }) => !differs && cells.length > 1;

/** The groups without what is folded away; a group without rows goes too. */
export function shown(groups, folded) {
  if (!folded) return groups;
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => !isFoldable(row)) }))
    .filter(({ rows }) => rows.length);
}
