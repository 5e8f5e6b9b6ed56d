// Multiplies an amount only by what it counts per; which that is, the page says (macros/weighing.py).

import { h } from "./dom.js";

const calculator = document.querySelector("[data-calculator]");
const [amounts, count, counted] = ["amount", "count", "counted"].map((name) => calculator.querySelector(`[data-${name}]:is(select, input)`));
const answer = calculator.querySelector("[data-answer]");

/** 2000 → € 2.000 and 1.88 → € 1,88 */
export function euro(amount) {
  const cents = Math.round(amount * 100);
  const digits = cents % 100 ? 2 : 0;
  return `€ ${(cents / 100).toLocaleString("nl-NL", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

const about = ({ precision }, text) => (precision ? `${precision} ${text}` : text);
const range = ({ amount, to }, times = 1) => euro(Number(amount) * times) + (to ? ` tot ${euro(Number(to) * times)}` : "");

function product(amount, number, words) {
  const formula = `${number.toLocaleString("nl-NL")} ${words} × ${about(amount, range(amount))} = ${about(amount, range(amount, number))}`;
  const yearly = amount.per.endsWith("per jaar") ? " per jaar" : "";
  const year = amount.year === "onbekend" ? "Het prijsjaar is onbekend; het bedrag kan nu anders zijn." : `In prijzen van ${amount.year}.`;
  return [h("p", { class: "answer__formula" }, `${formula}${yearly}`), h("p", { class: "meta" }, year)];
}

function refusal(amount, fits, words) {
  const sibling = [...amounts.options].find(({ dataset }) => dataset.method === amount.method && dataset.fits === fits);
  return [
    h("p", { class: "answer__refusal" }, h("b", {}, "Niet te vermenigvuldigen."), ` ${amount.why} U telt ${words}.`),
    h("p", {}, sibling ? `Van dezelfde methode is er wel een bedrag dat daarbij past: ${sibling.dataset.text}.` : "Van deze methode kennen wij geen bedrag dat daarbij past."),
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
  answer.replaceChildren(...calculate());
}

if (amounts.options.length) {
  calculator.hidden = false;
  amounts.addEventListener("change", () => {
    if (amounts.selectedOptions[0].dataset.fits) counted.value = amounts.selectedOptions[0].dataset.fits;
    show();
  });
  for (const field of [count, counted]) field.addEventListener("input", show);
  calculator.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  counted.value = amounts.selectedOptions[0].dataset.fits || counted.value;
  show();
}
