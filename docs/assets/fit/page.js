// The page "Past het?": the form, the address and the results kept alike. Nothing is sent anywhere: the files that are
// fetched are the same for every family, and the answers stand in the part of the address that stays in the browser.

import { fetchJson, fetchJsonOnce } from "../lib/fetch.js";
import { answered, groups } from "./results.js";
import { judgeAll } from "./rules.js";
import { fragmentOf, holdsAnswers, read, write } from "./state.js";
import { stepThrough } from "./steps.js";
import { offer } from "./talk.js";
import { IGNORED, left, NOT_LOADED, summary } from "./texts.js";

const PORTION = 50;

const main = document.querySelector("[data-fit-page]");
const find = (name) => main.querySelector(`[data-fit-${name}]`);
const [form, status, ignored, paper, more, remaining] = ["form", "status", "ignored", "answers", "more", "left"].map(
  find,
);
const results = main.querySelector("[data-results]");
const outcome = main.querySelector("#uitkomst");
const base = main.dataset.files;

if (location.search) history.replaceState(null, "", location.pathname + fragmentOf(location));

let shownFor = ""; // the fragment whose answers are on the page

const words = (id) => fetchJsonOnce(`${base}methoden/${id}.json`);

/** Show what the address asks for. */
function show(book, shown = PORTION) {
  const { answers, ignored: unknown } = read(location.hash, book.questions);
  const verdicts = judgeAll(book, answers);
  shownFor = location.hash;
  const counts = { yes: 0, unknown: 0, no: 0 };
  for (const { fit } of verdicts) counts[fit] += 1;
  status.textContent = summary(counts, verdicts.length, Object.keys(answers).length);
  remaining.textContent = left(counts);
  ignored.textContent = unknown.length ? `${IGNORED} ${unknown.join(", ")}` : "";
  ignored.hidden = !unknown.length;
  paper.replaceChildren(...answered(book.questions, answers));
  results.replaceChildren(
    ...groups(verdicts, shown, { root: main.dataset.root, words, questions: book.questions, answers }),
  );
  offer(verdicts, words);
  more.hidden = shown >= verdicts.length;
  more.textContent = `Toon er ${Math.min(PORTION, verdicts.length - shown)} meer`;
  more.onclick = () => {
    show(book, shown + PORTION);
    const first = results.querySelectorAll("[data-method]")[shown];
    for (let fold = first.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    first.querySelector("a").focus();
  };
}

/** Put the answers of the address into the form. */
function fill(book) {
  const { answers } = read(location.hash, book.questions);
  for (const field of form.elements) {
    const question = book.questions.find(({ id }) => id === field.name);
    const answer = answers[field.name];
    if (field.name === "eenheid") field.value = answers.leeftijd?.unit ?? "jaar";
    else if (question?.kind === "age") field.value = answer?.number ?? "";
    else if (field.type === "radio") field.checked = answer ? answer[0] === field.value : field.value === "";
    else if (field.type === "checkbox") field.checked = answer?.includes(field.value) ?? false;
    else if (question) field.value = answer?.[0] ?? "";
    if (field.checked && field.closest("details")) field.closest("details").open = true;
  }
}

/** Put the answers of the form into the address, as a step that the back button undoes. */
function keep(book) {
  const typed = new URLSearchParams(new FormData(form)).toString();
  const address = write(read(typed, book.questions).answers, book.questions);
  if (address !== location.hash) history.pushState(null, "", address || location.pathname);
  show(book);
}

/** Show the outcome on top of the window: focus alone would leave it at the lower edge of a phone, as if nothing happened. */
function goToOutcome() {
  outcome.scrollIntoView({ block: "start" });
  outcome.focus({ preventScroll: true });
}

function start(book) {
  const toQuestion = stepThrough(form, () => {
    keep(book);
    goToOutcome();
  });
  form.addEventListener("change", () => keep(book));
  addEventListener("popstate", () => {
    if (location.hash && !holdsAnswers(location.hash)) {
      history.replaceState(null, "", shownFor || location.pathname); // a link to a place on the page changes no answer
      return;
    }
    const [before, now] = [shownFor, location.hash].map((fragment) => read(fragment, book.questions).answers);
    const changed = book.questions.find(({ id }) => JSON.stringify(before[id]) !== JSON.stringify(now[id]));
    fill(book);
    show(book);
    if (changed) toQuestion(changed.id);
  });
  find("buttons").hidden = false;
  find("outcome").addEventListener("click", goToOutcome);
  fill(book);
  show(book);
}

fetchJson(`${base}methoden.json`).then(start, () => {
  status.textContent = NOT_LOADED;
});
