// The checks of the card format in the browser: the same order, the same verdict and the same words as the checker.
//
// `book` is form.json. `known` maps a kind of id to a Map of what exists; a kind that is not fetched yet is not judged.
// A problem is {keys, code, details}; problemsOf adds its place and its sentences.

import { CHECKS } from "./cross_checks.js";
import { labelsOf, meantField, meantId, meantWord } from "./names.js";
import { readNumber } from "./numbers.js";
import { strip, stripLikePython } from "./patterns.js";
import { Fault, RECORDS, VALUES } from "./rules.js";
import { onOneLine, say } from "./sentences.js";
import { fieldFault, fieldsOf, idFault, numberFault, recordFault } from "./surer.js";

const INVALID = Symbol("invalid");

/** Every problem of a card: {keys, where, code, details, message, remedy}. */
export function checkCard(book, known, values) {
  const walk = new Walk(book, known, values);
  const method = walk.record({ of: "Method" }, values, []);
  const found = walk.withoutAftermath();
  return problemsOf(book, found.length ? found : [...together(book, known, method)]);
}

/** Every problem of a record of data/, under its id. */
export function checkKeyed(book, known, name, id, values) {
  const walk = new Walk(book, known, { [id]: values });
  walk.check({ is: "before", rule: "id", of: { is: "text" } }, id, [id]);
  walk.record({ of: name }, values, [id]);
  return problemsOf(book, walk.problems);
}

/** Problems of the name of the file. */
export function checkName(book, known, id, { isNew }) {
  const found = [];
  if (!new RegExp(`^(?:${book.patterns.id})$`, "u").test(id))
    found.push({ keys: [], code: "bad_file_name", details: { value: `${id}.yml` } });
  else if (/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/u.test(id))
    found.push({ keys: [], code: "windows_name", details: { value: `${id}.yml`, stem: id } });
  else if (isNew && known.method?.has(id))
    found.push({ keys: [], code: "double_card", details: { value: id, other: `methods/${id}.yml` } });
  return problemsOf(book, found);
}

const problemsOf = (book, found) =>
  found.map(({ keys, code, details }) => ({ keys, where: whereOf(keys), code, details, ...say(book, code, details) }));

/** The field as people write it: outcomes[0].result.of */
export const whereOf = (keys) =>
  onOneLine(
    keys.reduce((text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key), ""),
  );

export const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const choicesIn = (book, rule) => {
  if (rule.is === "record") return Object.keys(book.records[rule.of].fields);
  if (rule.is === "list") return choicesIn(book, rule.of);
  if (rule.is === "choice")
    return [...new Set(Object.values(rule.kinds).flatMap((name) => Object.keys(book.records[name].fields)))];
  return [];
};

/** Which kind of result a value is, by its leading key; undefined if that cannot be seen. */
export function kindOf(rule, value) {
  if (!isMapping(value)) return undefined;
  if ("count" in value) return "of" in value ? "[proportion]" : "[tally]";
  const key = Object.keys(rule.keys).find((name) => name in value);
  return key && `[${rule.keys[key]}]`;
}

class Walk {
  constructor(book, known, values) {
    Object.assign(this, { book, known, values, problems: [], own: new Map(), inside: undefined });
  }

  fault(keys, code, input, details = {}, at = []) {
    this.problems.push({
      keys: this.present([...keys, ...at], keys.length),
      code: input === null ? "empty" : code,
      details: { input, ...details },
    });
    return INVALID;
  }

  /** A study without a right id is not found by its results; and one command carries all over that has an earlier form. */
  withoutAftermath() {
    const isHidden = this.problems.some((problem) => this.hidesStudies(problem));
    const others = this.problems.filter(
      ({ code }) => code !== "former_field" && !(isHidden && code === "unknown_own_id"),
    );
    return [...this.problems.filter(({ code }) => code === "former_field").slice(0, 1), ...others];
  }

