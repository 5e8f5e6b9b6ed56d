// The numbers of the sources in the preview: the same as on the page (Notes in macros/views/common/lines.py).

import { h } from "../lib/elements.js";
import { isMapping } from "./check.js";

export class Notes {
  /** Id of a source → the places in it, in the order in which they were cited. */
  sources = new Map();

  marks(citations) {
    const labels = (Array.isArray(citations) ? citations : [])
      .filter((citation) => typeof citation?.source === "string")
      .map(({ source, locator = "" }) => this.mark(source, locator));
    return labels.length ? [h("sup", { class: "notes" }, labels.join(" "))] : [];
  }

  /** Number what stands at a path such as intensity[](duration).sources: CITED_FIRST in contributing/form_preview.py. */
  cite(value, [step, ...rest]) {
    const [, name, , wanted] = /^(\w*)(\[\])?(?:\(([\w|]+)\))?$/u.exec(step);
    const inner = isMapping(value) ? (name ? value[name] : value) : undefined;
    if (!rest.length) this.marks(inner);
    else
      for (const one of [inner].flat())
        if (!wanted || wanted.split("|").some((field) => one?.[field])) this.cite(one, rest);
  }

  /** What is cited inside a record and not shown here still has its number on the page; the page cites no goal set before. */
  citeInside(value) {
    if (value === null || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === "sources") this.marks(inner);
      else if (name !== "target") this.citeInside(inner);
    }
  }

  /** 1a, 1b, 2a: the number of a source and the letter of a place in it, as Notes in macros/views/common/lines.py. */
  mark(source, locator) {
    if (!this.sources.has(source)) this.sources.set(source, []);
    const places = this.sources.get(source);
    if (!places.includes(locator)) places.push(locator);
    return `${[...this.sources.keys()].indexOf(source) + 1}${letter(places.indexOf(locator))}`;
  }
}

/** a … z, then aa, ab … */
const letter = (index) =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : "") + String.fromCharCode(97 + (index % 26));
