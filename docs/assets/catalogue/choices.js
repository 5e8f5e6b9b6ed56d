/** The facets as a form: a part that unfolds for each facet, a checkbox for each value, with the number behind it. */

import { h } from "../lib/elements.js";
import { isChosen } from "./address.js";

/** Facets that stand open at first, where there is room. */
const OPEN = 3;

export class Choices {
  /** @param {(facet: string, value: string, isOn: boolean) => void} onChange */
  constructor(form, facets, choice, onChange) {
    const isWide = matchMedia("(min-width: 60rem)").matches;
    this.parts = facets.map((facet, index) => part(facet, (isWide && index < OPEN) || choice.chosen.has(facet.id)));
    this.groups = grouped(this.parts);
    form.replaceChildren(
      ...this.groups.flatMap(({ heading, parts }) => [heading, ...parts.map(({ details }) => details)]),
    );
    form.addEventListener("change", ({ target }) => onChange(target.name, target.value, target.checked));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Values that would find nothing go away, except those that are chosen. */
  update(counts, choice) {
    this.parts.forEach(({ facet, details, number, boxes }, index) => {
      const chosen = choice.chosen.get(facet.id)?.size ?? 0;
      number.textContent = chosen ? ` ${chosen} gekozen` : "";
      boxes.forEach(({ label, box, count }, place) => {
        const found = counts[index][place];
        box.checked = isChosen(choice, facet.id, box.value);
        count.textContent = String(found);
        label.hidden = found === 0 && !box.checked;
        label.classList.toggle("choices__none", found === 0);
      });
      details.hidden = boxes.every(({ label }) => label.hidden);
    });
    for (const { heading, parts } of this.groups) heading.hidden = parts.every(({ details }) => details.hidden);
  }
}

function part(facet, isOpen) {
  const number = h("span", { class: "choices__chosen" });
  const boxes = facet.values.map(([value, label]) => checkbox(facet.id, value, label));
  const values = h("fieldset", {}, h("legend", { class: "sr-only" }, facet.label), ...boxes.map(({ label }) => label));
  const details = h("details", { open: isOpen }, h("summary", {}, facet.label, number), values);
  return { facet, details, number, boxes };
}

function checkbox(facet, value, text) {
  const box = h("input", { type: "checkbox", name: facet, value });
  const count = h("span", { class: "choices__count" });
  const label = h("label", {}, box, h("span", {}, text), " ", count);
  return { label, box, count };
}

function grouped(parts) {
  const groups = [];
  for (const one of parts) {
    if (groups.at(-1)?.name !== one.facet.group)
      groups.push({ name: one.facet.group, heading: h("h2", {}, one.facet.group), parts: [] });
    groups.at(-1).parts.push(one);
  }
  return groups;
}
