// Why a method got its verdict: each question with what the card says on it, as elements.

import { h, hidden } from "../lib/elements.js";
import { MARKS, VERDICTS, why } from "./texts.js";

const MOST_LINES = 3; // what else a card says on a question can be read there

const isSilent = ({ why: code, lines }) => code === "silent" && !lines.length;

/** What decided first; all questions that the card is silent on in one sentence. */
export function reasonItems(verdict, words, card, page) {
  const told = verdict.reasons
    .filter((reason) => !isSilent(reason))
    .map((reason) => reasonItem(reason, reason.verdict === verdict.fit, words, card, page));
  const silent = verdict.reasons.filter(isSilent);
  const decides = verdict.fit === "unknown";
  const after = decides ? told.filter((made) => made.dataset.verdict === "unknown").length : told.length;
  if (silent.length) told.splice(after, 0, silentItem(silent, decides, page));
  return told;
}

function silentItem(reasons, decides, page) {
  const labels = reasons.map((reason) => questionOf(reason, page).label.toLowerCase()).join(", ");
  const text = h("div", {}, h("b", {}, `Onbekend: ${labels}.`), ` ${why(reasons[0])}`);
  return reasonBox("unknown", decides, reasons, text);
}

export const questionOf = (reason, page) => page.questions.find(({ id }) => id === reason.question);

function reasonBox(verdict, decides, reasons, text) {
  const attributes = { "data-question": reasons.map(({ question }) => question).join(" "), "data-verdict": verdict };
  return h(
    "li",
    { class: `reason reason--${verdict}${decides ? " reason--decides" : ""}`, ...attributes },
    h("span", { "aria-hidden": "true" }, MARKS[verdict]),
    text,
  );
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
  yield h("a", { class: "to-card", href: `${card}#${line.section}` }, "op de kaart", hidden(`: ${line.text}`));
  if (inFull) yield h("span", { class: "detail" }, ` Bron: ${line.sources.join("; ")}.`);
}
