// The card as a reader will see it: the same parts in the same order under the same names, a little simpler.
// Everything that was typed goes in as text, never as markup.

import { age, date, number } from "../lib/dutch.js";
import { h } from "../lib/elements.js";
import { capital } from "../lib/text.js";
import { agesText } from "./age_words.js";
import { isMapping, kindOf } from "./check.js";
import { plain } from "./fields.js";
import { Notes } from "./notes.js";
import { numberText } from "./number_text.js";
import { inPageOrder } from "./page_order.js";
import { studyFacts, studyTitle } from "./study_words.js";
import {
  costConditions,
  costText,
  intakeText,
  isStale,
  periodText,
  priceYear,
  recognitionAge,
  statusText,
} from "./wording.js";

const UNKNOWN = "onbekend";

export function preview(form, { values: written, id, problems }) {
  const values = inPageOrder(written);
  const look = new Look(form, values);
  for (const path of form.book.citedFirst) look.cite(values, path.split("."));
  const parts = form.book.sections
    .map(({ anchor, title, fields, always }) => look.section(anchor, title, fields, always))
    .filter(Boolean);
  return h(
    "article",
    { class: "form-card", "aria-label": "Voorbeeld van de kaart" },
    h("p", { class: "form-card__name" }, values.name || "Nog zonder naam"),
    look.chips(),
    values.in_short ? h("p", {}, h("b", {}, values.in_short)) : null,
    h("p", { class: "form-card__summary" }, values.summary || "Nog zonder samenvatting."),
    look.names(),
    values.plain_summary
      ? h("div", { class: "plain" }, h("p", {}, h("b", {}, "In gewone woorden")), h("p", {}, values.plain_summary))
      : null,
    ...parts,
    look.references(),
    values.reviewed
      ? h(
          "p",
          { class: "detail" },
          `Nagekeken op ${date(values.reviewed)}${isStale(form.book, values.reviewed) ? ", langer dan twee jaar geleden" : ""}.`,
        )
      : null,
    problems.length ? null : h("p", { class: "detail" }, `Komt te staan op methoden/${id}/`),
  );
}

class Look extends Notes {
  constructor(form, values) {
    super();
    Object.assign(this, { form, book: form.book, values });
  }

  rule(record, name) {
    return this.book.records[record]?.fields[name];
  }

  chips() {
    const { status, intake, goals } = this.values;
    const themes = [...new Set((Array.isArray(goals) ? goals : []).map(({ theme }) => theme).filter(Boolean))];
    const phase =
      isMapping(status) && status.phase
        ? h("span", { class: `chip chip--${status.phase}` }, capital(statusText(this.book, status)))
        : null;
    const isFull = isMapping(intake) && intake.open === "no";
    return h(
      "p",
      { class: "chips" },
      phase,
      isFull ? h("span", { class: "chip chip--full" }, capital(intakeText(this.book, intake))) : null,
      ...themes.map((theme) => h("span", { class: "chip chip--theme" }, capital(this.term("vocabulary/theme", theme)))),
    );
  }

  names() {
    const names = [
      ...(this.values.aliases ?? []),
      ...(this.values.former_names ?? []).map(({ name }) => name && `eerder: ${name}`),
    ].filter(Boolean);
    return names.length ? h("p", { class: "meta" }, `Ook bekend als ${names.join("; ")}.`) : null;
  }

  section(anchor, title, fields, always) {
    const filled = fields.filter((name) => name in this.values);
    if (!filled.length && !always) return null;
    const rows = filled
      .map((name) => [this.rule("Method", name).title, this.field(name, this.values[name])])
      .filter(([, lines]) => lines.length);
    const content = rows.length
      ? rows.flatMap(([label, lines]) => [
          rows.length > 1 ? h("p", { class: "form-card__label" }, label) : null,
          h("ul", {}, ...lines.map((line) => h("li", {}, ...line))),
        ])
      : [h("p", {}, h("span", { class: "unknown" }, UNKNOWN))];
    return h("section", { "data-section": anchor }, h("h3", {}, title), ...content);
  }

  /** A field of the card as lines; results stand below their study, and only the others by themselves. */
  field(name, value) {
    if (name === "studies" && Array.isArray(value)) return this.studies(value);
    return this.lines(this.rule("Method", name), name === "outcomes" ? this.looseOutcomes() : value);
  }

  /** A value as lines; each line is a list of texts and reference marks. */
  lines(rule, value) {
    if (rule.is === "list" && Array.isArray(value)) {
      const isPlain = rule.of.is !== "record";
      if (isPlain) return value.length ? [[value.map((one) => this.text(rule.of, one)).join(", ")]] : [];
      return value
        .filter((one) => isMapping(one) && Object.keys(one).length)
        .map((one) => this.recordLine(rule.of.of, one));
    }
    if (rule.is === "record" && isMapping(value)) {
      const { fields } = this.book.records[rule.of];
      const isLong =
        Object.entries(value).filter(([name]) => fields[name]?.is === "list" && name !== "sources").length > 0;
      return isLong ? this.fieldLines(rule.of, value) : [this.recordLine(rule.of, value)];
    }
    const text = this.text(rule, value);
    return text ? [[text]] : [];
  }

  /** A large record: a line a field. */
  fieldLines(record, value) {
    return Object.entries(this.book.records[record].fields)
      .filter(([name]) => name in value && name !== "sources")
      .flatMap(([name, rule]) => {
        const lines = this.lines(rule, value[name]);
        if (!lines.length) return [];
        return [
          [
            h("b", {}, `${rule.title}: `),
            ...lines.flatMap((line, at) => (at ? ["; ", ...line] : line)),
            ...(name === "description" ? this.marks(value.sources) : []),
          ],
        ];
      });
  }

