// Looks up in the table how many families a comparison needs; it reckons nothing (macros/views/evidence/sample_size.py).
const form = document.querySelector("[data-families]");
const table = document.querySelector("[data-families-table]");
const [first, second, answer] = ["first", "second", "answer"].map((name) =>
  form.querySelector(`[data-families-${name}]`),
);

function show() {
  const cells = [...table.querySelectorAll("td")];
  for (const cell of cells) cell.removeAttribute("aria-current");
  const found = cells.find(({ dataset }) => dataset.first === first.value && dataset.second === second.value);
  found.setAttribute("aria-current", "true");
  const needed = Number(found.textContent);
  answer.textContent = Number.isNaN(needed)
    ? "Dat is geen verschil."
    : `U hebt in elke groep ${needed} gezinnen nodig, dus ${2 * needed} in totaal.`;
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", show);
show();
