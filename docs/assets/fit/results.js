// Verdicts → elements. Everything from a card or an address goes in as text, never as markup.

import { compareLink } from "../compare/link.js";
import { h, hidden } from "../lib/elements.js";
import { inWords } from "./state.js";
import { GROUPS, MARKS, NO_WORDS, VERDICTS, why } from "./texts.js";

const MOST_LINES = 3; // what else a card says on a question can be read there

/** The first so many verdicts, in groups under a heading with the number of all in that group. */
export function groups(verdicts, shown, counts, page) {
  const first = verdicts.slice(0, shown);
  return Object.keys(GROUPS)
    .map((fit) => [fit, first.filter((verdict) => verdict.fit === fit)])
    .filter(([, members]) => members.length)
    .map(([fit, members]) => group(fit, members, counts[fit], page));
}

function group(fit, members, count, page) {
  const [label, explanation] = GROUPS[fit];
  const items = members.map((verdict) => item(verdict, page));
  return h(
    "section",
    { class: `fit-group fit-group--${fit}`, "aria-labelledby": `groep-${fit}` },
    h("h3", { id: `groep-${fit}` }, `${label} (${count})`),
    h("p", { class: "meta" }, explanation),
    h("ol", { class: "fit-list" }, ...items),
  );
}

function item(verdict, page) {
  const { method, fit } = verdict;
  const card = `${page.root}methoden/${method.id}/`;
  const head = h("h4", {}, h("a", { href: card }, method.name), " ", badge(fit));
  const made = h("li", { "data-method": method.id, "data-fit": fit }, head, compareLink(method.id, method.name));
  page.words(method.id).then(
    (words) => made.append(...body(verdict, words, card, page)),
    () => made.append(h("p", { class: "meta" }, NO_WORDS)),
  );
  return made;
}

const badge = (verdict) => h("span", { class: `verdict verdict--${verdict}` }, mark(verdict), ` ${VERDICTS[verdict]}`);
const mark = (verdict) => h("span", { "aria-hidden": "true" }, MARKS[verdict]);

function* body(verdict, words, card, page) {
  yield h(
    "p",
    { class: "fit-summary" },
    h("span", { class: `chip chip--${words.phase}` }, words.status),
    " ",
    ...summaries(words),
  );
  if (words.notice) {
    const { text, section } = words.notice;
    yield h("p", { class: "note" }, h("b", {}, text), " ", toCard(card, section, text));
  }
  const isSilent = ({ why: code, lines }) => code === "silent" && !lines.length;
  const told = verdict.reasons
    .filter((reason) => !isSilent(reason))
    .map((reason) => reasonItem(reason, reason.verdict === verdict.fit, words, card, page));
  const silent = verdict.reasons.filter(isSilent);
  const decides = verdict.fit === "unknown";
  const after = decides ? told.filter((made) => made.dataset.verdict === "unknown").length : told.length;
  if (silent.length) told.splice(after, 0, silentItem(silent, decides, page));
  if (told.length) yield h("ul", { class: "reasons" }, ...told);
}

/** All questions that the card is silent on, in one sentence. */
function silentItem(reasons, decides, page) {
  const labels = reasons.map((reason) => questionOf(reason, page).label.toLowerCase()).join(", ");
  const text = h("div", {}, h("b", {}, `Onbekend: ${labels}.`), ` ${why(reasons[0])}`);
  return reasonBox("unknown", decides, reasons, text);
}

const questionOf = (reason, page) => page.questions.find(({ id }) => id === reason.question);

function reasonBox(verdict, decides, reasons, text) {
  const attributes = { "data-question": reasons.map(({ question }) => question).join(" "), "data-verdict": verdict };
  return h(
    "li",
    { class: `reason reason--${verdict}${decides ? " reason--decides" : ""}`, ...attributes },
    mark(verdict),
    text,
  );
}

/** For the professional on the screen, and in plain words for paper on the table. */
function summaries({ summary, plain }) {
  if (!plain) return [h("span", {}, summary)];
  return [h("span", { class: "screen-only" }, summary), h("span", { class: "paper-only" }, plain)];
}

/** One question: the verdict, what the card says, and for what decided also who says so. */
function reasonItem(reason, decides, words, card, page) {
  const question = questionOf(reason, page);
  const said = reason.lines.slice(0, decides ? MOST_LINES : 1).map((index) => words.lines[index]);
  const open = reason.open.map((answer) => question.answers[answer].toLowerCase()).join(", ");
  const text = h(
    "div",
    {},
    h("b", {}, `${question.label}: ${VERDICTS[reason.verdict]}.`),
    ` ${why(reason)}`,
    open && ` Niet op de kaart: ${open}.`,
  );
  if (decides) text.append(...said.map((line) => h("p", { class: "quote" }, ...quote(line, question, card, true))));
  else for (const line of said) text.append(" ", ...quote(line, question, card, false));
  return reasonBox(reason.verdict, decides, [reason], text);
}

/** What the card says and the way to it; in full with the remark and the source. */
function* quote(line, question, card, inFull) {
  if (line.label && line.label !== question.label) yield `${line.label}: `;
  yield h("q", {}, line.text.replace(/\.$/, ""));
  if (inFull && line.detail) yield ` (${line.detail.replace(/\.$/, "")})`;
  yield " ";
  yield toCard(card, line.section, line.text);
  if (inFull) yield h("span", { class: "detail" }, ` Bron: ${line.sources.join("; ")}.`);
}

const toCard = (card, section, about) =>
  h("a", { class: "to-card", href: `${card}#${section}` }, "op de kaart", hidden(`: ${about}`));

/** The questions with what was answered, for paper. */
export function answered(questions, answers) {
  return questions.map((question) =>
    h("div", {}, h("dt", {}, question.label), h("dd", {}, inWords(question, answers) ?? "niet ingevuld")),
  );
}
