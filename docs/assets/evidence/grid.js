// A table of links as one stop for the Tab key, with the arrow keys inside it. Without this every link is a stop.

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

function makeGrid(table) {
  const links = [...table.querySelectorAll("a")];
  const rows = [...table.rows];
  const linksAt = (row, column) => [...(rows[row]?.cells[column]?.querySelectorAll("a") ?? [])];

  const goTo = (link) => {
    for (const other of links) other.tabIndex = other === link ? 0 : -1;
    link.focus();
  };

  const next = (link, [down, right]) => {
    const cell = link.closest("td, th");
    const inCell = [...cell.querySelectorAll("a")];
    const sibling = inCell[inCell.indexOf(link) + down];
    if (down && sibling) return sibling;
    let row = cell.parentElement.rowIndex + down;
    let column = cell.cellIndex + right;
    while (rows[row] && (down || rows[row].cells[column])) {
      const found = linksAt(row, column);
      if (found.length) return down < 0 ? found.at(-1) : found[0];
      row += down;
      column += right;
    }
    return null;
  };

  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const link = event.target.closest("a");
    if (!step || !link || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const found = next(link, step);
    if (found) goTo(found);
  });
  for (const link of links) link.tabIndex = -1;
  (table.querySelector("tbody a") ?? links[0]).tabIndex = 0;
}

for (const table of document.querySelectorAll("[data-grid]")) makeGrid(table);
for (const hint of document.querySelectorAll("[data-grid-hint]")) hint.hidden = false;
