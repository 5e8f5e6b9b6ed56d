// The checks of the card format in the browser: the same order, the same verdict and the same words as the checker.
//
// `book` is form.json. `known` maps a kind of id to a Map of what exists; a kind that is not fetched yet is not judged.
// A problem is {keys, code, details}; problemsOf adds its place and its sentences.

import { CHECKS } from "./cross_checks.js";
import { closest } from "./likeness.js";
import { readNumber } from "./numbers.js";
import { Fault, RECORDS, strip, stripLikePython, VALUES } from "./rules.js";
import { say } from "./sentences.js";

const INVALID = Symbol("invalid");

/** A name without what people type around it or otherwise: capitals, quotes, more spaces than one. */
const foldedName = (text) =>
  text
    .trim()
    .replace(/\s+/gu, " ")
    .toLowerCase()
    .replace(/^["'“”‘’„]+|["'“”‘’„]+$/gu, "");

/** The only id whose name is what was typed; a name may have its explanation behind it. */
function meantId(records, typed) {
  const wanted = foldedName(typed);
  const found = [...records].filter(([id, name]) =>
    [id, [name].flat()[0]].some((one) => foldedName(String(one)) === wanted),
  );
  return found.length === 1 ? { meant: found[0][0] } : {};
}

/** The field that was meant by a name: the one with that title, or one much like it. */
function meantField(fields, typed, book) {
  const titled = Object.keys(fields).filter((name) => foldedName(fields[name].title) === foldedName(typed));
  return titled.length === 1 ? titled[0] : closest(typed, Object.keys(fields), book.words.likeness);
}

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
  keys.reduce((text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key), "");

export const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const fieldsOf = (book, rule) => {
  if (rule.is === "record") return Object.keys(book.records[rule.of].fields);
  if (rule.is === "list") return fieldsOf(book, rule.of);
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
    Object.assign(this, { book, known, values, problems: [], own: new Map() });
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
    const isIdWrong = this.problems.some(
      ({ keys }) => keys.includes("studies") && (["id", "studies"].includes(keys.at(-1)) || keys.at(-2) === "studies"),
    );
    const others = this.problems.filter(
      ({ code }) => code !== "former_field" && !(isIdWrong && code === "unknown_own_id"),
    );
    return [...this.problems.filter(({ code }) => code === "former_field").slice(0, 1), ...others];
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
      return this.fault(keys, fault.code, written, fault.details);
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
    return rule.words.includes(value) ? value : this.fault(keys, "literal_error", value, { choices: rule.words });
  }

  reference(rule, value, keys) {
    const { kind } = rule;
    if (typeof value !== "string") return this.fault(keys, "id_not_text", value, { kind });
    const records = this.known[kind];
    if (records && !records.has(value))
      return this.fault(keys, this.book.closed.includes(kind) ? "unknown_word" : "unknown_id", value, {
        kind,
        value,
        choices: [...records.keys()].sort(),
        ...meantId(records, value),
      });
    return value;
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
    if (!Array.isArray(value)) return this.fault(keys, "tuple_type", value, { choices: fieldsOf(this.book, rule) });
    const read = value.map((inner, index) => this.check(rule.of, inner, [...keys, index]));
    if (value.length < (rule.min_length ?? 0))
      return this.fault(keys, "too_short", value, { actual_length: value.length, min_length: rule.min_length });
    return read.includes(INVALID) ? INVALID : read;
  }

  choice(rule, value, keys) {
    const kind = kindOf(rule, value);
    if (!kind) return this.fault(keys, "result_kind", value);
    const read = this.record({ of: rule.kinds[kind] }, value, keys);
    return read === INVALID ? INVALID : { ...read, kind: kind.slice(1, -1) };
  }

  record({ of: name }, value, keys) {
    const { fields, rule: hasRule, defines, former = [] } = this.book.records[name];
    if (!isMapping(value)) return this.fault(keys, "model_type", value, { choices: Object.keys(fields) });
    const before = this.problems.length;
    const read = {};
    const meant = new Map(
      Object.keys(value)
        .filter((field) => !Object.hasOwn(fields, field) && !former.includes(field))
        .map((field) => [field, meantField(fields, field, this.book)]),
    );
    const misspelt = new Set(meant.values());
    for (const [field, inner] of Object.entries(fields)) {
      if (field in value) read[field] = this.check(inner, value[field], [...keys, field]);
      else if (inner.required && !misspelt.has(field) && !former.some((one) => one in value))
        this.fault([...keys, field], "missing", value);
    }
    for (const field of Object.keys(value)) {
      if (former.includes(field)) this.fault([...keys, field], "former_field", value[field], { value: field });
      else if (!Object.hasOwn(fields, field))
        this.fault([...keys, field], "extra_forbidden", value[field], {
          value: field,
          choices: Object.keys(fields),
          ...(meant.get(field) && { meant: meant.get(field) }),
        });
    }
    if (this.problems.length > before) return INVALID;
    if (defines) this.own.set(`${defines}/${read.id}`, read);
    return this.whole(name, hasRule, read, value, keys);
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
