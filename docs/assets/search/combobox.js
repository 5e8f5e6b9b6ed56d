/**
 * A search box that shows what it finds while one types: the combobox with grid of the ARIA guide
 * (w3.org/WAI/ARIA/apg/patterns/combobox). Down and up go through what was found, right goes from a method to the
 * button that puts it in the comparison. Enter without a choice shows all results on the page of methods.
 */

import { compareLink } from "../compare/link.js";
import { h } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";
import { search } from "./engine.js";
import { openIndex } from "./files.js";
import { address, counted } from "./results.js";

const WAIT_WHILE_TYPING = 120; // milliseconds
const METHODS = 6;
const OTHERS = 2;
let made = 0;

export class Combobox {
  constructor(input) {
    this.input = input;
    this.id = `zoeklijst-${++made}`;
    this.rows = [];
    this.active = -1;
    this.column = 0;
    this.list = h("div", { id: this.id, class: "suggest", hidden: true, role: "grid", "aria-label": "Gevonden" });
    this.status = h("p", { class: "sr-only", role: "status" });
    input.form.append(this.list, this.status);
    set(input, {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-haspopup": "grid",
      "aria-expanded": "false",
      "aria-controls": this.id,
      autocomplete: "off",
    });
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("focus", () => this.later());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", (event) => this.click(event));
    openIndex().catch(() => {}); // a question that fails says so itself
    if (input.value) this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT_WHILE_TYPING);
  }

  async ask() {
    const query = this.input.value.trim();
    this.asked = query;
    if (!query) return this.close();
    const answer = await search(query, { explained: METHODS }).catch(() => null);
    if (this.asked !== query || document.activeElement !== this.input) return undefined;
    return answer ? this.show(answer) : this.fail();
  }

  fail() {
    this.close();
    this.status.textContent = "Zoeken lukt nu niet. Met Enter komt u bij de lijst van alle methoden.";
  }

  show(answer) {
    const groups = groupsOf(answer);
    const total = answer.hits.length;
    this.rows = [];
    this.active = -1;
    this.list.replaceChildren(...groups.map((group, at) => this.group(group, at)));
    this.list.append(
      this.row({
        text: total ? `Alle resultaten voor “${answer.query}”` : `Niets gevonden voor “${answer.query}”`,
        note: total ? counted(total) : "wat nu?",
        to: address(answer.query),
      }),
    );
    this.list.hidden = false;
    set(this.input, { "aria-expanded": "true" });
    this.input.removeAttribute("aria-activedescendant");
    const others = groups.flatMap((group) => group.items).length;
    this.status.textContent = total || others ? statusOf(total, answer.nearest) : "Niets gevonden.";
  }

  group({ label, items }, at) {
    const heading = h("div", { id: `${this.id}-groep-${at}`, class: "suggest__label", role: "presentation" }, label);
    return h(
      "div",
      { role: "rowgroup", "aria-labelledby": heading.id },
      heading,
      ...items.map((item) => this.row(item)),
    );
  }

  row({ text, note, to, method }) {
    const name = h("span", { class: "suggest__name" }, text);
    const cells = [this.cell(0, name, " ", h("span", { class: "detail" }, note))];
    if (method) {
      const link = compareLink(method, text);
      link.tabIndex = -1; // the box keeps the focus
      cells.push(this.cell(1, link));
    }
    this.rows.push({ cells, to });
    return h("div", { class: "suggest__row", role: "row" }, ...cells);
  }

  cell(column, ...children) {
    return h(
      "div",
      { id: `${this.id}-${this.rows.length}-${column}`, role: "gridcell", "aria-selected": "false" },
      ...children,
    );
  }

  close() {
    clearTimeout(this.timer);
    this.active = -1;
    this.list.hidden = true;
    set(this.input, { "aria-expanded": "false" });
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
  }

  get isOpen() {
    return !this.list.hidden;
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const keys = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      ArrowRight: () => this.aside(1),
      ArrowLeft: () => this.aside(0),
      Escape: () => this.escape(),
      Enter: () => this.enter(),
    };
    if (keys[event.key]?.()) event.preventDefault();
  }

  move(step) {
    if (!this.isOpen) {
      this.later();
      return true;
    }
    const count = this.rows.length + 1; // one place more: back in the box
    this.active = ((this.active + 1 + step + count) % count) - 1;
    this.column = 0;
    this.point();
    return true;
  }

  /** To the button of the row, or back; in the box itself the arrows move through what was typed. */
  aside(column) {
    if (this.active < 0) return false;
    if (this.rows[this.active].cells[column]) this.column = column;
    this.point();
    return true;
  }

  point() {
    const now = this.rows[this.active]?.cells[this.column];
    for (const cell of this.rows.flatMap(({ cells }) => cells)) set(cell, { "aria-selected": String(cell === now) });
    if (now) set(this.input, { "aria-activedescendant": now.id });
    else this.input.removeAttribute("aria-activedescendant");
    now?.scrollIntoView({ block: "nearest" });
  }

  escape() {
    if (!this.isOpen) return false;
    this.close();
    return true;
  }

  enter() {
    if (this.active < 0) return false;
    const { cells, to } = this.rows[this.active];
    if (this.column) cells[this.column].querySelector("a").click();
    else location.assign(to);
    return true;
  }

  /** The button of a row is heard by compare/tray.js; anywhere else in the row leads to what was found. */
  click({ target }) {
    if (target.closest("[data-compare]")) return;
    const found = this.rows.find(({ cells }) => cells[0].parentElement.contains(target));
    if (found) location.assign(found.to);
  }
}

function statusOf(total, isNearest) {
  const but = isNearest ? ", maar geen met alle woorden" : "";
  const aside = total ? ", pijl naar rechts naar vergelijken" : "";
  return `${counted(total)} gevonden${but}. Pijl omlaag gaat naar de lijst${aside}.`;
}

function groupsOf({ meanings, hits, groups }) {
  const methods = hits
    .slice(0, METHODS)
    .map((hit) => ({ text: hit.name, note: whyOf(hit), to: linkTo(`methoden/${hit.id}/`), method: hit.id }));
  const others = groups.map(({ label, items }) => ({
    label,
    items: items.slice(0, OTHERS).map(({ name, note, address: to }) => ({ text: name, note, to: linkTo(to) })),
  }));
  const meant = meanings.map(({ label, count, query }) => ({ text: label, note: counted(count), to: address(query) }));
  return [{ label: "Welke betekenis?", items: meant }, { label: "Methoden", items: methods }, ...others].filter(
    ({ items }) => items.length,
  );
}

/** The status, and where it was found if that was not in the name. */
const whyOf = ({ note, field }) => (field === "naam" ? note : `${note}; gevonden in ${field}`);

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
