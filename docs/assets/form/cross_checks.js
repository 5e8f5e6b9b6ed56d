// What only the whole card, or the whole library, can tell: the same checks as macros/library/cross_checks.py.

import { claimsOf } from "./addresses.js";

export const CHECKS = [
  function* linked_methods_exist({ chain, relations = [] }, book, known) {
    const isThere = (value) => value === undefined || value === null || !known.method || known.method.has(value);
    for (const side of ["before", "alongside", "after"]) {
      for (const [index, { method: value }] of (chain?.[side] ?? []).entries()) {
        if (!isThere(value)) yield { keys: ["chain", side, index, "method"], ...missing(value, book, known) };
      }
    }
    for (const [index, { method: value }] of relations.entries()) {
      if (!isThere(value)) yield { keys: ["relations", index, "method"], ...missing(value, book, known) };
    }
  },
  function* gaps_name_empty_fields(method, book) {
    const names = Object.keys(book.paths);
    for (const [index, { field: value }] of (method.gaps ?? []).entries()) {
      const filled = value.split(".").reduce((inner, name) => inner?.[name], method);
      const keys = ["gaps", index, "field"];
      if (!names.includes(value)) yield { keys, code: "unknown_field", details: { value, choices: names } };
      else if (Array.isArray(filled) ? filled.length : filled)
        yield { keys, code: "gap_but_filled", details: { value } };
    }
  },
  function* dates_are_past({
    reviewed,
    status,
    intake,
    recognitions = [],
    prizes_and_listings: prizes = [],
    effect_ladder: steps = [],
  }) {
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    const dated = (name, records) => records.map(({ date }, index) => [[name, index, "date"], date]);
    const dates = [
      [["reviewed"], reviewed],
      [["status", "as_of"], status.as_of],
      [["intake", "as_of"], intake?.as_of],
      ...dated("recognitions", recognitions),
      ...dated("prizes_and_listings", prizes),
      ...dated("effect_ladder", steps),
    ];
    for (const [keys, date] of dates) {
      if (date && date.first.getTime() > today) yield { keys, code: "date_in_future", details: { value: date.text } };
    }
  },
  function* claims_have_addresses_of_their_own(method, book) {
    const seen = new Set();
    for (const { kind, keys, key, record } of claimsOf(method)) {
      const address = `${book.prefixes[kind]}-${key}`;
      if (seen.has(`${kind}/${key}`))
        yield { keys: record.id ? [...keys, "id"] : keys, code: "same_address", details: { value: address } };
      seen.add(`${kind}/${key}`);
    }
  },
  function* levels_fit_their_steps({ recognitions = [] }, book) {
    for (const [index, { verdicts }] of recognitions.entries()) {
      for (const [place, { level: value, step }] of verdicts.entries()) {
        const right = Object.hasOwn(book.levels, value.toLowerCase()) && book.levels[value.toLowerCase()];
        const keys = ["recognitions", index, "verdicts", place, "step"];
        if (right && step && step !== right)
          yield { keys, code: "level_of_other_step", details: { value, step, right } };
      }
    }
  },
  function* replaced_decisions_stand_here({ recognitions = [] }) {
    const known = new Map();
    for (const one of recognitions) if (one.id && !known.has(one.id)) known.set(one.id, one);
    for (const [index, one] of recognitions.entries()) {
      if (one.id && known.get(one.id) !== one)
        yield { keys: ["recognitions", index, "id"], code: "double_recognition", details: { value: one.id } };
      if (!one.replaces) continue;
      const [keys, value] = [["recognitions", index, "replaces"], one.replaces];
      const earlier = known.get(value);
      if (!earlier) yield { keys, code: "unknown_recognition", details: { value, choices: [...known.keys()].sort() } };
      else if (earlier.state !== "superseded") yield { keys, code: "replaced_but_not_superseded", details: { value } };
      else if (comesBack(one, known)) yield { keys, code: "replaced_in_circle", details: { value } };
    }
  },
  function* names_hold_a_letter({ name: value }) {
    if (!/\p{L}/u.test(value)) yield { keys: ["name"], code: "name_without_letter", details: { value } };
  },
];

/** Whether who follows what a decision replaced, and what that replaced, comes back to the decision. */
function comesBack({ id, replaces }, known) {
  const seen = new Set();
  for (let earlier = replaces; known.has(earlier) && !seen.has(earlier); earlier = known.get(earlier).replaces)
    seen.add(earlier);
  return seen.has(id);
}

/** What is wrong with a link to a card that is not there. */
function missing(value, book, known) {
  if (!Object.hasOwn(book.moved, value))
    return { code: "unknown_method", details: { value, choices: [...known.method.keys()].sort() } };
  const to = book.moved[value];
  return { code: to ? "linked_to_moved" : "linked_to_removed", details: { value, to } };
}
