// The buttons under a chart. What makes the files comes with the first press.

const KINDS = ["svg", "png", "csv"]; // as FILES in lib/chart.js
const SAVED = "Het staat bij uw downloads.";
const FAILED = "Het is niet gelukt. Neem het beeld als SVG.";

for (const place of document.querySelectorAll("[data-chart]")) {
  const status = place.querySelector("[data-chart-status]");
  for (const kind of KINDS) {
    const button = place.querySelector(`[data-${kind}]`);
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        const { takeAlong } = await import("../lazy/charts.js");
        await takeAlong(place, kind, button.download || button.dataset[kind]);
        status.textContent = SAVED;
      } catch {
        status.textContent = FAILED;
      }
    });
  }
}
