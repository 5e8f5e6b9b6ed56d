/**
 * The facets as a form, the first of them in sight and the others behind one line: a part that unfolds for each facet, with a
 * checkbox for each value and the number behind it.
 */

import { h } from "../lib/elements.js";
import { isChosen } from "./address.js";

export class Choices {
  /** @param {(facet: string, value: string, isOn: boolean) => void} onChange */
  constructor(form, facets, choice, onChange) {
    const isWide = matchMedia("(min-width: 60rem)").matches;
    this.parts = facets.map((facet) => part(facet, (isWide && facet.first) || choice.chosen.has(facet.id)));
    const first = this.parts.filter(({ facet }) => facet.first);
    const others = this.parts.filter(({ facet }) => !facet.first);
    this.groups = grouped(others);
    this.more = h(
      "details",
      { class: "choices__more", open: others.some(({ facet }) => choice.chosen.has(facet.id)) },
      h("summary", {}, "Meer kenmerken"),
      ...this.groups.flatMap(({ heading, parts }) => [heading, ...parts.map(({ details }) => details)]),
    );
    form.replaceChildren(...first.map(({ details }) => details), this.more);
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
    this.more.hidden = this.groups.every(({ parts }) => parts.every(({ details }) => details.hidden));
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
