// What is most likely meant where nothing was chosen yet. It is shown as a button: nobody's card gets a source that no
// person chose.

import { h } from "../lib/elements.js";

const SHOWN = 60; // characters of a name on a button

/** A button that fills in what was chosen elsewhere; `pick(id)` hears it. */
export function proposal(kind, isEmpty, pick) {
  const made = h("button", { type: "button", class: "form-link form-proposal", hidden: true, "data-proposal": kind });
  made.isWanted = isEmpty;
  made.addEventListener("click", () => pick(made.dataset.id));
  return made;
}

/** Show every proposal as it is now, and hide those that are no longer of use. */
export function refreshProposals(form, root) {
  for (const made of root.querySelectorAll("[data-proposal]")) {
    const kind = made.dataset.proposal;
    const id = made.isWanted() ? form.proposed(kind) : undefined;
    made.hidden = !id;
    if (!id) continue;
    made.dataset.id = id;
    const name = form.known[kind].get(id);
    const text = `Zelfde als eerder: ${name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name}`;
    if (made.textContent !== text) made.textContent = text;
  }
}
