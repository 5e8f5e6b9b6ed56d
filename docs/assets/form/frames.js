// What stands around a value that is filled in: its title, its help, its fault, and the buttons beside it.

import { h, hidden } from "../lib/elements.js";
import { whereOf } from "./check.js";

let made = 0;

export function newId() {
  made += 1;
  return `veld-${made}`;
}

export function textsOf(one) {
  const id = newId();
  const { title, help, required } = one.rule;
  return {
    id,
    title: [title, required ? h("span", { class: "form-needed" }, " verplicht") : null].filter(Boolean),
    help: help ? h("p", { class: "detail form-help", id: `${id}-hulp` }, help) : null,
    fault: h("p", { class: "form-fault", id: `${id}-fout`, hidden: true }),
    describedBy: [help && `${id}-hulp`, `${id}-fout`].filter(Boolean).join(" "),
  };
}

export function frame(one, ...children) {
  const text = textsOf(one);
  return h(
    "fieldset",
    {
      class: `form-group${children[0]?.matches?.("[data-add]") ? " form-group--empty" : ""}`,
      "data-where": whereOf(one.keys),
      "aria-describedby": text.describedBy,
    },
    h("legend", {}, ...text.title),
    text.help,
    text.fault,
    ...children,
  );
}

export function button(text, about, onClick, className = "form-button") {
  const made = h("button", { type: "button", class: className }, text, about && hidden(`: ${about}`));
  made.addEventListener("click", onClick);
  return made;
}

export const focusFirst = (element) => element?.querySelector("input, textarea, select, button")?.focus();

/** The same place drawn again: what was open stays open, and where somebody has been is known. */
export function redrawn(old, fresh) {
  const byPlace = (root, selector) =>
    new Map([...root.querySelectorAll(selector)].map((found) => [placeAround(found), found]));
  const details = byPlace(fresh, "details");
  for (const [place, found] of byPlace(old, "details"))
    if (found.open && details.has(place)) details.get(place).open = true;
  const places = byPlace(fresh, "[data-where]");
  for (const place of byPlace(old, "[data-visited]").keys())
    if (places.has(place)) places.get(place).dataset.visited = "";
  if ("visited" in old.dataset) fresh.dataset.visited = "";
  return fresh;
}

const placeAround = (element) => element.closest("[data-where]")?.dataset.where;
