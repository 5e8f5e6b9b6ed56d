// The bar with the methods that were chosen, and the links all over the site that put a method in it or take it out.

import { h, hidden } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";
import { addressOf } from "./address.js";
import { add, choose, chosen, isChosen, remove } from "./choice.js";

const isComparing = document.querySelector("[data-side-by-side]") !== null;
const said = h("p", { class: "tray__said", role: "status" });
const list = h("ul");
const now = h("a", { class: "tray__now" }, "Vergelijk nu");
const empty = h("button", { type: "button", class: "tray__empty" }, "Begin opnieuw");
const tray = h(
  "section",
  { class: "tray", "aria-label": "Uw vergelijking", hidden: true },
  h("div", { class: "wrap" }, said, list, h("p", { class: "tray__do" }, now, empty)),
);

function show() {
  const methods = chosen();
  tray.hidden = isComparing || (!methods.length && !said.textContent);
  list.replaceChildren(...methods.map(({ id, name }) => h("li", {}, name, " ", remover(id, name))));
  now.href = linkTo(addressOf(methods.map(({ id }) => id)));
  now.hidden = !methods.length;
  empty.hidden = !methods.length;
  document.querySelectorAll("[data-compare]").forEach(mark);
}

export function remover(id, name) {
  const button = h(
    "button",
    { type: "button", class: "remove" },
    h("span", { "aria-hidden": "true" }, "×"),
    hidden(`Haal ${name} uit de vergelijking`),
  );
  button.addEventListener("click", () => remove(id));
  return button;
}

function mark(link) {
  const isIn = isChosen(link.dataset.compare);
  link.setAttribute("role", "button");
  link.classList.toggle("is-chosen", isIn);
  const label = link.querySelector("[data-compare-label]");
  const text = isIn ? "Haal uit vergelijking" : "Vergelijk";
  if (label.textContent !== text) label.textContent = text;
}

function toggle(event) {
  const link = event.target.closest?.("[data-compare]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || (event.type === "keydown" && event.key !== " "))
    return;
  event.preventDefault();
  const { compare: id, name } = link.dataset;
  if (isChosen(id)) remove(id);
  else add({ id, name });
}

document.addEventListener("click", toggle);
document.addEventListener("keydown", toggle);
document.addEventListener("choice", ({ detail }) => {
  said.textContent = detail;
  show();
});
empty.addEventListener("click", () => choose([], "De vergelijking is leeg."));
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) node.querySelectorAll?.("[data-compare]").forEach(mark);
  }
}).observe(document.body, { childList: true, subtree: true });
document.body.append(tray);
show();
