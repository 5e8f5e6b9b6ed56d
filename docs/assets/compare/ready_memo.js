// The button of a ready-made comparison that copies its memo with layout; its files are made by the build.

import { load, methodIndex } from "./data.js";
import { memoActions } from "./memo_actions.js";

const part = document.querySelector("[data-ready-memo]");
const button = part.querySelector("button");
const said = part.querySelector("[role=status]");
const NOT_LOADED = "De gegevens konden niet worden opgehaald. Controleer uw verbinding en probeer het opnieuw.";

async function copy() {
  const { methods, question, answer } = part.dataset;
  const [index, ...found] = await Promise.all([methodIndex(), ...methods.split(",").map(load)]);
  const address = location.origin + location.pathname;
  return memoActions["memo-copy"]({ index, methods: found, question, answer, address });
}

button.hidden = false;
button.addEventListener("click", async () => {
  said.textContent = await copy().catch(() => NOT_LOADED);
});
