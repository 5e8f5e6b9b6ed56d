/**
 * A search box that shows what it finds while one types: the combobox with list of the ARIA guide
 * (w3.org/WAI/ARIA/apg/patterns/combobox). Enter without a choice shows all results on the page of methods.
 */

import { search } from "./engine.js";
import { openIndex } from "./files.js";
import { address, counted } from "./results.js";

const SITE = new URL("../../", import.meta.url);
const WAIT_WHILE_TYPING = 120; // milliseconds
const METHODS = 6;
const OTHERS = 2;
let made = 0;

export class Combobox {
  constructor(input) {
    this.input = input;
    this.id = `zoeklijst-${++made}`;
    this.options = [];
    this.active = -1;
    this.list = make("div", { id: this.id, className: "suggest", hidden: true }, { role: "listbox", "aria-label": "Gevonden" });
    this.status = make("p", { className: "sr-only" }, { role: "status" });
    input.form.append(this.list, this.status);
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.id, autocomplete: "off" });
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("focus", () => this.later());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", (event) => this.pick(event.target.closest("[role=option]")));
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
    this.options = [];
    this.active = -1;
    this.list.replaceChildren(...groups.map((group, at) => this.group(group, at)));
    this.list.append(this.option({ text: total ? `Alle resultaten voor “${answer.query}”` : `Niets gevonden voor “${answer.query}”`, note: total ? counted(total) : "wat nu?", to: address(answer.query) }));
    this.list.hidden = false;
    set(this.input, { "aria-expanded": "true" });
    this.input.removeAttribute("aria-activedescendant");
    const others = groups.flatMap((group) => group.items).length;
    this.status.textContent = total || others ? `${counted(total)} gevonden${answer.nearest ? ", maar geen met alle woorden" : ""}. Pijl omlaag gaat naar de lijst.` : "Niets gevonden.";
  }

  group({ label, items }, at) {
    const heading = make("div", { id: `${this.id}-groep-${at}`, className: "suggest__label", textContent: label }, { role: "presentation" });
    return make("div", {}, { role: "group", "aria-labelledby": heading.id }, heading, ...items.map((item) => this.option(item)));
  }

  option({ text, note, to, pieces }) {
    const name = make("span", { className: "suggest__name" });
    name.append(...(pieces ?? [text]));
    const option = make("div", { id: `${this.id}-${this.options.length}` }, { role: "option", "aria-selected": "false" }, name, " ", make("span", { className: "detail", textContent: note }));
    this.options.push({ option, to });
    return option;
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
    const keys = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Escape: () => this.escape(), Enter: () => this.enter() };
    if (keys[event.key]?.()) event.preventDefault();
  }

  move(step) {
    if (!this.isOpen) {
      this.later();
      return true;
    }
    const count = this.options.length + 1; // one place more: back in the box
    this.active = ((this.active + 1 + step + count) % count) - 1;
    this.options.forEach(({ option }, at) => set(option, { "aria-selected": String(at === this.active) }));
    const { option } = this.options[this.active] ?? {};
    if (option) set(this.input, { "aria-activedescendant": option.id });
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
    return true;
  }

  escape() {
    if (!this.isOpen) return false;
    this.close();
    return true;
  }

  enter() {
    if (this.active < 0) return false;
    this.pick(this.options[this.active].option);
    return true;
  }

  pick(chosen) {
    const found = this.options.find(({ option }) => option === chosen);
    if (found) location.assign(found.to);
  }
}

function groupsOf({ meanings, hits, groups }) {
  const methods = hits.slice(0, METHODS).map((hit) => ({ text: hit.name, note: whyOf(hit), to: new URL(`methoden/${hit.id}/`, SITE).href }));
  const others = groups.map(({ label, items }) => ({
    label,
    items: items.slice(0, OTHERS).map(({ name, note, address: to }) => ({ text: name, note, to: new URL(to, SITE).href })),
  }));
  const meant = meanings.map(({ label, count, query }) => ({ text: label, note: counted(count), to: address(query) }));
  return [{ label: "Welke betekenis?", items: meant }, { label: "Methoden", items: methods }, ...others].filter(({ items }) => items.length);
}

/** The status, and where it was found if that was not in the name. */
const whyOf = ({ note, field }) => (field === "naam" ? note : `${note} · gevonden in ${field}`);

function make(name, properties = {}, attributes = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  set(element, attributes);
  element.append(...children);
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
