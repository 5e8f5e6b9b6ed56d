// What every page can do when scripts run; everything is readable without.
import "../search/start.js";
import "../compare/tray.js";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.classList.add("print-short");
    window.print();
  });
}
window.addEventListener("afterprint", () => document.documentElement.classList.remove("print-short"));

// Folded parts: open for an address within, for paper, and all at once.
const folds = [...document.querySelectorAll("details.sec, details.more-line, details.take-along")];
const openAround = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = folds.filter((fold) => !fold.open && fold.contains(target));
  for (const fold of closed) fold.open = true;
  if (closed.length) target.scrollIntoView();
};
if (folds.length) {
  window.addEventListener("hashchange", openAround);
  openAround();
}
const opened = [];
window.addEventListener("beforeprint", () => {
  opened.push(...folds.filter((fold) => !fold.open && !fold.matches(".sec--extra, .take-along")));
  for (const fold of opened) fold.open = true;
});
window.addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
for (const button of document.querySelectorAll("[data-open-all]")) {
  const parts = folds.filter((fold) => fold.matches(".sec"));
  const shut = () => parts.some((fold) => !fold.open);
  const name = () => (button.textContent = shut() ? "Open alles" : "Sluit alles");
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = shut();
    for (const fold of parts) fold.open = open;
  });
  for (const fold of parts) fold.addEventListener("toggle", name);
}
