// Everything that follows from what was typed: the values, the file, what is wrong, and what the card needs in data/.

import { checkCard, checkKeyed, checkName, kindOf } from "./check.js";
import { nameOf } from "./describe.js";
import { writeMended } from "./mend.js";
import { broughtAlong, removals } from "./send.js";
import { say } from "./sentences.js";
import { idsIn, written } from "./values.js";
import { wishLines } from "./wishes.js";
import { writeYaml } from "./yaml.js";

const METHOD = { is: "record", of: "Method" };

export function readAll(form) {
  const { book, original, isNew, described } = form;
  const values = written(form.card, original?.values);
  const id = form.id || "";
  const used = (kind) => idsIn(book, METHOD, values, kind);
  const known = knownWithDescribed(form);
  const brought = broughtAlong(book.brings, described, used);
  const problems = [
    ...(id || values.name ? checkName(book, known, id, { isNew }) : []),
    ...checkCard(book, known, values),
    ...unfinished(form, values),
    ...gone(form, used),
  ];
  const data = Object.entries(described).flatMap(([kind, records]) =>
    Object.entries(records)
      .filter(([one]) => used(kind).has(one))
      .flatMap(([one, record]) => checkKeyed(book, known, book.described[kind], one, record)),
  );
  return {
    id,
    values,
    yaml: withWishes(
      original ? mendedFile(original, values, brought) : writeNew(book, values, brought),
      form.book.wish,
      wishesHere(form),
    ),
    problems: [...problems, ...data],
    removals: removals(book, goneOf(original, used)),
    isNew,
    name: values.name ?? "",
  };
}

/** Wishes about what stands in the form, or about what was described; what was taken away takes its wish along. */
const wishesHere = (form) =>
  Object.entries(form.wishes)
    .filter(
      ([where]) =>
        form.find(where) || Object.values(form.described).some((all) => Object.hasOwn(all, where.split(".")[0])),
    )
    .map(([, wish]) => wish);

/** Remarks for who reads along come first, below the line for editors. */
function withWishes(yaml, template, wishes) {
  const [, head, card] = /^((?:# yaml-language-server:[^\n]*\n)?)(.*)$/su.exec(yaml);
  return `${head}${wishLines(template, wishes)}${card}`;
}

/** What only this card referred to and no longer does: [[kind, id]]. */
const goneOf = (original, used) =>
  Object.entries(original?.usedOnce ?? {}).flatMap(([kind, ids]) =>
    ids.filter((id) => !used(kind).has(id)).map((id) => [kind, id]),
  );

/** The checker refuses a record of data/ to which nothing refers. */
function gone({ book, original, known }, used) {
  const { fields } = book.records.Method;
  return goneOf(original, used).map(([kind, id]) => {
    const name = Object.keys(original.values).find((one) =>
      idsIn(book, fields[one], original.values[one], kind).has(id),
    );
    const details = { value: known[kind]?.get(id) ?? id };
    return { keys: [name], where: name, code: "unused", details, ...say(book, "unused", details) };
  });
}

/** A new card begins with the line that shows editors what may be written; what it brings along stands below it. */
const writeNew = (book, values, brought) =>
  Object.keys(values).length ? `${book.head}${writeYaml({ ...values, ...brought })}` : "";

/** A card that nobody took over yet may bring something along already. */
function mendedFile({ text, values: before, brought: earlier }, values, brought) {
  const all = Object.entries(brought).map(([field, kinds]) => [field, joined(earlier[field], kinds)]);
  return writeMended(
    { ...values, ...earlier, ...Object.fromEntries(all) },
    { text, values: { ...before, ...earlier } },
  );
}

const joined = (earlier = {}, kinds) => ({
  ...earlier,
  ...Object.fromEntries(Object.entries(kinds).map(([kind, records]) => [kind, { ...earlier[kind], ...records }])),
});

/** A result of a chosen kind whose first fields are still empty would be read as another kind. */
function unfinished({ book, card, kinds }, values) {
  const rule = book.records.Outcome.fields.result;
  return (card.outcomes ?? []).flatMap(({ result }, index) => {
    const chosen = result && kinds.get(result);
    const now = kindOf(rule, values.outcomes?.[index]?.result);
    if (!chosen || !now || chosen === now) return [];
    const missing = Object.entries(book.records[rule.kinds[chosen]].fields).filter(
      ([name, { required }]) => required && !(name in result),
    );
    return missing.map(([name]) => ({
      keys: ["outcomes", index, "result", name],
      where: `outcomes[${index}].result.${name}`,
      code: "missing",
      details: {},
      ...say(book, "missing", {}),
    }));
  });
}

function knownWithDescribed({ known, described }) {
  const more = Object.entries(described).filter(([kind]) => known[kind]);
  return {
    ...known,
    ...Object.fromEntries(
      more.map(([kind, records]) => [
        kind,
        new Map([...known[kind], ...Object.entries(records).map(([id, values]) => [id, nameOf(kind, values)])]),
      ]),
    ),
  };
}
