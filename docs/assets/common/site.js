// What the pages can do when scripts run; everything is readable without.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.classList.add("print-short");
    window.print();
  });
}
window.addEventListener("afterprint", () => document.documentElement.classList.remove("print-short"));

// What only some pages need is fetched there.
const PARTS = {
  "[data-table-filter]": () => import("../evidence/table_filter.js"),
  "[data-grid]": () => import("../evidence/grid.js"),
  "[data-calculator]": () => import("../evidence/cost_calculator.js"),
};
for (const [selector, load] of Object.entries(PARTS)) {
  if (document.querySelector(selector)) load();
}
