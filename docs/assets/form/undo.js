// One line at the edge of the screen, wherever somebody is in the form: what happened, and a way back from it.

import { h } from "../lib/elements.js";

/** {element, say(text), add(text, restore), clear()}: what was taken away last is put back first. */
export function undoBar() {
  const done = [];
  const text = h("span", { role: "status" });
  const back = h("button", { type: "button", class: "form-link" }, "Zet terug");
  const close = h("button", { type: "button", class: "form-link", "aria-label": "Sluit deze melding" }, "×");
  const element = h("div", { class: "form-undo", hidden: true }, text, back, close);
  const show = (said) => {
    text.textContent = said;
    back.hidden = !done.length || done.at(-1).text !== said;
    element.hidden = !said;
  };
  back.addEventListener("click", () => {
    done.pop().restore();
    show(done.at(-1)?.text ?? "");
  });
  close.addEventListener("click", () => show(""));
  return {
    element,
    say: show,
    add(said, restore) {
      done.push({ text: said, restore });
      show(said);
    },
    clear() {
      done.length = 0;
      show("");
    },
  };
}
