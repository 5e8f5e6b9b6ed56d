/** What is chosen, as buttons that undo it one by one, and one that undoes all. */

import { h, hidden } from "../lib/elements.js";

/**
 * @param {{onQuery: () => void, onValue: (facet: string, value: string) => void, onAll: () => void}} undo
 */
export function renderChips(list, choice, facets, undo) {
  const chips = [];
  if (choice.query) chips.push(chip("Gezocht", choice.query, undo.onQuery));
  for (const facet of facets) {
    for (const [value, label] of facet.values) {
      if (choice.chosen.get(facet.id)?.has(value))
        chips.push(chip(facet.label, label, () => undo.onValue(facet.id, value)));
    }
  }
  if (chips.length > 1) chips.push(button("Wis alles", "choose__clear", undo.onAll));
  const focused = [...list.children].findIndex((one) => one.contains(document.activeElement));
  list.replaceChildren(...chips.map((one) => h("li", {}, one)));
  list.hidden = chips.length === 0;
  return focused < 0 ? null : (list.children[Math.min(focused, chips.length - 1)]?.firstChild ?? null);
}

function chip(kind, text, onClick) {
  const made = button(`${kind}: ${text}`, "choose__chip", onClick);
  made.prepend(hidden("Haal weg: "));
  return made;
}

function button(text, className, onClick) {
  const made = h("button", { type: "button", class: className }, text);
  made.addEventListener("click", onClick);
  return made;
}
