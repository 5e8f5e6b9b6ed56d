// A word that a list does not have yet: what the contributor means, for who reads along. It comes with the card as a
// remark above it, because the card itself can only name words that exist.

import { h } from "../lib/elements.js";
import { newId } from "./frames.js";

const ADVICE = "Staat het woord dat u zoekt er niet bij? Noem het in uw voorstel; wie meeleest, vult de lijst aan.";

/** Where one names such a word; nothing for a list that is whole. */
export function wishBox(form, kind, { where, title }) {
  if (!where || !grows(form.book, kind)) return null;
  const id = newId();
  const box = h("input", { id, type: "text", autocomplete: "off", maxlength: "160" });
  box.value = form.wishes[where]?.text ?? "";
  box.addEventListener("input", () => {
    const text = box.value.trim();
    if (text) form.wishes[where] = { title, text };
    else delete form.wishes[where];
    form.changed();
  });
  return h("div", { class: "form-wish" }, h("label", { for: id, class: "detail" }, ADVICE), box);
}

const grows = ({ closed }, kind) => kind?.startsWith("vocabulary/") && !closed.includes(kind);

/** Wishes of a draft, whatever stands there. */
export const wishesFrom = (kept) =>
  Object.fromEntries(
    Object.entries(kept ?? {})
      .filter(([, wish]) => typeof wish?.title === "string" && typeof wish?.text === "string")
      .map(([where, { title, text }]) => [where, { title, text }]),
  );

/** The remarks above the card, each as the template says it. */
export const wishLines = (template, wishes) => wishes.map((wish) => `${wishLine(template, wish)}\n`).join("");

const wishLine = (template, { title, text }) =>
  template.replace("{title}", () => title).replace("{text}", () => onOneLine(text));

const onOneLine = (text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