  recordLine(record, value) {
    const special = {
      Outcome: () => this.outcome(value),
      Study: () => this.study(value),
      Intake: () => this.intake(value),
      AgeRange: () => [agesText(this.book, value)],
      Cost: () => this.cost(value),
      Recognition: () => this.recognition(value),
      Period: () => [periodText(value)],
    }[record];
    const words = special ? special() : this.words(record, value);
    const marks = this.marks(value.sources);
    this.citeInside(value);
    return [...words, ...marks];
  }

  /** What a record says, its fields one after another. */
  words(record, value) {
    const pieces = [];
    for (const [name, rule] of Object.entries(this.book.records[record].fields)) {
      if (!(name in value) || name === "sources" || name === "id") continue;
      const text = this.flat(rule, value[name]);
      if (text) pieces.push(text);
    }
    return pieces.flatMap((piece, at) => (at ? [h("span", { class: "detail" }, `; ${piece}`)] : [piece]));
  }

  flat(rule, value) {
    return this.lines(rule, value)
      .map((line) =>
        line
          .map((piece) =>
            typeof piece === "string" ? piece : piece.classList?.contains("notes") ? "" : piece.textContent,
          )
          .join(""),
      )
      .filter(Boolean)
      .join("; ");
  }

  text(rule, value) {
    if (typeof value !== "string") return "";
    const asked = plain(rule);
    if (asked.is === "reference") return this.term(asked.kind, value);
    if (asked.is_flag) return value === "true" ? rule.title.toLowerCase() : "";
    if (asked.is === "word") return this.book.labels[value] ?? value;
    if (rule.reference === "field") return this.book.paths[value] ?? value;
    if (rule.reference === "method") return this.form.known.method?.get(value) ?? value;
    if (asked.rule === "date") return date(value);
    if (asked.rule === "age") return age(value);
    return asked.isNumber && rule.code !== "bad_amount" && !/jaar$/iu.test(rule.title) ? number(value) : value;
  }

  term(kind, id) {
    return this.form.known[kind]?.get(id) ?? id;
  }

  many(id) {
    const [one, , many] = this.book.terms["vocabulary/unit"][id] ?? [id];
    return many || one;
  }

  unit({ unit }) {
    return unit ? this.many(unit) : "";
  }

  /** Every study with its results below it, as on the page. */
  studies(studies) {
    return studies.filter(isMapping).map((study) => {
      const line = this.recordLine("Study", study);
      const found = this.outcomes().filter((one) => study.id && one.study === study.id);
      const results = found.map((one) => h("li", {}, ...this.recordLine("Outcome", one)));
      return results.length ? [...line, h("ul", {}, ...results)] : line;
    });
  }

  outcomes() {
    const { outcomes } = this.values;
    return (Array.isArray(outcomes) ? outcomes : []).filter((one) => isMapping(one) && Object.keys(one).length);
  }

  /** Results that name no study of this card (yet). */
  looseOutcomes() {
    const studies = Array.isArray(this.values.studies) ? this.values.studies : [];
    return this.outcomes().filter(({ study }) => !study || !studies.some((one) => one?.id === study));
  }

  study(study) {
    const named = (id) => this.term("organisation", id);
    const found = this.outcomes().filter((one) => one.study === study.id);
    return [
      h("b", {}, studyTitle(this.book, study, named)),
      h("span", { class: "detail form-card__line" }, capital(studyFacts(this.book, study, named, found).join("; "))),
      study.note && h("span", { class: "form-card__line" }, study.note),
    ].filter(Boolean);
  }

  outcome({ measure, statement, result, population, direction, period, caveat, target }) {
    const facts = [
      population && `bij: ${population}`,
      isMapping(period) && periodText(period),
      isMapping(target) && `doel vooraf: ${size(target.percent, target.count)} ${this.unit(target)}`.trim(),
    ];
    const kind = isMapping(result) && kindOf(this.rule("Outcome", "result"), result);
    const { headline, remark } = kind ? numberText(this.book, kind, result) : {};
    const about = measure ? this.term("vocabulary/measure", measure) : "resultaat";
    const way = direction ? ` (${this.term("vocabulary/direction", direction)})` : "";
    const against = result?.against && `Vergelijkingsgroep: ${result.against}`;
    return [
      h("b", {}, `${capital(about)}${way}`),
      headline && h("span", { class: "form-card__number" }, headline, remark ? h("small", {}, ` ${remark}`) : null),
      against && h("span", { class: "form-card__line" }, against),
      statement && h("span", { class: "form-card__line" }, statement),
      h("span", { class: "detail form-card__line" }, facts.filter(Boolean).join("; ")),
      caveat && h("span", { class: "form-card__line" }, `Let op. ${caveat}`),
    ].filter(Boolean);
  }

  /** What a body decided, with the same warning about its age as the page. */
  recognition({ date: written, ...rest }) {
    return [
      ...this.words("Recognition", rest),
      h("span", { class: "detail" }, `; ${recognitionAge(this.book, written)}`),
    ];
  }

  cost({ covers, note, ...cost }) {
    const remarks = [covers, ...costConditions(this.book, cost), priceYear(cost), note];
    return [[costText(this.book, cost), ...remarks].filter(Boolean).join("; ")];
  }

  intake({ note, ...intake }) {
    return [[intakeText(this.book, intake), note].filter(Boolean).join("; ")];
  }

  references() {
    this.marks(this.values.sources);
    if (!this.sources.size) return null;
    return h(
      "section",
      { "data-section": "bronnen" },
      h("h3", {}, "Bronnen"),
      h("ol", {}, ...[...this.sources.keys()].map((id) => h("li", {}, this.term("source", id)))),
    );
  }
}

const size = (percent, count) => (percent ? `${number(percent)}%` : count ? number(count) : "");
