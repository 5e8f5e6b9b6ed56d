// Only in pages of `make serve`: shows a page anew when something was saved that it may be made from.
const here = new URL(import.meta.url);
const changes = new EventSource(new URL(`changes${here.search}`, here));
let lost = false;
changes.addEventListener("message", () => location.reload());
changes.addEventListener("error", () => {
  lost = true;
});
changes.addEventListener("open", () => {
  if (lost) location.reload(); // the server was started again
});
