// A study as the page tells of it (macros/views/evidence/studies.py); a test holds the two equal. `named` gives the name of
// an organisation.

import { capital } from "../lib/text.js";
import { counted, nameOf, periodText, shown } from "./wording.js";

/** Its name, or what tells it apart: how it was measured, by whom and when. */
export function studyTitle(book, study, named) {
  if (study.name) return study.name;
  const by = study.evaluator && named(study.evaluator);
  const parts = [nameOf(book, "design", study.design), by, study.period && periodText(study.period)];
  return capital(parts.filter(Boolean).join(", "));
}

/** What weighs the results of a study: short fragments, each once. */
export function studyFacts(book, study, named, outcomes = []) {
  const { independence, reportRead, unknownPeriod, varyingPeriod } = book.page;
  const facts = [
    study.evaluator ? `gemeten door ${named(study.evaluator)}` : "wie mat, is niet genoemd",
    independence[independenceOf(study)],
    nameOf(book, "design", study.design),
    study.participants && participantsText(book, study.participants),
    aboutText(book, study),
    study.country !== "nl" && nameOf(book, "country", study.country),
    study.state && study.state !== "finished" && `onderzoek ${nameOf(book, "study-state", study.state)}`,
    reportRead[study.report_read],
    study.evaluator_note,
    study.period ? periodText(study.period) : outcomes.some(({ period }) => period) ? varyingPeriod : unknownPeriod,
  ];
  return [...new Set(facts.filter(Boolean))];
}

function independenceOf({ independent, design }) {
  if (independent === "yes") return "independent";
  return independent === "no" || design === "own-report" ? "own" : "unknown";
}

function aboutText(book, { about, about_note: note }) {
  if (!about || about === "this-method") return note;
  return `gaat over ${nameOf(book, "study-about", about)}${note ? ` (${note})` : ""}`;
}

/** `328 gezinnen: 229 met aanbod, 99 met gebruikelijke hulp; 12 uitgevallen` */
function participantsText(book, { count, unit, groups = [], lost, note }) {
  const total = count || groups.reduce((sum, group) => sum + (Number(group.count) || 0), 0);
  const size = total ? counted(book, { count: String(total), unit }) : "";
  const parts = groups.map((group) => `${shown(group.count)} ${group.name ?? ""}`.trim()).join(", ");
  const head = [size, parts].filter(Boolean).join(": ");
  return [head, lost && `${shown(lost)} uitgevallen`, note].filter(Boolean).join("; ");
}