  /** Whether because of this problem studies of the card are not found by their ids. */
  hidesStudies({ keys, code }) {
    if (code === "extra_forbidden" && keys.length === 1) return meantField(this.book, "Method", keys[0]) === "studies";
    return keys.includes("studies") && (["id", "studies"].includes(keys.at(-1)) || keys.at(-2) === "studies");
  }

  /** The keys as far as they stand in the file. */
  present(keys, from) {
    let place = this.values;
    return keys.filter((key, index) => {
      const isThere = place !== null && typeof place === "object" && key in place;
      if (isThere) place = place[key];
      return isThere || index < from;
    });
  }

  check(rule, value, keys) {
    return value === null && rule.nullable ? null : this[rule.is](rule, value, keys);
  }

  /** `written` is what stands in the file, `value` what that is worth so far. */
  ruled(rule, value, keys, written = value) {
    try {
      return VALUES[rule.rule](value, rule, this.book);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      const surer = numberFault(this.book, fault.code, written, keys.at(-1), this.inside);
      return this.fault(keys, surer?.code ?? fault.code, written, surer?.details ?? fault.details);
    }
  }

  rule(rule, value, keys) {
    return this.ruled(rule, value, keys);
  }

  before(rule, value, keys) {
    const read = this.ruled(rule, value, keys);
    return read === INVALID ? INVALID : this.check(rule.of, read, keys);
  }

  after(rule, value, keys) {
    const read = this.check(rule.of, value, keys);
    return read === INVALID ? INVALID : this.ruled(rule, read, keys, value);
  }

  anything(_rule, value) {
    return value;
  }

  text(rule, value, keys) {
    if (typeof value !== "string") return this.fault(keys, "string_type", value);
    const text = strip(value);
    const { length } = [...text];
    if (rule.max_length !== undefined && length > rule.max_length) {
      const typed = [...stripLikePython(value)].length;
      return this.fault(keys, "string_too_long", value, {
        max_length: rule.max_length,
        length: typed,
        over: typed - rule.max_length,
      });
    }
    return length < (rule.min_length ?? 0) ? this.fault(keys, "string_too_short", value) : text;
  }

  number(rule, value, keys, code) {
    if (typeof value !== "string") return this.fault(keys, code, value);
    return this.ruled({ ...rule, rule: "limit" }, readNumber(value), keys, value);
  }

  int(rule, value, keys) {
    return this.number(rule, value, keys, "int_type");
  }

  decimal(rule, value, keys) {
    return this.number(rule, value, keys, "decimal_type");
  }

  word(rule, value, keys) {
    if (rule.words.includes(value)) return value;
    const { labels } = this.book;
    const meant = meantWord(this.book, rule.words, value);
    return this.fault(keys, "literal_error", value, { choices: rule.words, labels, ...meant });
  }

  reference(rule, value, keys) {
    const { kind } = rule;
    if (typeof value !== "string") return this.fault(keys, "id_not_text", value, { kind });
    const records = this.known[kind];
    return !records || records.has(value) ? value : this.unknownId(kind, records, value, keys);
  }

  unknownId(kind, records, value, keys) {
    const inside = typeof keys.at(-1) === "string" ? this.inside : undefined;
    const surer = idFault(this.book, kind, records, value, inside);
    if (surer) return this.fault(keys, surer.code, value, surer.details);
    return this.fault(keys, this.book.closed.includes(kind) ? "unknown_word" : "unknown_id", value, {
      kind,
      value,
      choices: [...records.keys()].sort(),
      labels: labelsOf(this.book, kind),
      ...meantId(this.book, kind, records, value),
    });
  }

  /** An id that other fields of the card may name; null until its record is right. */
  defines({ kind, of }, value, keys) {
    const id = this.check(of, value, keys);
    if (id === INVALID) return INVALID;
    if (this.own.has(`${kind}/${id}`)) return this.fault(keys, `double_${kind}`, value, { value: id });
    this.own.set(`${kind}/${id}`, null);
    return id;
  }

