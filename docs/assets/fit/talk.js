// The sheet to talk through: two or three methods that can fit, side by side. What it says of each is made by the build.

import { h } from "../lib/elements.js";

const MOST = 3;
const LEAST = 2;
const MOST_OFFERED = 12; // methods to choose from; the first stand first on the page
const TOO_FEW = "Kies er nog een: een gesprek gaat over twee of drie methoden.";
const NOT_LOADED = "De woorden van de kaarten konden niet worden geladen. Probeer het later nog eens.";

const section = document.querySelector("[data-talk]");
const [choice, said, table, print] = ["choice", "said", "table", "print"].map((name) =>
  section.querySelector(`[data-talk-${name}]`),
);
let offered = "";
let words;

/** Offers what can fit; `wordsOf` fetches what the build says of a method. */
export function offer(verdicts, wordsOf) {
  words = wordsOf;
  const fitting = verdicts.filter(({ fit }) => fit === "yes").slice(0, MOST_OFFERED);
  section.hidden = fitting.length < LEAST;
  const ids = fitting.map(({ method }) => method.id).join(" ");
  if (section.hidden || ids === offered) return;
  offered = ids;
  choice.replaceChildren(...fitting.map(({ method }, place) => box(method, place < MOST)));
  lay();
}

const box = ({ id, name }, checked) =>
  h("label", { class: "choice" }, h("input", { type: "checkbox", value: id, checked, "data-name": name }), " ", name);

/** Lays the chosen methods beside each other, unless the choice changed while their words were fetched. */
async function lay() {
  const boxes = [...choice.querySelectorAll("input")];
  const chosen = boxes.filter(({ checked }) => checked);
  for (const one of boxes) one.disabled = !one.checked && chosen.length >= MOST;
  print.disabled = chosen.length < LEAST;
  said.textContent = print.disabled ? TOO_FEW : "";
  const asked = chosen.map(({ value }) => value);
  try {
    const found = await Promise.all(asked.map(words));
    if (String(boxes.filter(({ checked }) => checked).map(({ value }) => value)) !== String(asked)) return;
    table.replaceChildren(
      ...rows(
        chosen.map(({ dataset }) => dataset.name),
        found.map(({ talk }) => talk),
      ),
    );
  } catch {
    said.textContent = NOT_LOADED;
    print.disabled = true;
  }
}

function rows(names, methods) {
  const heads = names.map((name) => h("th", { scope: "col" }, name));
  const questions = methods[0]?.map(([question]) => question) ?? [];
  const line = (question, place) => [
    h("th", { scope: "row" }, question),
    ...methods.map((talk, column) => h("td", { "data-label": names[column] }, talk[place][1])),
  ];
  return [
    h("thead", {}, h("tr", {}, h("td"), heads)),
    h(
      "tbody",
      {},
      questions.map((question, place) => h("tr", {}, line(question, place))),
    ),
  ];
}

choice.addEventListener("change", lay);
// without the part behind #, which holds the answers
section.querySelector("[data-talk-from]").textContent =
  `${document.querySelector(".brand").textContent.trim()}, ${location.origin}${location.pathname}.`;
print.addEventListener("click", () => {
  document.documentElement.classList.add("print-talk");
  window.print();
});
window.addEventListener("afterprint", () => document.documentElement.classList.remove("print-talk"));
