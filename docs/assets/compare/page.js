// The page on which methods stand side by side: reads the choice from the address, shows it, and writes it back.

import { h } from "../lib/elements.js";
import { ROOT } from "../lib/links.js";
import { capital } from "../lib/text.js";
import { actions } from "./actions.js";
import { addressOf, asked } from "./address.js";
import { add, choose, chosen, MOST } from "./choice.js";
import { load, methodIndex, named } from "./data.js";
import { results, sharedResults } from "./results.js";
import { compare, isFoldable, shortRows, shown } from "./rows.js";
import { blocks, comparability } from "./shared_scales.js";
import { shortTable, table } from "./table.js";
import { remover } from "./tray.js";

const page = document.querySelector("[data-side-by-side]");
const part = (name) => page.querySelector(`[data-${name}]`);
const fold = part("fold");
let current = { methods: [], model: { columns: [], groups: [] } };

function say(...sentences) {
  part("compare-said").replaceChildren(...sentences.filter(Boolean).map((sentence) => h("p", {}, sentence)));
}

/** The choice of the address, and what is to be said about the rest of it. */
function fromAddress(index) {
  const asking = asked(location.search);
  if (asking === null) return null;
  const ids = [...new Set(asking.map((id) => index.moved[id] ?? id))];
  const names = new Map(index.methods.map(([id, name]) => [id, name]));
  const known = ids.filter((id) => names.has(id));
  const unknown = ids.filter((id) => !names.has(id));
  const over = known.slice(MOST).map((id) => names.get(id));
  return {
    methods: known.slice(0, MOST).map((id) => ({ id, name: names.get(id) })),
    said: [
      unknown.length ? `Niet in de bibliotheek, en daarom weggelaten: ${unknown.join(", ")}.` : "",
      over.length ? `Er passen vier methoden naast elkaar. U ziet de eerste vier; weggelaten: ${over.join(", ")}.` : "",
    ],
  };
}

/** What this browser kept, under the ids of today: a card may have got another id, or be gone. */
function kept(index) {
  const names = new Map(index.methods.map(([id, name]) => [id, name]));
  const ids = new Set(chosen().map(({ id }) => index.moved[id] ?? id));
  return [...ids].filter((id) => names.has(id)).map((id) => ({ id, name: names.get(id) }));
}

function writeAddress() {
  const address = new URL(location.href);
  address.search = new URL(addressOf(chosen().map(({ id }) => id)), ROOT).search;
  address.hash = "";
  if (fold.checked) address.searchParams.set("rijen", "verschil");
  history.replaceState(null, "", address.pathname + decodeURIComponent(address.search));
}

async function show(index, ...said) {
  const wanted = chosen();
  part("chosen").replaceChildren(...wanted.map(({ id, name }) => h("li", {}, name, " ", remover(id, name))));
  document.documentElement.classList.toggle("has-choice", wanted.length > 0);
  const methods = await Promise.all(wanted.map(({ id }) => load(id)));
  if (JSON.stringify(chosen()) !== JSON.stringify(wanted)) return; // the choice changed while it was loading
  const model = compare(index, methods);
  current = { methods, model };
  const names = wanted.map(({ name }) => name).join(", ");
  const library = document.querySelector(".brand").textContent;
  part("print-head").textContent = `${library}: vergelijking van ${names}. ${location.href}`;
  part("compared").hidden = !methods.length;
  showResults(blocks(methods, index.aspects), index);
  showShort(shortRows(index, methods));
  layOut();
  say(...said, methods.length === 1 ? "Kies nog een methode om te vergelijken." : "");
}

function showResults(many, index) {
  part("comparability").hidden = current.methods.length < 2; // one method is compared with nothing
  part("comparability").textContent = comparability(many, index.comparability);
  part("shared").replaceChildren(...sharedResults(many, index.baseRates, index.memo.texts.rates));
  part("blocks").replaceChildren(...results(many, index.baseRates));
  part("blocks-closed").textContent = capital(many.map(({ label }) => label).join(", "));
}

function showShort({ differ, same }) {
  part("short").replaceChildren(shortTable(current.model.columns, differ));
  part("same").hidden = !same.length;
  part("same").replaceChildren(h("b", {}, "Bij alle gelijk:"), ` ${same.join("; ")}.`);
}

function layOut() {
  const { columns, groups } = current.model;
  const foldable = groups.flatMap(({ rows }) => rows).filter(isFoldable).length;
  const all = groups.flatMap(({ rows }) => rows).length;
  part("table-closed").textContent =
    `${all} punten, elk met de plaats op de kaart; ${foldable} gelijk of overal onbekend`;
  part("fold-count").textContent = `(${foldable})`;
  part("table").replaceChildren(table({ columns, groups: shown(groups, fold.checked) }));
}

function listen(index) {
  const form = part("choose");
  const input = form.querySelector("input");
  form.querySelector("datalist").append(...index.methods.map(([, name]) => h("option", { value: name })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const method = named(index, input.value);
    if (!method) return say(`Er is geen methode met de naam “${input.value}”. Kies een naam uit de lijst.`);
    input.value = "";
    return add(method);
  });
  fold.addEventListener("change", () => {
    writeAddress();
    layOut();
  });
  page.addEventListener("click", async ({ target }) => {
    const action = target.dataset.do;
    if (!action) return;
    const model = { ...current.model, groups: shown(current.model.groups, fold.checked) };
    const said = await actions[action]({ ...current, model, index, address: location.href });
    if (said !== undefined) say(said);
  });
  document.addEventListener("choice", ({ detail }) => {
    if (document.activeElement === document.body || document.activeElement?.matches(".remove")) input.focus();
    writeAddress();
    show(index, detail).catch(fail);
  });
}

function fail() {
  say("De gegevens konden niet worden opgehaald. Controleer uw verbinding en laad de pagina opnieuw.");
}

async function start() {
  // before anything of it shows, so that nothing moves when it does
  document.documentElement.classList.toggle("has-choice", (asked(location.search) ?? chosen()).length > 0);
  const index = await methodIndex().finally(() => {
    page.hidden = false;
  });
  fold.checked = new URLSearchParams(location.search).get("rijen") === "verschil";
  const address = fromAddress(index);
  choose(address?.methods.length ? address.methods : kept(index));
  listen(index);
  if (chosen().length) writeAddress();
  await show(index, ...(address?.said ?? []));
}

start().catch(fail);
