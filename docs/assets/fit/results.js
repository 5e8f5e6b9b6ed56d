// Verdicts → elements. Everything from a card or an address goes in as text, never as markup.

import { compareLink } from "../compare/link.js";
import { h, hidden } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";
import { questionOf, reasonItems } from "./reasons.js";
import { inWords } from "./state.js";
import { GROUPS, groupOfNow, inOneLine, MARKS, NO_DOOR, NO_WORDS, NOW_GROUPS, SKIPPED } from "./texts.js";

/** The first so many verdicts, in groups under a heading with the number of all in that group. */
export function groups(verdicts, shown, page) {
  return Object.keys(GROUPS)
    .map((fit) => ({ fit, from: verdicts.findIndex((verdict) => verdict.fit === fit) }))
    .filter(({ from }) => from >= 0 && from < shown)
    .map(({ fit, from }) => {
      const members = verdicts.filter((verdict) => verdict.fit === fit);
      return (fit === "no" ? folded : group)(fit, members, shown - from, page);
    });
}

/** What can fit, or may, in what a family can go to now and all other. */
function group(fit, members, room, page) {
  const [label, explanation] = GROUPS[fit];
  return h(
    "section",
    { class: `fit-group fit-group--${fit}`, "aria-labelledby": `groep-${fit}` },
    h(
      "h3",
      { id: `groep-${fit}` },
      h("span", { class: `fit-mark--${fit}` }, mark(fit)),
      ` ${label} (${members.length})`,
    ),
    h("p", { class: "meta" }, explanation),
    ...byNow(fit, members, room, page),
  );
}

function byNow(fit, members, room, page) {
  const now = members.filter(({ method }) => groupOfNow(method.now) === "now");
  const parts = { now, later: members.slice(now.length) };
  const space = { now: room, later: room - now.length };
  return Object.entries(NOW_GROUPS)
    .filter(([key]) => fit === "yes" || parts[key].length)
    .flatMap(([key, [label, none]]) => [
      h("h4", {}, `${label} (${parts[key].length})`),
      parts[key].length
        ? list(parts[key].slice(0, Math.max(0, space[key])), "h5", page)
        : h("p", { class: "meta" }, none),
    ]);
}

/** What the card speaks against; on paper only the names. */
function folded(fit, members, room, page) {
  const [label, explanation] = GROUPS[fit];
  return h(
    "details",
    { class: `fit-group fit-group--${fit}` },
    h("summary", {}, h("h3", {}, h("span", { class: `fit-mark--${fit}` }, mark(fit)), ` ${label} (${members.length})`)),
    h("p", { class: "meta" }, explanation),
    list(members.slice(0, room), "h4", page),
  );
}

const mark = (verdict) => h("span", { "aria-hidden": "true" }, MARKS[verdict]);

/** Methods, each with its name as a heading of this level. */
const list = (verdicts, level, page) =>
  h("ol", { class: "fit-list" }, ...verdicts.map((verdict) => item(verdict, level, page)));

function item(verdict, level, page) {
  const { method, fit } = verdict;
  const card = `${page.root}methoden/${method.id}/`;
  const what = h(
    "div",
    {},
    h(level, { class: "fit-name" }, h("a", { href: card }, method.name)),
    " ",
    oneLine(verdict, page),
  );
  const ask = h("div", { class: "fit-ask" });
  page.words(method.id).then(
    (words) => {
      what.append(...about(verdict, words, card, page));
      ask.append(...whomToAsk(method, words));
    },
    () => what.append(h("p", { class: "meta" }, NO_WORDS)),
  );
  return h("li", { "data-method": method.id, "data-fit": fit, "data-now": method.now }, what, ask);
}

/** What decided, in one line: first the answers to a question with many, which tell most. */
function oneLine({ fit, reasons }, page) {
  const deciding = reasons.filter(({ verdict }) => verdict === fit);
  if (!deciding.length) return null;
  const isNamed = (reason) => fit === "yes" && questionOf(reason, page).kind === "many";
  const first = [...deciding.filter(isNamed), ...deciding.filter((reason) => !isNamed(reason))];
  const names = first.flatMap((reason) => (isNamed(reason) ? namedAnswers(reason, page) : nameOf(reason, page)));
  const [lead, text] = inOneLine(fit, names);
  const line = h("span", {}, h("b", {}, `${lead}:`), ` ${text}`);
  return h("p", { class: `fit-reason fit-reason--${fit}` }, mark(fit), line);
}

const nameOf = (reason, page) => questionOf(reason, page).label.toLowerCase();

function namedAnswers(reason, page) {
  const question = questionOf(reason, page);
  const named = page.answers[question.id].filter((answer) => !reason.open.includes(answer));
  return named.map((answer) => question.answers[answer].toLowerCase());
}

function* about(verdict, words, card, page) {
  yield h("p", { class: "fit-line" }, words.line);
  const why = h("ul", { class: "reasons" }, ...reasonItems(verdict, words, card, page));
  if (why.children.length)
    yield h("details", { class: "fit-why" }, h("summary", {}, "Waarom", hidden(`: ${verdict.method.name}`)), why);
}

function* whomToAsk(method, { now, door: found }) {
  const state = h("span", { class: `state__mark state__mark--${method.now}` }, `Nu plaats: ${now.text.toLowerCase()}`);
  yield h("p", {}, state, " ", h("span", { class: "detail" }, now.detail));
  yield " ";
  yield h("p", { class: "fit-door" }, ...door(found));
  yield compareLink(method.id, method.name);
}

/** Whom to ask; on paper with the name of the site. */
function* door(found) {
  if (!found) {
    yield h("span", { class: "detail" }, NO_DOOR);
    return;
  }
  const elsewhere = found.link.includes("://");
  yield `${found.label}: `;
  yield h("a", { href: linkTo(found.link), rel: elsewhere && "external" }, found.name);
  if (found.note) yield `, ${found.note}`;
  if (elsewhere) yield h("span", { class: "paper-only" }, ` (${new URL(found.link).hostname.replace(/^www\./, "")})`);
}

/** What was answered and which questions were skipped, for paper. */
export function answered(questions, answers) {
  const given = questions.filter(({ id }) => id in answers).map((one) => [one.label, inWords(one, answers)]);
  const skipped = questions.filter(({ id }) => !(id in answers)).map(({ label }) => label.toLowerCase());
  const rows = skipped.length ? [...given, [SKIPPED, skipped.join(", ")]] : given;
  return rows.map(([label, text]) => h("div", {}, h("dt", {}, label), h("dd", {}, text)));
}
