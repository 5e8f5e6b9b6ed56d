// What tells a claim from the others of its kind on a card; two that would get the same address are refused. The same as
// macros/library/claims.py, for checked values: {kind, keys, key, record} of each claim but results, which have ids.

export function* claimsOf(method) {
  yield* many("reach", "reach", method.reach, ({ unit, period, sources }) => [unit, years(period), first(sources)]);
  yield* many("cost", "costs", method.costs, ({ per, sources }) => [per, first(sources)]);
  yield* many("cost-statement", "cost_statements", method.cost_statements, said);
  yield* inner("recognition", "recognitions", method.recognitions, "verdicts", ({ level }, { body, date }) => [
    body,
    yearOf(date),
    asId(level),
  ]);
  yield* many("prize-or-listing", "prizes_and_listings", method.prizes_and_listings, ({ body, date, name }) => [
    body,
    yearOf(date),
    asId(name),
  ]);
  yield* many("effect-ladder", "effect_ladder", method.effect_ladder, ({ step, body }) => [step, body]);
  yield* many("recognition-claim", "recognition_claims", method.recognition_claims, said);
  yield* inner("conflict", "conflicts", method.conflicts, "statements", ({ sources }, { about }) => [
    shortId(about),
    first(sources),
  ]);
}

const first = (citations) => citations[0].source;
const said = ({ sources }) => [first(sources)];
const years = (period) =>
  [...new Set([period?.from, period?.to].filter(Boolean).map(({ text }) => String(Number(text.slice(0, 4)))))].join(
    "-",
  );
const yearOf = (date) => (date ? String(Number(date.text.slice(0, 4))) : "");
const asId = (words) =>
  words
    .normalize("NFKD")
    .replace(/\P{ASCII}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
const LONGEST_SUBJECT = 40;
function shortId(words) {
  const id = asId(words);
  if (id.length <= LONGEST_SUBJECT) return id;
  const start = id.slice(0, LONGEST_SUBJECT + 1);
  return start.slice(0, Math.max(start.lastIndexOf("-"), 0)) || id.slice(0, LONGEST_SUBJECT);
}
const keyOf = (record, made) => record.id || made.filter(Boolean).join("-");

function* many(kind, field, records = [], made) {
  for (const [index, record] of records.entries())
    yield { kind, keys: [field, index], key: keyOf(record, made(record)), record };
}

function* inner(kind, field, outer = [], name, made) {
  for (const [index, about] of outer.entries()) {
    for (const [place, record] of about[name].entries())
      yield { kind, keys: [field, index, name, place], key: keyOf(record, made(record, about)), record };
  }
}
