// The answers in the address of the page, both ways. They stand behind #, the part that a browser never sends to a server.
// Pure functions; what does not belong to a question is told, not used.

const MOST = { jaar: 24, maanden: 300, zwanger: 42 };
const LEAST = { jaar: 0, maanden: 0, zwanger: 1 };
export const AGE_KEYS = ["leeftijd", "eenheid"];

/** Whether a fragment holds answers; another one leads to a place on the page. */
export const holdsAnswers = (fragment) => fragment.includes("=");

/** The fragment of an address that may still have its answers in the query, as addresses from before had. */
export const fragmentOf = ({ search, hash }) => (search && !holdsAnswers(hash) ? `#${search.slice(1)}` : hash);

/** {answers, ignored}: the answers that the questions know, and the keys of those that they do not. */
export function read(fragment, questions) {
  const given = new URLSearchParams(holdsAnswers(fragment) ? fragment.replace(/^#/, "") : "");
  const answers = {};
  const ignored = new Set(
    [...given.keys()].filter((key) => key !== "eenheid" && !questions.some(({ id }) => id === key)),
  );
  for (const question of questions) {
    const values = given.getAll(question.id).filter((value) => value !== "");
    const kept =
      question.kind === "age"
        ? readAge(values, given.get("eenheid") ?? "jaar", question)
        : readChoice(values, question);
    if (kept.answer !== undefined) answers[question.id] = kept.answer;
    if (kept.rest) ignored.add(question.id);
  }
  return { answers, ignored: [...ignored] };
}

function readAge(values, unit, question) {
  if (!values.length) return { rest: false };
  const [text] = values;
  const number = Number(text);
  const known =
    Object.hasOwn(question.answers, unit) && /^\d{1,3}$/.test(text) && number >= LEAST[unit] && number <= MOST[unit];
  return known ? { answer: { number, unit }, rest: values.length > 1 } : { rest: true };
}

function readChoice(values, question) {
  const known = [...new Set(values)].filter((value) => Object.hasOwn(question.answers, value));
  const kept = question.kind === "many" ? known : known.slice(0, 1);
  return { answer: kept.length ? kept : undefined, rest: kept.length < values.length };
}

/** The fragment of these answers, always in the order of the questions: the same answers give the same address. */
export function write(answers, questions) {
  const address = new URLSearchParams();
  for (const { id, kind } of questions.filter((question) => question.id in answers)) {
    if (kind === "age") {
      address.set("leeftijd", answers[id].number);
      address.set("eenheid", answers[id].unit);
    } else for (const value of answers[id]) address.append(id, value);
  }
  const text = address.toString();
  return text ? `#${text}` : "";
}

/** What was answered, in words; null for a question that was skipped. */
export function inWords(question, answers) {
  const answer = answers[question.id];
  if (answer === undefined) return null;
  if (question.kind === "age") return `${answer.number} ${question.answers[answer.unit]}`;
  return answer.map((value) => question.answers[value]).join(", ");
}