  /** The record that the card itself has under this id. */
  ownReference({ kind }, value, keys) {
    const key = `${kind}/${value}`;
    if (typeof value === "string" && this.own.has(key)) return this.own.get(key);
    const ids = [...this.own.keys()].filter((one) => one.startsWith(`${kind}/`));
    const choices = ids.map((one) => one.slice(kind.length + 1)).sort();
    return this.fault(keys, "unknown_own_id", value, { kind, value, choices });
  }

  list(rule, value, keys) {
    if (!Array.isArray(value)) return this.fault(keys, "tuple_type", value, { choices: choicesIn(this.book, rule) });
    const read = value.map((inner, index) => this.check(rule.of, inner, [...keys, index]));
    if (value.length < (rule.min_length ?? 0))
      return this.fault(keys, "too_short", value, { actual_length: value.length, min_length: rule.min_length });
    return read.includes(INVALID) ? INVALID : read;
  }

  choice(rule, value, keys) {
    const kind = kindOf(rule, value);
    if (!kind) return this.fault(keys, typeof value === "string" ? "result_as_text" : "result_kind", value);
    const read = this.record({ of: rule.kinds[kind] }, value, keys);
    return read === INVALID ? INVALID : { ...read, kind: kind.slice(1, -1) };
  }

  record({ of: name }, value, keys) {
    if (!isMapping(value)) return this.noRecord(name, value, keys);
    const outer = this.inside;
    this.inside = name;
    try {
      return this.fields(name, value, keys);
    } finally {
      this.inside = outer;
    }
  }

  noRecord(name, value, keys) {
    const surer = recordFault(this.book, value, name);
    const choices = Object.keys(this.book.records[name].fields);
    return this.fault(keys, surer?.code ?? "model_type", value, surer?.details ?? { choices });
  }

  fields(name, value, keys) {
    const { fields, rule: hasRule, defines, former = [] } = this.book.records[name];
    const before = this.problems.length;
    const read = {};
    const unknown = Object.keys(value).filter((field) => !Object.hasOwn(fields, field) && !former.includes(field));
    const meant = new Map(unknown.map((field) => [field, meantField(this.book, name, field)]));
    const misspelt = new Set(meant.values());
    for (const [field, inner] of Object.entries(fields)) {
      if (field in value) read[field] = this.check(inner, value[field], [...keys, field]);
      else if (inner.required && !misspelt.has(field) && !former.some((one) => one in value))
        this.fault([...keys, field], "missing", value, { example: this.book.words.examples[field] });
    }
    for (const field of Object.keys(value)) {
      if (former.includes(field)) this.fault([...keys, field], "former_field", value[field], { value: field });
      else if (meant.has(field)) this.unknownField(name, field, meant.get(field), value, keys);
    }
    if (this.problems.length > before) return INVALID;
    if (defines) this.own.set(`${defines}/${read.id}`, read);
    return this.whole(name, hasRule, read, value, keys);
  }

  unknownField(name, field, meant, value, keys) {
    const surer = fieldFault(this.book, field, name);
    const possible = fieldsOf(this.book, name);
    const labels = Object.entries(possible).map(([one, { title }]) => [one, title[0].toLowerCase() + title.slice(1)]);
    const details = surer?.details ?? {
      value: field,
      choices: Object.keys(possible),
      labels: Object.fromEntries(labels),
      ...(meant && { meant }),
    };
    this.fault([...keys, field], surer?.code ?? "extra_forbidden", value[field], details);
  }

  whole(name, hasRule, read, value, keys) {
    try {
      if (hasRule) RECORDS[name](read, this.book);
      return read;
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      return this.fault(keys, fault.code, value, fault.details, fault.at);
    }
  }
}

function* together(book, known, method) {
  for (const check of CHECKS) yield* check(method, book, known);
}
