/** The part of the page that shows the answer: how many, what is chosen, the rows, and how to see more. */

import { renderChips } from "./chips.js";
import { doAll, forgetAll } from "./nearby.js";
import { orderOf } from "./orders.js";
import { addRows } from "./rows.js";

const AT_ONCE = 50;
const MOST_IGNORED = 5;
const LONGEST_IGNORED = 60;

export class ListView {
  constructor(root, records, undo) {
    this.root = root;
    this.records = records;
    this.undo = undo;
    this.body = root.querySelector("[data-results]");
    this.columns = [...root.querySelectorAll("thead th")].slice(1).map((head) => head.textContent);
    this.more = this.part("more");
    this.more.addEventListener("click", () => this.showMore());
    this.part("paper").addEventListener("click", () => doAll().then(() => window.print()));
    addEventListener("beforeprint", doAll);
  }

  part(name) {
    return this.root.querySelector(`[data-${name}]`);
  }

  setBusy(isBusy) {
    this.body.setAttribute("aria-busy", String(isBusy));
  }

  /** @param {string[]} ignored  pieces of the address that mean nothing here */
  showIgnored(ignored) {
    const note = this.part("ignored");
    const named = ignored
      .slice(0, MOST_IGNORED)
      .map((piece) => (piece.length > LONGEST_IGNORED ? `${piece.slice(0, LONGEST_IGNORED)}…` : piece));
    const rest = ignored.length > MOST_IGNORED ? ` en nog ${ignored.length - MOST_IGNORED}` : "";
    note.hidden = ignored.length === 0;
    note.textContent = ignored.length
      ? `Niet alles in het adres bestaat hier. Dit is overgeslagen: ${named.join(", ")}${rest}.`
      : "";
  }

  /** @param {{keepsRows: boolean, shown?: number}} how  whether the rows that stand on the page are right already */
  async show(answer, choice, { keepsRows, shown = AT_ONCE }) {
    this.answer = answer;
    this.shown = keepsRows ? this.body.children.length : 0;
    this.showHead(choice);
    this.part("paging")?.setAttribute("hidden", "");
    const notes = await this.explain();
    if (this.answer !== answer) return;
    this.notes = notes;
    if (!keepsRows) {
      forgetAll();
      this.body.replaceChildren();
      this.add(shown);
    }
    this.showMoreButton();
    this.setBusy(false);
    this.body.dataset.answered = choice.query;
  }

  showHead(choice) {
    const { places, found, failed } = this.answer;
    const status = this.part("status");
    const text = failed
      ? "De zoekmachine is nu niet te laden; de lijst is niet doorzocht."
      : counted(places.length, this.records.count, choice, found);
    if (status.textContent !== text) status.textContent = text;
    const select = this.part("order").querySelector("select");
    for (const option of select.options)
      option.hidden = option.disabled = "needsQuery" in option.dataset && !choice.query;
    select.value = orderOf(failed ? { ...choice, query: "" } : choice);
    this.root.querySelector("p[data-explanation]").textContent = places.length
      ? select.selectedOptions[0].dataset.explanation
      : "";
    this.part("order").hidden = places.length === 0;
    renderChips(this.part("chips"), choice, this.records.facets, this.undo)?.focus();
  }

  /** What the search adds; it is not even fetched while nothing is searched. */
  async explain() {
    const { found } = this.answer;
    if (!found) {
      this.part("notes").replaceChildren();
      this.part("groups").replaceChildren();
      return null;
    }
    const results = await import("../lazy/search.js");
    results.renderNotes(this.part("notes"), found);
    results.renderGroups(this.part("groups"), found);
    return results;
  }

  add(many) {
    const places = this.answer.places.slice(this.shown, this.shown + many);
    const why = (place) =>
      this.notes && this.answer.hits.has(place) ? [this.notes.renderWhy(this.answer.hits.get(place))] : [];
    this.shown += places.length;
    addRows(this.body, this.records, places, this.columns, why);
  }

  showMore() {
    const first = this.shown;
    this.add(AT_ONCE);
    this.body.children[first]?.querySelector("a").focus();
    history.replaceState({ shown: this.shown }, "");
    this.showMoreButton();
  }

  showMoreButton() {
    const left = this.answer.places.length - this.shown;
    this.more.hidden = left <= 0;
    this.more.textContent = `Toon nog ${Math.min(left, AT_ONCE)} van de ${this.answer.places.length}`;
  }
}

function counted(many, all, choice, found) {
  const sought = found?.hits.length ?? 0;
  if (many === 0 && sought) return `Geen methode past bij al uw keuzes; zonder keuzes zijn het er ${sought}`;
  if (many === 0 && !found) return "Geen methode past bij al uw keuzes; neem er een weg";
  if (many === 0) return "Geen methode gevonden";
  if (found?.nearest) return `Niets precies gevonden; ${methods(many)} in de buurt`;
  return many === all && !choice.query ? methods(all) : `${many} van ${methods(all)}`;
}

const methods = (many) => `${many} ${many === 1 ? "methode" : "methoden"}`;
