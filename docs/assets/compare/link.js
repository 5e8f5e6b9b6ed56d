// The link that puts a method in the comparison, as templates/parts.html makes it; compare/tray.js makes it a button.

import { addressOf } from "./choice.js";
import { h, hidden, to } from "./dom.js";

export function compareLink(id, name) {
  const label = h("span", { "data-compare-label": true }, "Zet in vergelijking");
  return h("a", { class: "compare-link", href: to(addressOf([id])), "data-compare": id, "data-name": name }, label, hidden(`: ${name}`));
}
