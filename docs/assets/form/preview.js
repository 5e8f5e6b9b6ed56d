// The card as a reader will see it: the same parts in the same order under the same names, a little simpler.
// Everything that was typed goes in as text, never as markup.

import { h } from "../lib/elements.js";
import { capital } from "../lib/text.js";
import { isMapping, kindOf } from "./check.js";
import { plain } from "./fields.js";

const MONTHS = new Intl.DateTimeFormat("nl-NL", { month: "long", timeZone: "UTC" });
const UNKNOWN = "onbekend";

export function preview(form, { values, id, problems }) {
  const look = new Look(form, values);
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
    const span =
      isMapping(status) && (status.from || status.to) ? `, ${[status.from, status.to].filter(Boolean).join("–")}` : "";
    const day = isMapping(status) && status.as_of ? ` (stand van ${date(status.as_of)})` : "";
    const phase =
      isMapping(status) && status.phase
        ? h(
            "span",
            { class: `chip chip--${status.phase}` },
            `${capital(this.term("vocabulary/phase", status.phase))}${span}${day}`,
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
      AgeRange: () => this.ages(value),
      Cost: () => this.cost(value),
      Period: () => this.span(value),
    }[record];
    const words = special ? special() : this.words(record, value);
    return [...words, ...this.marks(value.sources)];
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
    if (rule.reference === "field") return this.book.paths[value] ?? value;
    if (rule.reference === "method") return this.form.known.method?.get(value) ?? value;
    return asked.rule === "date" ? date(value) : value;
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

  outcome({ measure, statement, population, result, direction, study: id, period, caveat, target }) {
    const study = (this.values.studies ?? []).find((one) => one?.id === id) ?? {};
    const facts = [
      population && `bij: ${population}`,
      study.evaluator && `gemeten door ${this.term("organisation", study.evaluator)}`,
      study.design && this.term("vocabulary/design", study.design),
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
    const share = Number(result.count) / Number(result.of);
    const percent = share >= 0 && share <= 1 ? ` (${Math.round(share * 100)}%)` : "";
    const ofWhom = result.unit && result.unit !== "unknown" ? ` van de ${unit}` : "";
    const change = this.book.labels[result.change] ?? result.change;
    const words = {
      "[proportion]": () => `${result.count} van ${result.of} ${unit}${percent}`,
      "[tally]": () => `${about}${result.count} ${unit}`,
      "[percentage]": () =>
        result.of
          ? `${about}${result.percent}% van ${result.of} ${unit}`
          : `${about}${result.percent}%${ofWhom}, van hoeveel is niet gegeven`,
      "[change]": () => `${about}${size(result.by_percent, result.by_count)} ${change} ${unit}`,
      "[amount]": () => `${about}€ ${result.amount}`,
      "[score]": () => `${result.score ?? ""} op een schaal van ${result.lowest ?? "?"} tot ${result.highest ?? "?"}`,
      "[effect]": () =>
        `${this.term("vocabulary/effect-metric", result.effect)} ${result.value ?? "?"}, vergeleken met ${result.against ?? "?"}`,
      "[words]": () => result.words,
      "[none-yet]": () => `nog niet bekend: ${result.none_yet}`,
    };
    return words[kindOf(this.rule("Outcome", "result"), result)]?.().trim() ?? "";
  }

  ages({ from, to, all_ages: all, whose, basis, condition }) {
    const bounds =
      all === "true" ? "alle leeftijden" : [from && age(from), to && `tot ${age(to)}`].filter(Boolean).join(" ");
    const more = [
      whose && this.term("vocabulary/person", whose),
      basis && this.term("vocabulary/age-basis", basis),
      condition,
    ];
    return [[bounds, ...more].filter(Boolean).join(" · ")];
  }

  cost({ amount, to, precision, per, price_year: year, covers, note }) {
    const range = `€ ${amount ?? "?"}${to ? ` tot € ${to}` : ""}`;
    const each = per ? ` ${per === "once" ? "" : "per "}${this.term("vocabulary/cost-unit", per)}` : "";
    return [
      [
        `${this.precision({ precision })}${range}${each}`,
        year ? `prijsjaar ${year}` : "prijsjaar onbekend",
        covers,
        note,
      ]
        .filter(Boolean)
        .join(" · "),
    ];
  }

  span({ from, to, note }) {
    return [
      [[from && date(from), to && date(to)].filter(Boolean).join(" tot en met "), note].filter(Boolean).join(", "),
    ];
  }

  marks(citations) {
    const ids = (Array.isArray(citations) ? citations : [])
      .map((citation) => citation?.source)
      .filter((id) => typeof id === "string");
    for (const id of ids) if (!this.sources.has(id)) this.sources.set(id, this.sources.size + 1);
    return ids.length ? [h("sup", { class: "notes" }, ids.map((id) => this.sources.get(id)).join(" "))] : [];
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

const size = (percent, count) => (percent ? `${percent}%` : (count ?? ""));

function age(text) {
  const number = parseInt(text, 10);
  if (Number.isNaN(number)) return text;
  if (text.endsWith("mo")) return number < 0 ? `${-number} maanden vóór de geboorte` : `${number} maanden`;
  return text.endsWith("wk") ? `${number} weken zwangerschap` : `${number} jaar`;
}

/** 14 september 2017, as exact as it was typed. */
function date(text) {
  const [year, month, day] = text.split("-");
  if (!/^\d{4}(-\d{2}){0,2}$/u.test(text) || month > 12) return text;
  return [day && Number(day), month && MONTHS.format(new Date(Date.UTC(2000, month - 1, 1))), year]
    .filter(Boolean)
    .join(" ");
}
