// Problems in the words of the checker, at the fields they are about and in one list. A field that nobody has been to
// yet is left in peace.

import { h } from "../lib/elements.js";
import { capital } from "../lib/text.js";
import { speak } from "./sentences.js";

let isPressed = false;
const waiting = new Set();
document.addEventListener("pointerdown", () => (isPressed = true), { capture: true });
for (const name of ["pointerup", "pointercancel"])
  document.addEventListener(name, () => setTimeout(released), { capture: true });

function released() {
  isPressed = false;
  for (const act of waiting) act();
  waiting.clear();
}

/** Do it now, or when the button of the mouse is up: a line that appears would move what is being pressed. */
export function whenReleased(act) {
  if (isPressed) waiting.add(act);
  else act();
}

/** Notes where somebody has been: leaving a field or a group is enough. */
export function watchVisits(root, changed) {
  root.addEventListener("focusout", (event) => {
    let place = event.target.closest("[data-where]");
    let isNew = false;
    while (place && root.contains(place) && !place.contains(event.relatedTarget)) {
      isNew ||= !("visited" in place.dataset);
      place.dataset.visited = "";
      place = place.parentElement?.closest("[data-where]");
    }
    if (isNew) whenReleased(changed);
  });
}

/** Put every problem at its field; with `all` also where nobody has been. */
export function showFaults(book, root, problems, all) {
  const places = new Map([...root.querySelectorAll("[data-where]")].map((element) => [element.dataset.where, element]));
  const texts = new Map();
  for (const problem of problems) {
    const place = placeOf(places, problem);
    if (place && (all || place.closest("[data-visited]")))
      texts.set(place, [...(texts.get(place) ?? []), sentence(book, problem)]);
  }
  for (const place of places.values()) {
    const line = place.querySelector(":scope > .form-fault");
    const text = texts.get(place)?.join(" ") ?? "";
    if (line.textContent !== text) line.textContent = text;
    line.hidden = !text;
    place.classList.toggle("form-wrong", Boolean(text));
    if ("single" in place.dataset)
      place.querySelector("input, textarea, select")?.setAttribute("aria-invalid", String(Boolean(text)));
  }
}

function sentence(book, problem) {
  const { message, remedy } = speak(book, problem);
  return `${capital(message)}: ${remedy}.`;
}

/** The element a problem is about, or the nearest around it. */
function placeOf(places, { keys, where }) {
  if (places.has(where)) return places.get(where);
  const parts = [...keys];
  while (parts.length) {
    parts.pop();
    const found = places.get(
      parts.reduce((text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key), ""),
    );
    if (found) return found;
  }
  return undefined;
}

/** Open what is folded around the field of a problem, and go there. */
export function goTo(root, problem) {
  const places = new Map([...root.querySelectorAll("[data-where]")].map((element) => [element.dataset.where, element]));
  const place = placeOf(places, problem);
  if (!place) return;
  for (let around = place.closest("details"); around; around = around.parentElement.closest("details"))
    around.open = true;
  const target = place.querySelector("input, textarea, select, button") ?? place;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

/** All problems as a list of ways to their fields. */
export function faultList(book, problems, go) {
  return problems.map((problem) => {
    const way = h("button", { type: "button", class: "form-link" }, titleOf(book, problem.keys) || "Bestandsnaam");
    way.addEventListener("click", () => go(problem));
    return h("li", {}, way, " ", sentence(book, problem));
  });
}

/** The place of a problem in Dutch: Resultaten 1, Resultaat, Van hoeveel */
export function titleOf(book, keys) {
  let records = ["Method"];
  const words = [];
  for (const key of keys) {
    if (typeof key === "number") {
      words[words.length - 1] += ` ${key + 1}`;
      continue;
    }
    const rule = records.map((name) => book.records[name].fields[key]).find(Boolean);
    words.push(rule?.title ?? key);
    records = rule ? recordsOf(rule) : [];
  }
  return words.filter((word, at) => word !== words[at - 1]).join(", "); // Stand holds a Stand
}

function recordsOf(rule) {
  if (rule.is === "record") return [rule.of];
  if (rule.is === "list") return recordsOf(rule.of);
  return rule.is === "choice" ? Object.values(rule.kinds) : [];
}
