// Which code says best what is wrong, where what was typed tells more than that it does not fit: the same as
// macros/validation/surer.py. Each gives {code, details}, or undefined if nothing tells more.

import { hiddenSignIn } from "./hidden_signs.js";
import { fits } from "./patterns.js";
import { asTheFileHasIt } from "./typed_values.js";

const NUMBERS = ["int_parsing", "decimal_parsing", "bad_amount", "bad_date", "bad_age"];

/** Of a value that is no number, amount, date or age, in a field of a record. */
export function numberFault(book, code, typed, field, record) {
  if (!NUMBERS.includes(code) || typeof typed !== "string") return undefined;
  const sign = hiddenSignIn(book, typed);
  if (sign && !asTheFileHasIt(book, code, typed)) return { code: "hard_space", details: { value: sign } };
  const hasTotal = field !== "of" && Object.hasOwn(fieldsOf(book, record), "of");
  const found = code === "int_parsing" && hasTotal && fits(book.patterns.share, typed);
  if (!found) return undefined;
  return { code: "count_and_total", details: { value: typed, count: found[1], of: found[2] } };
}

/** Of a text where the fields of a record are wanted. */
export function recordFault(book, typed, record) {
  if (typeof typed !== "string") return undefined;
  const { fields } = book.records[record];
  const found = "from" in fields && "to" in fields && fits(book.patterns.range, typed);
  if (found) return { code: "range_as_text", details: { value: typed, first: found[1], last: found[2] } };
  const field = fits(book.patterns.id, typed) && onlyRequired(fields);
  return field ? { code: "field_left_out", details: { value: typed, field } } : undefined;
}

/** The field that a record cannot do without, if it is the only one and holds the id of a record that people describe. */
function onlyRequired(fields) {
  const required = Object.keys(fields).filter((name) => fields[name].required);
  const kind = required.length === 1 && kindOfId(fields[required[0]]);
  return kind && !kind.startsWith("vocabulary/") ? required[0] : undefined;
}

const kindOfId = (rule) => {
  if (rule.is === "list") return kindOfId(rule.of);
  return rule.is === "reference" ? rule.kind : rule.reference;
};

/** Of a field that a record does not have. */
export function fieldFault(book, field, record) {
  const { keys, kinds } = book.records.Outcome.fields.result;
  if (Object.hasOwn(keys, field) && Object.values(kinds).includes(record))
    return { code: "two_results", details: { value: field } };
  const sign = hiddenSignIn(book, field);
  return sign ? { code: "hidden_in_name", details: { value: sign } } : undefined;
}

/** Of an id that is none: a sign in it that nobody sees, or more behind it. */
export function idFault(book, kind, records, typed, inside) {
  const sign = hiddenSignIn(book, typed);
  if (sign) return { code: "hard_space", details: { value: sign } };
  const [, id, rest] = fits(book.patterns.idAndMore, typed) ?? [];
  if (!records.has(id)) return undefined;
  return { code: "id_and_more", details: { kind, value: typed, id, rest, elsewhere: elsewhere(book, inside, rest) } };
}

function elsewhere({ records, words }, inside, rest) {
  const beside = Object.keys(inside ? records[inside].fields : {}).find((name) => Object.hasOwn(words.elsewhere, name));
  return words.elsewhere[beside ?? ""].replace("{rest}", () => rest);
}

/** The fields of a record, with those of what it may become. */
export const fieldsOf = ({ records, becomes }, record) => ({
  ...records[record]?.fields,
  ...records[becomes[record]]?.fields,
});
