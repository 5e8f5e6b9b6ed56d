// A box in which one types to find an organisation, a source or a method: the combobox with list of the ARIA guide
// (w3.org/WAI/ARIA/apg/patterns/combobox). What is chosen is an id; what is shown is its name. What is typed and is not
// in the list stays, in the box and in the card, so that nobody loses it.

import { h } from "../lib/elements.js";
import { fold } from "../lib/text.js";

const MOST = 12;
let made = 0;

/**
 * `all()` gives a Map of id -> name once that was fetched, `named(id)` the name of one, `first()` the ids to offer before
 * anything is typed, `onPick(id)` hears the choice;
 * with `describe`, the list ends in a way to describe one that is not there, and so does a name that is not in it.
 */
export function picker({ id, value, attributes, all, named, first, onPick, describe }) {
  const listId = `keuzelijst-${++made}`;
  const list = h("div", { id: listId, role: "listbox", class: "picker__list", hidden: true, "aria-label": "Keuzes" });
  const input = h("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    ...attributes,
  });
  const offer = h("p", { class: "picker__offer", hidden: true });
  const state = { value, options: [], active: -1 };
  const nameOf = (chosen) => (chosen ? (named(chosen) ?? chosen) : "");
  input.value = nameOf(value);

  const close = () => {
    list.hidden = true;
    state.active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const showOffer = () => {
    const isUnknown = Boolean(describe && state.value && all() && !all().has(state.value));
    offer.hidden = !isUnknown;
    if (isUnknown && offer.dataset.of !== state.value) offer.replaceChildren(describeButton()); // it may be pressed now
    offer.dataset.of = isUnknown ? state.value : "";
  };
  const describeButton = () => {
    const way = h("button", { type: "button", class: "form-button" }, describe.named(state.value));
    way.addEventListener("click", () => describeNew(state.value));
    return way;
  };
  const pick = (chosen) => {
    state.value = chosen;
    input.value = nameOf(chosen);
    close();
    onPick(chosen);
    showOffer();
  };
  const option = (text, note, choose) => {
    const made = h(
      "div",
      { id: `${listId}-${state.options.length}`, role: "option", "aria-selected": "false" },
      text,
      note && h("span", { class: "detail" }, ` ${note}`),
    );
    made.addEventListener("click", choose);
    state.options.push({ made, choose });
    return made;
  };
  const describeNew = (typed) => {
    close();
    describe.open(typed, pick, input);
  };
  const open = () => {
    const typed = input.value === nameOf(state.value) && all()?.has(state.value) ? "" : input.value.trim();
    const found = matches(all() ?? new Map(), typed, first());
    state.options = [];
    state.active = -1;
    list.replaceChildren(...found.map((chosen) => option(nameOf(chosen), chosen, () => pick(chosen))));
    if (!found.length)
      list.append(h("p", { class: "picker__none" }, typed ? `Niets gevonden voor “${typed}”.` : "Typ om te zoeken."));
    if (describe) list.append(option(describe.label, "", () => describeNew(typed)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  const move = (step) => {
    if (list.hidden) open();
    const places = state.options.length + 1; // one place more: back in the box
    state.active = ((state.active + 1 + step + places) % places) - 1;
    for (const [at, { made }] of state.options.entries())
      made.setAttribute("aria-selected", String(at === state.active));
    const active = state.options[state.active]?.made;
    if (active) input.setAttribute("aria-activedescendant", active.id);
    else input.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  };
  /** What was typed becomes the choice: the one of that name, or else the text as it stands there. */
  const settle = () => {
    close();
    const typed = input.value.trim();
    if (typed === nameOf(state.value)) return pick(state.value || undefined);
    return pick(typed ? (meant(all(), typed) ?? typed) : undefined);
  };
  const cancel = () => {
    if (list.hidden) return false;
    close();
    input.value = nameOf(state.value);
    onPick(state.value);
    return true;
  };
  const choose = () => {
    if (state.active < 0) settle();
    else state.options[state.active].choose();
    return true;
  };

  /** The names have come: show them, also in a list that is open already. */
  const renew = () => {
    const exact = state.value && meant(all(), state.value);
    if (exact && exact !== state.value) pick(exact);
    else if (!list.hidden) open();
    else if (document.activeElement !== input) input.value = nameOf(state.value);
    showOffer();
  };

  input.addEventListener("input", () => {
    onPick(input.value.trim() || undefined); // as it is typed: a page that goes now must not lose it
    open();
  });
  input.addEventListener("click", open);
  input.addEventListener("blur", settle);
  input.addEventListener("named", renew);
  input.addEventListener("picked", ({ detail }) => pick(detail));
  input.addEventListener("keydown", (event) => {
    const keys = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Escape: cancel,
      Enter: choose,
    };
    if (event.isComposing || !Object.hasOwn(keys, event.key)) return;
    if (keys[event.key]() !== false) event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  showOffer();
  return { element: h("div", { class: "picker" }, input, list, offer), input, renew, pick };
}

/** The id that a text is, or whose name it is. */
function meant(all, typed) {
  if (!all) return undefined;
  if (all.has(typed)) return typed;
  const same = fold(typed);
  const found = [...all].filter(([, name]) => fold(name) === same);
  return found.length === 1 ? found[0][0] : undefined;
}

/** Ids whose name or id holds every word that was typed; nothing typed offers what was used before, then the rest. */
function matches(all, typed, first) {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  if (!words.length) return [...new Set([...first, ...all.keys()])].filter((id) => all.has(id)).slice(0, MOST);
  const found = [];
  for (const [id, name] of all) {
    const text = `${fold(name)} ${id}`;
    if (words.every((word) => text.includes(word))) found.push(id);
    if (found.length >= MOST) break;
  }
  return found;
}
