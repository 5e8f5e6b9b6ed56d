// Multiplies an amount only by what it counts per; which that is, the page says (macros/views/evidence/costs.py).

import { load, methodIndex, named } from "../compare/data.js";
import { h } from "../lib/elements.js";
import { answerFor } from "./cost_rules.js";

const calculator = document.querySelector("[data-calculator]"); // not on every page of an author
const [amounts, count, counted, times] = ["amount", "count", "counted", "times"].map((name) =>
  calculator?.querySelector(`[data-${name}]:is(select, input)`),
);
const answer = calculator?.querySelector("[data-answer]");
const other = calculator?.querySelector("[data-other]"); // only where the costs stand on several pages

function calculate() {
  const amount = amounts.selectedOptions[0].dataset;
  const others = [...amounts.options].map(({ dataset }) => dataset);
  const words = counted.selectedOptions[0].textContent;
  const asked = { fits: counted.value, words, typed: count.value, times: times.value };
  const { formula, refusal, remark } = answerFor(amount, others, asked);
  if (formula) return [h("p", { class: "answer__formula" }, formula), h("p", { class: "meta" }, remark)];
  if (refusal)
    return [
      h("p", { class: "answer__refusal" }, h("b", {}, "Niet te vermenigvuldigen."), ` ${refusal}`),
      h("p", {}, remark),
    ];
  return [h("p", count.value.trim() ? {} : { class: "meta" }, remark)];
}

function show() {
  if (amounts.options.length) answer.replaceChildren(...calculate());
}

const say = (sentence) => answer.replaceChildren(h("p", {}, sentence));

/** The amounts of a method as the page has those of its own methods (the template cost_rows.html). */
function optionsOf({ id, name, costs }) {
  return costs.map(({ text, amount, to, precision, fits, why, year, per, covers, time, period, conditions }) => {
    const option = h("option", {}, `${name}: ${text}${covers ? ` (${covers})` : ""}`);
    Object.assign(option.dataset, {
      amount,
      to: to ?? "",
      precision: precision ?? "",
      fits,
      why,
      method: id,
      text,
      year: year ?? "onbekend",
      per,
      time,
      period,
      conditions: conditions ?? "",
    });
    return option;
  });
}

async function offerNames() {
  const { methods } = await methodIndex();
  document
    .getElementById(other.getAttribute("list"))
    .replaceChildren(...methods.map(([, name]) => h("option", { value: name })));
}

async function addMethod() {
  if (!other.value.trim()) return undefined;
  const found = named(await methodIndex(), other.value);
  if (!found) return say(`Er is geen methode met de naam “${other.value}”. Kies een naam uit de lijst.`);
  const present = [...amounts.options].find(({ dataset }) => dataset.method === found.id);
  const options = present ? [present] : optionsOf(await load(found.id));
  if (!options.length) return say(`Van ${found.name} is geen bedrag bekend.`);
  if (!present) amounts.prepend(...options);
  options[0].selected = true;
  return choose();
}

function choose() {
  const { fits, time } = amounts.selectedOptions[0].dataset;
  if (fits) counted.value = fits;
  calculator.querySelector("[data-time-field]").hidden = !time;
  calculator.querySelector("[data-time-unit]").textContent = time;
  show();
}

const failed = () => say("De bedragen konden niet worden opgehaald. Controleer uw verbinding en probeer het opnieuw.");

if (other) {
  other.addEventListener("focus", () => offerNames().catch(failed), { once: true });
  other.addEventListener("change", () => addMethod().catch(failed));
  calculator.querySelector("form").addEventListener("submit", () => addMethod().catch(failed));
}
if (amounts?.options.length || other) {
  calculator.hidden = false;
  amounts.addEventListener("change", choose);
  for (const field of [count, counted, times]) field.addEventListener("input", show);
  calculator.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  if (amounts.options.length) choose();
}
