/** The parts of a list of results that explain it. They are built from text only, so that what was typed stays text. */

/** Meanings to choose from, "ook gezocht op", "zie ook", and what to do when nothing was found. */
export function renderNotes(container, answer) {
  container.replaceChildren();
}

/** Why this method was found: the field by name, and its words with what was sought marked. Returns an element. */
export function renderWhy(hit) {
  const why = document.createElement("p");
  why.className = "why";
  return why;
}

/** What else was found: organisations, tools, terms and pages. */
export function renderGroups(container, answer) {
  container.replaceChildren();
}
