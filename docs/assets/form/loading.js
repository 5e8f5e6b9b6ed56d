// Loading the form, and what the page says while that takes long or when it fails.

import { h } from "../lib/elements.js";

const FAILED =
  "Het formulier kon niet worden geladen. Kijk of u verbinding hebt en probeer het nog eens. " +
  "Wat u eerder typte, is bewaard in deze browser.";

/** Fetch the module and start it; a failure of either ends in a sentence and a button. */
export async function whenLoaded(root, fetchModule) {
  try {
    const { start } = await fetchModule();
    await start(root);
  } catch (error) {
    console.error(error);
    const again = h("button", { type: "button", class: "button" }, "Probeer het nog eens");
    again.addEventListener("click", () => location.reload()); // a module that failed is not asked for again otherwise
    const wait = root.querySelector("[data-form-wait]");
    const said = h("div", { class: "note", role: "alert", "data-form-failed": true }, h("p", {}, FAILED), again);
    if (wait) wait.replaceWith(said);
    else root.prepend(said);
  }
}
