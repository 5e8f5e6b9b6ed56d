// What the pages can do when scripts run; everything is readable without.
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.classList.add("print-short");
    window.print();
  });
}
window.addEventListener("afterprint", () => document.documentElement.classList.remove("print-short"));

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

for (const form of document.querySelectorAll("[data-filter]")) {
  const input = form.querySelector("input");
  const status = form.querySelector("[data-filter-status]");
  const rows = [...document.querySelectorAll("[data-results] [data-words]")].map((row) => [row, fold(row.dataset.words)]);
  const apply = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    status.textContent = words.length ? `${shown} van ${rows.length} methoden` : "";
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", apply);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  apply();
}

// What only some pages need is fetched there.
const PARTS = { "[data-ledger]": "./ledger.js", "[data-grid]": "./grid.js" };
for (const [selector, file] of Object.entries(PARTS)) {
  if (document.querySelector(selector)) import(file);
}
