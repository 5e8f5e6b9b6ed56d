// The page "Past het?": the form, the address and the results kept alike. Nothing is sent anywhere: the files that are
// fetched are the same for every family, and no address goes with the request.

import { fetchJson, fetchJsonOnce } from "../lib/fetch.js";
import { answered, groups } from "./results.js";
import { judgeAll } from "./rules.js";
import { read, write } from "./state.js";
import { IGNORED, NOT_LOADED, summary } from "./texts.js";

const PORTION = 50;

const main = document.querySelector("[data-fit-page]");
const find = (name) => main.querySelector(`[data-fit-${name}]`);
const [form, status, ignored, paper, more] = ["form", "status", "ignored", "answers", "more"].map(find);
const results = main.querySelector("[data-results]");
const base = main.dataset.files;

const QUIETLY = { referrerPolicy: "no-referrer" };

const words = (id) => fetchJsonOnce(`${base}methoden/${id}.json`, QUIETLY);

/** Show what the address asks for. */
function show(book, shown = PORTION) {
  const { answers, ignored: unknown } = read(location.search, book.questions);
  const verdicts = judgeAll(book, answers);
  const counts = { yes: 0, unknown: 0, no: 0 };
  for (const { fit } of verdicts) counts[fit] += 1;
  status.textContent = summary(counts, verdicts.length, Object.keys(answers).length);
  ignored.textContent = unknown.length ? `${IGNORED} ${unknown.join(", ")}` : "";
  ignored.hidden = !unknown.length;
  paper.replaceChildren(...answered(book.questions, answers));
  results.replaceChildren(
    ...groups(verdicts, shown, counts, { root: main.dataset.root, words, questions: book.questions, answers }),
  );
  more.hidden = shown >= verdicts.length;
  more.textContent = `Toon er ${Math.min(PORTION, verdicts.length - shown)} meer`;
  more.onclick = () => {
    show(book, shown + PORTION);
    results.querySelectorAll("[data-method]")[shown].querySelector("a").focus();
  };
}

/** Put the answers of the address into the form. */
function fill(book) {
  const { answers } = read(location.search, book.questions);
  for (const field of form.elements) {
    const question = book.questions.find(({ id }) => id === field.name);
    const answer = answers[field.name];
    if (field.name === "eenheid") field.value = answers.leeftijd?.unit ?? "jaar";
    else if (question?.kind === "age") field.value = answer?.number ?? "";
    else if (field.type === "radio") field.checked = answer ? answer[0] === field.value : field.value === "";
    else if (field.type === "checkbox") field.checked = answer?.includes(field.value) ?? false;
    else if (question) field.value = answer?.[0] ?? "";
  }
}

/** Put the answers of the form into the address, as a step that the back button undoes. */
function keep(book) {
  const typed = new URLSearchParams(new FormData(form)).toString();
  const address = write(read(typed, book.questions).answers, book.questions);
  if (address !== location.search) history.pushState(null, "", address || location.pathname);
  show(book);
}

function start(book) {
  form.addEventListener("change", () => keep(book));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(book);
    main.querySelector("#uitkomst").focus();
  });
  addEventListener("popstate", () => {
    fill(book);
    show(book);
  });
  fill(book);
  show(book);
}

fetchJson(`${base}methoden.json`, QUIETLY).then(start, () => {
  status.textContent = NOT_LOADED;
});
