// What is most likely meant where nothing was chosen yet. It is shown as a button: nobody's card gets a source that no
// person chose. Who says so once has a source filled in wherever something is written, in sight and to be replaced.

import { h } from "../lib/elements.js";
import { written } from "./values.js";

const SHOWN = 60; // characters of a name on a button
const EVERYWHERE = { source: { on: "Vul deze bron overal in waar ik iets schrijf", off: "Vul niet meer vanzelf in" } };
const SAID = "Deze bron komt nu bij alles wat u invult. U kunt overal een andere kiezen.";

/** Buttons that fill in what was chosen elsewhere, here or everywhere; `pick(id)` hears it. */
export function proposal(form, one, { kind, pick }) {
  const link = (mark) => h("button", { type: "button", class: "form-link form-proposal", hidden: true, [mark]: kind });
  const made = link("data-proposal");
  const all = link("data-everywhere");
  const toBox = () => made.closest("[data-where]").querySelector("input").focus(); // the button goes; the reader stays
  Object.assign(made, { all, one, fill: pick, isWanted: () => !one.holder[one.name] });
  made.addEventListener("click", () => {
    pick(made.dataset.id);
    toBox();
  });
  all.addEventListener("click", () => {
    const isOn = Boolean(form.everywhere[kind]);
    form.everywhere[kind] = isOn ? "" : made.dataset.id;
    if (!isOn) pick(made.dataset.id);
    toBox();
    form.say(isOn ? "" : SAID);
    form.changed();
  });
  return h("div", {}, made, " ", EVERYWHERE[kind] ? all : null);
}

/** Show every proposal as it is now, and hide those that are no longer of use. */
export function refreshProposals(form, root) {
  for (const made of root.querySelectorAll("[data-proposal]")) {
    fillOnce(form, made);
    const kind = made.dataset.proposal;
    const id = made.isWanted() ? form.proposed(kind) : undefined;
    made.hidden = !id;
    made.all.hidden = !id;
    if (!id) continue;
    made.dataset.id = id;
    const name = form.known[kind].get(id);
    const text = `Zelfde als eerder: ${name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name}`;
    if (made.textContent !== text) made.textContent = text;
    const way = EVERYWHERE[kind]?.[form.everywhere[kind] ? "off" : "on"];
    if (way && made.all.textContent !== way) made.all.textContent = way;
  }
}

/** Fill in what a person wants everywhere, once: what is emptied there again stays empty. */
function fillOnce(form, made) {
  const id = form.everywhere[made.dataset.proposal];
  const isBusy = made.closest("[data-where]").contains(document.activeElement);
  if (!id || isBusy || !made.isWanted() || form.filledIn.has(made.one.holder) || !isSaid(form, made.one)) return;
  form.filledIn.add(made.one.holder);
  made.fill(id);
}

/** Whether the group of a source says something besides. */
function isSaid({ card }, { keys }) {
  const group = keys.slice(0, keys.lastIndexOf("sources")).reduce((inner, key) => inner?.[key], card);
  const { sources, ...said } = written(group ?? {});
  return Object.keys(said).length > 0;
}
