// Choose and sort in a long table. The table is whole without this; its further pages are fetched only when needed.

import { fetchText } from "../lib/fetch.js";
import { fold } from "../lib/text.js";

const LIMIT = 200; // rows shown at once; more would make choosing slow

class TableFilter {
  constructor(form) {
    this.form = form;
    this.what = form.dataset.tableFilter;
    this.sheets = Number(form.dataset.sheets);
    this.body = document.querySelector("[data-rows]");
    this.status = form.querySelector("[data-status]");
    this.pager = document.querySelector(".sheets");
    this.rows = [];
    this.heads = new Map();
    this.take([...this.body.rows]);
    this.loading = null;
  }

  /** Rows to choose from, and the heads that stand above the rows of one study. */
  take(rows) {
    for (const row of rows) {
      if (row.dataset.studyHead) this.heads.set(row.dataset.studyHead, row);
      else this.rows.push(row);
    }
  }

  start() {
    this.form.hidden = false;
    this.readAddress();
    this.form.addEventListener("input", () => this.update());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.update()));
    if (this.chosen().length) this.update();
  }

  fields() {
    return [...this.form.elements].filter((field) => field.name);
  }

  chosen() {
    const chosenIn = (field) => (field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim());
    return this.fields()
      .map((field) => [field.name, chosenIn(field)])
      .filter(([, value]) => value);
  }

  readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const field of this.fields()) {
      if (!asked.has(field.name)) continue;
      if (field.type === "checkbox") field.checked = asked.get(field.name) === "1";
      else field.value = asked.get(field.name);
      if (field.value === "" && field.tagName === "SELECT") field.selectedIndex = 0;
    }
  }

  writeAddress(chosen) {
    const address = new URL(location.href);
    address.search = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", address);
  }

  async update() {
    const chosen = this.chosen();
    this.writeAddress(chosen);
    if (chosen.length) await this.loadAll();
    this.show(chosen);
  }

  loadAll() {
    const rest = Array.from({ length: this.sheets - 1 }, (_, index) => `${index + 2}/`);
    if (rest.length && !this.loading) this.status.textContent = "De andere pagina's worden opgehaald…";
    this.loading ??= Promise.all(rest.map((sheet) => rowsOf(new URL(sheet, location.href))))
      .then((sheets) => this.take(sheets.flat()))
      .catch(() => {
        this.incomplete = true;
      });
    return this.loading;
  }

  show(chosen) {
    const tests = chosen.filter(([name]) => name !== "sort").map(([name, value]) => testOf(name, value));
    const found = this.rows.filter((row) => tests.every((test) => test(row)));
    const order = chosen.find(([name]) => name === "sort")?.[1];
    const shown = sorted(chosen.length ? found : this.rows, order).slice(0, LIMIT);
    this.body.replaceChildren(...(order ? shown : this.withHeads(shown)));
    if (this.pager) this.pager.hidden = chosen.length > 0;
    this.status.textContent = chosen.length ? this.told(found.length) : "";
    this.explainNone(found.length, chosen);
  }

  withHeads(rows) {
    let study;
    return rows.flatMap((row) => {
      const head = row.dataset.study !== study && this.heads.get(row.dataset.study);
      study = row.dataset.study;
      return head ? [head, row] : [row];
    });
  }

  told(count) {
    const total =
      this.sheets > 1 && this.incomplete ? `${this.rows.length} die konden worden opgehaald` : this.rows.length;
    const first = count > LIMIT ? `; u ziet de eerste ${LIMIT}` : "";
    return `${count || "Geen"} van ${total} ${this.what}${first}.`;
  }

  explainNone(count, chosen) {
    for (const note of this.form.querySelectorAll("[data-none]")) {
      note.hidden = count > 0 || !chosen.some(([name]) => name === note.dataset.none);
    }
  }
}

async function rowsOf(address) {
  const page = new DOMParser().parseFromString(await fetchText(address), "text/html");
  for (const link of page.querySelectorAll("[data-rows] a[href]"))
    link.href = new URL(link.getAttribute("href"), address).href;
  return [...page.querySelector("[data-rows]").rows].map((row) => document.adoptNode(row));
}

function testOf(name, value) {
  if (name === "q") {
    const words = fold(value).split(/\s+/);
    return (row) => {
      row.folded ??= fold(row.textContent);
      return words.every((word) => row.folded.includes(word));
    };
  }
  return (row) => (row.dataset[name] ?? "").split(" ").includes(value);
}

function sorted(rows, order) {
  if (!order) return rows;
  const [name, down] = order.split(":");
  const compare = (one, other) => one.localeCompare(other, "nl", { numeric: true });
  // what has no value stands last, whichever the direction
  const rank = (row) => ["", "0"].includes(row.dataset[name] ?? "");
  return [...rows].sort(
    (one, other) => rank(one) - rank(other) || compare(one.dataset[name], other.dataset[name]) * (down ? -1 : 1),
  );
}

for (const form of document.querySelectorAll("[data-table-filter]")) new TableFilter(form).start();
