// Multiplies an amount only by what it counts per; which that is, the page says (macros/views/evidence/costs.py).

import { load, methodIndex, named } from "../compare/data.js";
import { h } from "../lib/elements.js";

const calculator = document.querySelector("[data-calculator]");
const [amounts, count, counted] = ["amount", "count", "counted"].map((name) =>
  calculator.querySelector(`[data-${name}]:is(select, input)`),
);
const answer = calculator.querySelector("[data-answer]");
const other = calculator.querySelector("[data-other]"); // only where the costs stand on several pages

/** 2000 → € 2.000 and 1.88 → € 1,88 */
export function euro(amount) {
  const cents = Math.round(amount * 100);
  const digits = cents % 100 ? 2 : 0;
  return `€ ${(cents / 100).toLocaleString("nl-NL", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

const about = ({ precision }, text) => (precision ? `${precision} ${text}` : text);
const range = ({ amount, to }, times = 1) =>
  euro(Number(amount) * times) + (to ? ` tot ${euro(Number(to) * times)}` : "");

function product(amount, number, words) {
  const [one, all] = [range(amount), range(amount, number)].map((text) => about(amount, text));
  const formula = `${number.toLocaleString("nl-NL")} ${words} × ${one} = ${all}`;
  const yearly = amount.per.endsWith("per jaar") ? " per jaar" : "";
  const year =
    amount.year === "onbekend"
      ? "Het prijsjaar is onbekend; het bedrag kan nu anders zijn."
      : `In prijzen van ${amount.year}.`;
  return [h("p", { class: "answer__formula" }, `${formula}${yearly}`), h("p", { class: "meta" }, year)];
}

function refusal(amount, fits, words) {
  const sibling = [...amounts.options].find(({ dataset }) => dataset.method === amount.method && dataset.fits === fits);
  return [
    h("p", { class: "answer__refusal" }, h("b", {}, "Niet te vermenigvuldigen."), ` ${amount.why} U telt ${words}.`),
    h(
      "p",
      {},
      sibling
        ? `Van dezelfde methode is er wel een bedrag dat daarbij past: ${sibling.dataset.text}.`
        : "Van deze methode kennen wij geen bedrag dat daarbij past.",
    ),
  ];
}

function calculate() {
  const amount = amounts.selectedOptions[0].dataset;
  const fits = counted.value;
  const words = counted.selectedOptions[0].textContent;
  const text = count.value.replace(/[\s.]/g, "");
  if (amount.fits !== fits) return refusal(amount, fits, words);
  if (!text) return [h("p", { class: "meta" }, "Vul een aantal in.")];
  if (!/^\d{1,9}$/.test(text)) return [h("p", {}, "Vul een heel aantal in, met alleen cijfers.")];
  return product(amount, Number(text), words);
}

function show() {
  if (amounts.options.length) answer.replaceChildren(...calculate());
}

const say = (sentence) => answer.replaceChildren(h("p", {}, sentence));

/** The amounts of a method as the page has those of its own methods (the template cost_rows.html). */
function optionsOf({ id, name, costs }) {
  return costs.map(({ text, amount, to, precision, fits, why, year, per, covers }) => {
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
  if (amounts.selectedOptions[0].dataset.fits) counted.value = amounts.selectedOptions[0].dataset.fits;
  show();
}

const failed = () => say("De bedragen konden niet worden opgehaald. Controleer uw verbinding en probeer het opnieuw.");

if (other) {
  other.addEventListener("focus", () => offerNames().catch(failed), { once: true });
  other.addEventListener("change", () => addMethod().catch(failed));
  calculator.querySelector("form").addEventListener("submit", () => addMethod().catch(failed));
}
if (amounts.options.length || other) {
  calculator.hidden = false;
  amounts.addEventListener("change", choose);
  for (const field of [count, counted]) field.addEventListener("input", show);
  calculator.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  if (amounts.options.length) choose();
}
