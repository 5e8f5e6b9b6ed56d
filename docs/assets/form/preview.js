// The card as a reader will see it: the same parts in the same order under the same names, a little simpler.
// Everything that was typed goes in as text, never as markup.

import { age, date, euro, number } from "../lib/dutch.js";
import { h } from "../lib/elements.js";
import { capital } from "../lib/text.js";
import { isMapping, kindOf } from "./check.js";
import { plain } from "./fields.js";
import { agesText, costText, isStale, periodText, priceYear, recognitionAge, spanText } from "./wording.js";

const UNKNOWN = "onbekend";

export function preview(form, { values, id, problems }) {
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

class Look {
  constructor(form, values) {
    Object.assign(this, { form, book: form.book, values, sources: new Map() });
  }

  rule(record, name) {
    return this.book.records[record]?.fields[name];
  }

  chips() {
    const { status, goals } = this.values;
    const themes = [...new Set((Array.isArray(goals) ? goals : []).map(({ theme }) => theme).filter(Boolean))];
    const years = isMapping(status) && spanText(status.from, status.to);
    const span = years ? `, ${years}` : "";
    const phase =
      isMapping(status) && status.phase
        ? h(
            "span",
            { class: `chip chip--${status.phase}` },
            `${capital(this.term("vocabulary/phase", status.phase))}${span}`,
          )
        : null;
    return h(
      "p",
      { class: "chips" },
      phase,
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
      .map((name) => [this.rule("Method", name).title, this.lines(this.rule("Method", name), this.values[name])])
      .filter(([, lines]) => lines.length);
    const content = rows.length
      ? rows.flatMap(([label, lines]) => [
          rows.length > 1 ? h("p", { class: "form-card__label" }, label) : null,
          h("ul", {}, ...lines.map((line) => h("li", {}, ...line))),
        ])
      : [h("p", {}, h("span", { class: "unknown" }, UNKNOWN))];
    return h("section", { "data-section": anchor }, h("h3", {}, title), ...content);
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
    return pieces.flatMap((piece, at) => (at ? [h("span", { class: "detail" }, ` · ${piece}`)] : [piece]));
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
    if (rule.reference === "field") return this.rule("Method", value)?.title ?? value;
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
    return many ?? one;
  }

  unit({ unit }) {
    return unit ? this.many(unit) : "";
  }

  precision({ precision }) {
    return precision ? `${this.term("vocabulary/precision", precision)} ` : "";
  }

  outcome({ measure, statement, population, result, direction, design, evaluator, period, caveat, target }) {
    const facts = [
      population && `bij: ${population}`,
      evaluator && `gemeten door ${this.term("organisation", evaluator)}`,
      design && this.term("vocabulary/design", design),
      isMapping(period) && this.flat({ is: "record", of: "Period" }, period),
      isMapping(target) && `doel vooraf: ${size(target.percent, target.count)} ${this.unit(target)}`.trim(),
    ];
    const head = isMapping(result) ? this.result(result) : "";
    const about = measure ? this.term("vocabulary/measure", measure) : "resultaat";
    const way = direction ? ` (${this.term("vocabulary/direction", direction)})` : "";
    return [
      h("b", {}, `${capital(about)}${way}`),
      head && h("span", { class: "form-card__number" }, head),
      statement && h("span", { class: "form-card__line" }, statement),
      h("span", { class: "detail form-card__line" }, facts.filter(Boolean).join(" · ")),
      caveat && h("span", { class: "form-card__line" }, `Let op. ${caveat}`),
    ].filter(Boolean);
  }

  result(result) {
    const unit = this.unit(result);
    const about = this.precision(result);
    const [count, of] = [shown(result.count), shown(result.of)];
    const share = Number(result.count) / Number(result.of);
    const percent = share >= 0 && share <= 1 ? ` (${Math.round(share * 100)}%)` : "";
    const ofWhom = result.unit && result.unit !== "unknown" ? ` van de ${unit}` : "";
    const change = this.book.labels[result.change] ?? result.change;
    const words = {
      "[proportion]": () => `${count} van ${of} ${unit}${percent}`,
      "[tally]": () => `${about}${count} ${unit}`,
      "[percentage]": () =>
        result.of
          ? `${about}${size(result.percent)} van ${of} ${unit}`
          : `${about}${size(result.percent)}${ofWhom}, van hoeveel is niet gegeven`,
      "[change]": () => `${about}${size(result.by_percent, result.by_count)} ${change} ${unit}`,
      "[amount]": () => `${about}${euro(result.amount)}`,
      "[score]": () => `${shown(result.score)} op een schaal van ${shown(result.lowest)} tot ${shown(result.highest)}`,
      "[effect]": () =>
        `${this.term("vocabulary/effect-metric", result.effect)} ${shown(result.value)}, vergeleken met ${result.against ?? "?"}`,
      "[words]": () => result.words,
      "[none-yet]": () => `nog niet bekend: ${result.none_yet}`,
    };
    return words[kindOf(this.rule("Outcome", "result"), result)]?.().trim() ?? "";
  }

  /** What a body decided, with the same warning about its age as the page. */
  recognition({ date: written, ...rest }) {
    return [
      ...this.words("Recognition", rest),
      h("span", { class: "detail" }, ` · ${recognitionAge(this.book, written)}`),
    ];
  }

  cost({ covers, note, ...cost }) {
    return [[costText(this.book, cost), priceYear(cost), covers, note].filter(Boolean).join(" · ")];
  }

  marks(citations) {
    const labels = (Array.isArray(citations) ? citations : [])
      .filter((citation) => typeof citation?.source === "string")
      .map(({ source, locator = "" }) => this.mark(source, locator));
    return labels.length ? [h("sup", { class: "notes" }, labels.join(" "))] : [];
  }

  /** Number what stands at a path such as intensity[](duration).sources, as the block at the top of the page does. */
  cite(value, [step, ...rest]) {
    const [, name, , wanted] = /^(\w+)(\[\])?(?:\((\w+)\))?$/u.exec(step);
    const inner = isMapping(value) ? value[name] : undefined;
    if (!rest.length) this.marks(inner);
    else for (const one of [inner].flat()) if (!wanted || one?.[wanted]) this.cite(one, rest);
  }

  /** What is cited inside a record and not shown here still has its number on the page. */
  citeInside(value) {
    if (value === null || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === "sources") this.marks(inner);
      else this.citeInside(inner);
    }
  }

  /** 1a, 1b, 2a: the number of a source and the letter of a place in it, as Notes in macros/views/common/lines.py. */
  mark(source, locator) {
    if (!this.sources.has(source)) this.sources.set(source, []);
    const places = this.sources.get(source);
    if (!places.includes(locator)) places.push(locator);
    return `${[...this.sources.keys()].indexOf(source) + 1}${letter(places.indexOf(locator))}`;
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

/** a … z, then aa, ab … */
const letter = (index) =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : "") + String.fromCharCode(97 + (index % 26));
const shown = (text) => (text ? number(text) : "?");
const size = (percent, count) => (percent ? `${number(percent)}%` : count ? number(count) : "");
