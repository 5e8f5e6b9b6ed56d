/** The catalogue: what is typed, chosen or in the address → the list. Without this script the page is a plain table. */

import { choose, hasChoices, nothingChosen, readAddress, undo, writeAddress } from "./address.js";
import { answerTo } from "./answer.js";
import { Choices } from "./choices.js";
import { ListView } from "./list.js";
import { orderOf } from "./orders.js";
import { loadRecords } from "./records.js";

const WAIT_WHILE_TYPING = 150; // milliseconds; long enough that a screen reader is not told of every letter

class Page {
  constructor(root, records) {
    this.records = records;
    this.root = root;
    this.view = new ListView(root, records, {
      onQuery: () => this.setQuery(""),
      onValue: (...value) => this.toggle(...value, false),
      onAll: () => this.clear(),
    });
    this.input = this.part("query").querySelector("input");
    this.select = this.part("order").querySelector("select");
    this.readAddress();
    this.choices = new Choices(this.part("choices"), records.facets, this.choice, (...value) => this.toggle(...value));
    this.listen();
    for (const name of ["query", "choices", "order", "fold"]) this.part(name).hidden = false;
    this.show({ isFirst: true, shown: history.state?.shown });
  }

  part(name) {
    return this.root.querySelector(`[data-${name}]`);
  }

  listen() {
    const fold = this.part("fold");
    fold.addEventListener("click", () =>
      fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true")),
    );
    this.part("query").addEventListener("submit", (event) => {
      event.preventDefault();
      this.setQuery(this.input.value);
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.setQuery(this.input.value, { isTyping: true }), WAIT_WHILE_TYPING);
    });
    this.select.addEventListener("change", () => {
      this.choice.order = this.select.value;
      this.go();
    });
    addEventListener("popstate", (event) => {
      if (location.search === this.seen) return; // only the place within the page changed
      this.readAddress();
      this.show({ shown: event.state?.shown });
    });
  }

  readAddress() {
    const orders = [...this.select.options].map((option) => option.value);
    const { choice, ignored } = readAddress(location.search, this.records.facets, orders);
    this.choice = choice;
    this.seen = location.search;
    this.isTyping = false;
    this.input.value = choice.query;
    this.view.showIgnored(ignored);
  }

  setQuery(text, { isTyping = false } = {}) {
    clearTimeout(this.timer);
    const query = text.trim();
    if (!isTyping) this.input.value = query;
    if (query === this.choice.query) return;
    this.choice.query = query;
    this.go({ isTyping });
  }

  toggle(facet, value, isOn) {
    (isOn ? choose : undo)(this.choice, facet, value);
    this.go();
  }

  clear() {
    this.choice = { ...nothingChosen(), order: this.choice.order };
    this.input.value = "";
    this.go();
  }

  /** One word typed is one step back, not one step for every letter. */
  go({ isTyping = false } = {}) {
    const address = writeAddress(this.choice, this.records.facets);
    if (isTyping && this.isTyping) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.seen = location.search;
    this.isTyping = isTyping;
    this.view.showIgnored([]);
    this.show();
  }

  async show({ isFirst = false, shown } = {}) {
    const asked = structuredClone(this.choice);
    const isPlain = isFirst && !asked.query && !hasChoices(asked) && orderOf(asked) === "naam";
    this.select.value = orderOf(asked);
    this.latest = asked;
    this.view.setBusy(true);
    const answer = await answerTo(asked, this.records);
    if (this.latest !== asked) return; // something else was asked while this was looked up
    this.choices.update(answer.counts, asked);
    this.part("fold").textContent = hasChoices(asked)
      ? `Kies op kenmerken (${[...asked.chosen.values()].reduce((sum, one) => sum + one.size, 0)})`
      : "Kies op kenmerken";
    await this.view.show(answer, asked, { keepsRows: isPlain && !shown, shown });
  }
}

const root = document.querySelector("[data-catalogue]");
if (root) loadRecords().then((records) => new Page(root, records));
