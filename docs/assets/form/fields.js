// One value of a card as something to fill in: a line, a text, a choice, a box to tick, a box to search in.

import { h } from "../lib/elements.js";
import { picker } from "./picker.js";
import { understood } from "./understood.js";
import { wishBox } from "./wishes.js";

/** What a check asks, without the rules around it: {is, max_length, isLine, rule, kind …}. */
export function plain(rule, seen = {}) {
  if (rule.is !== "after" && rule.is !== "before") return { ...rule, ...seen };
  return plain(rule.of, { ...seen, [rule.rule === "spelling" ? "isNumber" : `is_${rule.rule}`]: true });
}

/** Many terms are ticked, one is chosen, all else is typed. */
export const isTicked = (book, rule) =>
  rule.is === "list" && rule.of.is === "reference" && rule.of.kind in book.terms && !(rule.of.kind in OPEN);
export const isTextList = (rule) => rule.is === "list" && plain(rule.of).is === "text";

const OPEN = { element: true, tool: true };
const NARROW = new Set(["int", "decimal"]);
const COUNTED = 90; // characters; of longer texts the length is told
const NEARLY = 0.7; // of its limit: from there on the length of a text is told
const LONG = 200; // characters above which a text gets more than one line
const SHOWN = 60; // characters of what was typed on a button

/** The element in which a value is filled in. `set(value)` hears what was typed. */
export function control(form, { rule, name, title, value, set, id, attributes, fill = () => {}, hears, where }) {
  const asked = plain(rule);
  if (asked.is_flag) return tick(value, set, { id, ...attributes });
  if (asked.is === "reference" && !(asked.kind in form.book.terms))
    return chooser(form, asked.kind, { value, set, id, attributes, hears });
  if (rule.reference === "method") return chooser(form, "method", { value, set, id, attributes });
  if (asked.is === "ownReference") return ownSelect(() => ownChoices(form, asked.kind), { value, set, id, attributes });
  const choices = choicesOf(form, rule, asked);
  if (choices)
    return select(choices, { value, set, id, attributes, fill, wish: wishBox(form, asked.kind, { where, title }) });
  return typed(asked, { rule, name, value, set, id, attributes, title });
}

function choicesOf({ book }, rule, asked) {
  if (asked.is === "reference")
    return Object.entries(book.terms[asked.kind]).map(([id, [name, explanation]]) => [id, name, explanation]);
  if (asked.is === "word") return asked.words.map((word) => [word, book.labels[word] ?? word]);
  if (rule.reference === "field") return Object.entries(book.paths);
  return null;
}

/** What the card itself has under an id: [id, how people know it]. */
function ownChoices(form, kind) {
  const [list] = Object.entries(form.book.records.Method.fields).find(
    ([, rule]) => rule.of?.is === "record" && form.book.records[rule.of.of].defines === kind,
  );
  return (form.card[list] ?? []).filter((one) => one?.id).map((one) => [one.id, one.name || one.id]);
}

/** A choice of which the options are those of the moment, because they are written in the same form. */
function ownSelect(choices, { value, set, id, attributes }) {
  const made = h("select", { id, ...attributes });
  const offer = () => {
    const chosen = made.value || value || "";
    const known = choices();
    const all = !chosen || known.some(([one]) => one === chosen) ? known : [...known, [chosen, chosen]];
    made.replaceChildren(
      h("option", { value: "" }, "Kies …"),
      ...all.map(([choice, name]) => h("option", { value: choice }, name)),
    );
    made.value = chosen;
  };
  offer();
  made.addEventListener("focus", offer);
  made.addEventListener("pointerdown", offer);
  made.addEventListener("change", () => set(made.value));
  return made;
}

