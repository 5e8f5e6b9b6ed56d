// The rules of "Past het?": what a card says and what a family answers → does it fit, and what decided. Pure functions.
//
// A question that is not answered decides nothing. One contradiction is enough for "no". For "yes" at least one answer
// must be confirmed and none left open. Everything else is "unknown", because not knowing is not a no.

const CLOSE = 0.02; // months: half a day, less than any rounding of the stated ages

/** The stretch of months since birth in which a child has this age; a pregnancy ends at nought. */
export function span({ number, unit }, units) {
  const [nought, one] = units[unit];
  const first = nought + number * one;
  if (nought >= 0) return [first, first + one];
  const last = Math.min(first + one, 0);
  return [last - one, last];
}

/** Where a span stands to one stated range: "inside", "outside" or "edge". */
function place([first, last], [from, to]) {
  const start = from ?? 0; // a card that names no lower age means from birth
  if (first >= start - CLOSE && (to === null || last <= to + CLOSE)) return "inside";
  if (from !== null && last <= from + CLOSE) return "outside";
  if (to !== null && first > to + CLOSE) return "outside";
  return "edge";
}

/** Whether ranges together hold a span, though none does alone. */
function covered([first, last], ranges) {
  let reached = first;
  for (const [from, to] of [...ranges].sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))) {
    if ((from ?? 0) <= reached + CLOSE) reached = Math.max(reached, to ?? Infinity);
  }
  return reached >= last - CLOSE;
}

const lines = (statements) => [...new Set(statements.map((statement) => statement.at(-1)))];
const reason = (verdict, why, statements) => ({ verdict, why, lines: lines(statements) });

/** An age inside what is offered is a yes, outside all of it a no; on an edge, or known from research only, unknown. */
export function judgeAge(ranges, answer, units) {
  if (!ranges.length) return reason("unknown", "silent", []);
  const age = span(answer, units);
  const at = (where, ...meanings) =>
    ranges.filter((range) => meanings.includes(range[2]) && where.includes(place(age, range)));
  const stated = ranges.filter((range) => range[2] === "stated");
  const touched = at(["inside", "edge"], "stated");
  if (at(["inside"], "stated").length) return reason("yes", "inside", at(["inside"], "stated"));
  if (covered(age, touched)) return reason("yes", "inside", touched);
  if (at(["inside", "edge"], "depends").length) return reason("unknown", "depends", at(["inside", "edge"], "depends"));
  if (touched.length) return reason("unknown", "edge", touched);
  const studied = at(["inside"], "studied");
  if (studied.length && !stated.length) return reason("yes", "studied", studied);
  if (at(["inside", "edge"], "studied").length) return reason("unknown", "studied", ranges);
  return ranges.every((range) => range[2] === "studied")
    ? reason("unknown", "not-studied", ranges)
    : reason("no", "outside", ranges);
}

/** One or several chosen answers against what the card says; "*" on a card stands for every answer. */
export function judgeChoice(statements, chosen, ordinary) {
  const names = ([, answers]) => answers.includes("*") || answers.some((answer) => chosen.includes(answer));
  const said = (...meanings) => statements.filter((statement) => meanings.includes(statement[0]) && names(statement));
  const against = [...statements.filter((statement) => statement[0] === "only" && !names(statement)), ...said("no")];
  if (against.length) return reason("no", "against", against);
  if (said("yes", "only").length) return reason("yes", "named", said("only", "yes"));
  if (said("unknown").length) return reason("unknown", "unsettled", said("unknown"));
  if (chosen.every((answer) => ordinary.includes(answer))) return reason("none", "ordinary", []);
  return reason("unknown", "silent", statements);
}

/** Which of several chosen answers the card does not name. */
const unnamed = (statements, chosen) =>
  chosen.filter((answer) => !statements.some(([, answers]) => answers.includes(answer)));

function judgeQuestion(question, says, answer, units) {
  const statements = says[question.id] ?? [];
  const found =
    question.kind === "age" ? judgeAge(statements, answer, units) : judgeChoice(statements, answer, question.ordinary);
  const open = question.kind === "many" && found.verdict === "yes" ? unnamed(statements, answer) : [];
  return { question: question.id, open, ...found };
}

/** The verdict on one method with a reason for every answered question; what decided stands first. */
export function judge(method, answers, book) {
  const asked = book.questions.filter((question) => question.id in answers);
  const reasons = asked.map((question) => judgeQuestion(question, method.says, answers[question.id], book.units));
  const count = (verdict) => reasons.filter((found) => found.verdict === verdict).length;
  const fit = count("no") ? "no" : count("yes") && !count("unknown") ? "yes" : "unknown";
  const decided = reasons.filter((found) => found.verdict === fit);
  return {
    method,
    fit,
    confirmed: count("yes"),
    reasons: [...decided, ...reasons.filter((found) => !decided.includes(found))],
  };
}

const RANK = { yes: 0, unknown: 1, no: 2 };

/** All methods: what can fit, then unknown, then what does not; in each first those that a family can go to now, then those of
 * which that is not known, then those with most answers confirmed, then by name. No method is left out. */
export function judgeAll(book, answers) {
  const order = (one, other) =>
    RANK[one.fit] - RANK[other.fit] || RANK[one.method.now] - RANK[other.method.now] || other.confirmed - one.confirmed;
  return book.methods.map((method) => judge(method, answers, book)).sort(order); // the file is by name, and sort is stable
}
