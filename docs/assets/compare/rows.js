// The rows of the chosen methods as plain data; the page and the spreadsheet are both made from it.

/** As macros/views/compare/comparison.py does for ready-made comparisons. */
export function compare(index, methods) {
  const rows = index.rows.map((kind, place) =>
    row(
      kind,
      methods.map((method) => cell(kind, method, method.rows[place])),
    ),
  );
  const groups = [...new Set(rows.map(({ group }) => group))];
  return {
    columns: methods.map(({ id, name }) => ({ id, name, link: `methoden/${id}/` })),
    groups: groups.map((label) => ({ label, rows: rows.filter(({ group }) => group === label) })),
  };
}

const isKnown = ({ tone }) => tone === undefined;

function cell({ section }, { id }, lines) {
  return { lines, known: lines.some(isKnown), link: `methoden/${id}/#${section}` };
}

function row({ id, label, group }, cells) {
  const said = new Set(cells.map(({ lines }) => JSON.stringify(lines.map(({ text }) => text))));
  return { id, label, group, cells, differs: said.size > 1 && cells.some(({ known }) => known) };
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
