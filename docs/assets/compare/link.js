// The link that puts a method in the comparison, as the template parts.html makes it; compare/tray.js makes it a button.

import { h, hidden } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";
import { addressOf } from "./address.js";

export function compareLink(id, name) {
  const label = h("span", { "data-compare-label": true }, "Vergelijk");
  return h(
    "a",
    { class: "compare-link", href: linkTo(addressOf([id])), "data-compare": id, "data-name": name },
    label,
    hidden(`: ${name}`),
  );
}
