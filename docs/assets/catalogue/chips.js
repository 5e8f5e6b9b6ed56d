/** What is chosen, as buttons that undo it one by one, and one that undoes all. */

import { element } from "./rows.js";

/**
 * @param {{onQuery: () => void, onValue: (facet: string, value: string) => void, onAll: () => void}} undo
 */
export function renderChips(list, choice, facets, undo) {
  const chips = [];
  if (choice.query) chips.push(chip("Gezocht", choice.query, undo.onQuery));
  for (const facet of facets) {
    for (const [value, label] of facet.values) {
      if (choice.chosen.get(facet.id)?.has(value)) chips.push(chip(facet.label, label, () => undo.onValue(facet.id, value)));
    }
  }
  if (chips.length > 1) chips.push(button("Wis alles", "choose__clear", undo.onAll));
  const focused = [...list.children].findIndex((one) => one.contains(document.activeElement));
  list.replaceChildren(...chips.map((one) => element("li", {}, one)));
  list.hidden = chips.length === 0;
  return focused < 0 ? null : (list.children[Math.min(focused, chips.length - 1)]?.firstChild ?? null);
}

function chip(kind, text, onClick) {
  const made = button(`${kind}: ${text}`, "choose__chip", onClick);
  made.prepend(element("span", { className: "sr-only", textContent: "Haal weg: " }));
  return made;
}

function button(textContent, className, onClick) {
  const made = element("button", { type: "button", className, textContent });
  made.addEventListener("click", onClick);
  return made;
}
