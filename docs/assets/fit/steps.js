// On a phone the questions stand one at a time. Which one is decided here; fit.css decides where that counts.

import { NEXT, step, TO_OUTCOME } from "./texts.js";

/** Makes the buttons of the form lead through its questions, and from the last one to the outcome. */
export function stepThrough(form, toOutcome) {
  const questions = [...form.querySelectorAll("[data-fit-question]")];
  const find = (name) => form.querySelector(`[data-fit-${name}]`);
  const [bar, place, back, next] = ["steps", "place", "back", "next"].map(find);
  let at = 0;

  function show(number) {
    at = number;
    for (const [index, question] of questions.entries()) question.toggleAttribute("data-current", index === at);
    place.textContent = step(at + 1, questions.length);
    back.disabled = at === 0;
    next.textContent = at === questions.length - 1 ? TO_OUTCOME : NEXT;
  }

  function go(number) {
    show(number);
    questions[at].scrollIntoView({ block: "start" });
    questions[at].focus({ preventScroll: true });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (bar.checkVisibility() && at < questions.length - 1) go(at + 1);
    else toOutcome();
  });
  back.addEventListener("click", () => go(at - 1));
  bar.hidden = false;
  form.dataset.stepwise = "";
  show(0);

  /** Shows the question with this id, for an answer that changed elsewhere. */
  return (id) => show(questions.findIndex((question) => question.dataset.fitQuestion === id));
}