function select(choices, { value, set, id, attributes, fill, wish }) {
  const known = !value || choices.some(([choice]) => choice === value);
  const all = known ? choices : [...choices, [value, value]];
  const explanation = h("p", { class: "detail form-term" });
  const made = h(
    "select",
    { id, ...attributes },
    h("option", { value: "" }, "Kies …"),
    ...all.map(([choice, name]) => h("option", { value: choice }, name)),
  );
  const explain = () => {
    explanation.textContent = choices.find(([choice]) => choice === made.value)?.[2] ?? "";
    if (!wish) return;
    if (made.value && !wish.querySelector("input").value) wish.remove();
    else whole.append(wish);
  };
  const whole = h("div", {}, made, explanation);
  made.value = value ?? "";
  explain();
  made.addEventListener("change", () => {
    set(made.value);
    explain();
    fill(made.value);
  });
  return whole;
}

function tick(value, set, attributes) {
  const made = h("input", { type: "checkbox", ...attributes });
  made.checked = value === "true";
  made.addEventListener("change", () => set(made.checked ? "true" : ""));
  return made;
}

function typed(asked, { rule, name, title, value, set, id, attributes }) {
  const isLong = asked.is === "text" && !asked.is_line && asked.max_length > LONG;
  const more = {
    inputmode: asked.is === "int" ? "numeric" : asked.is === "decimal" ? "decimal" : asked.is_url ? "url" : undefined,
    class: NARROW.has(asked.is) || asked.rule ? "form-narrow" : undefined,
  };
  const made = isLong
    ? h("textarea", { id, rows: "3", ...attributes })
    : h("input", { id, type: "text", autocomplete: "off", enterkeyhint: "next", ...more, ...attributes });
  made.value = value ?? "";
  const told = h("p", { class: "detail form-length", "aria-live": "polite" });
  const tell = (shown) => {
    const length = [...made.value.trim()].length;
    const isNear = asked.max_length > COUNTED && length > asked.max_length * NEARLY;
    const text = isNear ? `${length} van ${asked.max_length} tekens` : shown && `Begrepen als: ${shown}`;
    if (told.textContent !== text) told.textContent = text;
  };
  const read = () => understood(rule, made.value.trim(), { name, title });
  tell(read().shown);
  made.addEventListener("input", () => {
    const { value: meant, shown } = read();
    set(meant);
    tell(shown);
  });
  return h("div", {}, made, told);
}

function chooser(form, kind, { value, set, id, attributes, hears = () => {} }) {
  const describe = form.book.described[kind] && {
    ...DESCRIBE[kind],
    open: (text, pick, box) => form.describe(kind, { text, pick, box }),
  };
  const made = picker({
    id,
    value,
    attributes,
    all: () => form.known[kind],
    named: (chosen) => form.named(kind, chosen),
    first: () => form.used(kind),
    onPick: (chosen) => {
      if (form.known[kind]?.has(chosen)) form.chosen[kind] = chosen;
      set(chosen ?? "");
    },
    describe,
  });
  made.input.addEventListener("focus", () => form.known[kind] ?? form.fetchList(kind).then(made.renew));
  hears(made.pick);
  return made.element;
}

const quoted = (text) => (text.length > SHOWN ? `“${text.slice(0, SHOWN)}…”` : `“${text}”`);

/** What describing a new one is called, in the list and beside a name that is not in it. */
const DESCRIBE = {
  organisation: {
    label: "Staat de organisatie er niet bij? Voeg die toe",
    named: (text) => `Voeg ${quoted(text)} toe als nieuwe organisatie`,
  },
  source: {
    label: "Staat de bron er niet bij? Voeg die toe",
    named: (text) => `Voeg ${quoted(text)} toe als nieuwe bron`,
  },
};

/** Several terms at once. */
export function ticks(form, rule, { value = [], set, name, where }) {
  const chosen = new Set(value);
  const all = Object.entries(form.book.terms[rule.of.kind]);
  const boxes = all.map(([id, [label, explanation]]) => {
    const box = h("input", { type: "checkbox", name, value: id });
    box.checked = chosen.has(id);
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(id);
      else chosen.delete(id);
      set([...chosen]);
    });
    return h("label", { class: "choice", title: explanation }, box, " ", h("span", {}, label));
  });
  return h("div", { class: "form-ticks" }, ...boxes, wishBox(form, rule.of.kind, { where, title: rule.title }));
}
