// Which record, or which field, people mean by a name: the same as macros/model/names.py.

import { closest } from "./likeness.js";
import { onOneSpace } from "./patterns.js";

/** A name without what people type around it or otherwise: capitals, quotes, more spaces than one. */
export const foldedName = (text) =>
  onOneSpace(text)
    .toLowerCase()
    .replace(/^["'“”‘’„]+|["'“”‘’„]+$/gu, "");

/** What people call a term of a list, or a record of data/. */
const namesOf = (book, kind, id, name) => {
  const [label, , ...others] = book.terms[kind]?.[id] ?? [String([name].flat()[0])];
  return [label, ...others].filter(Boolean).map(foldedName);
};

/** {meant}: the only id whose name is what was typed, or else the one whose name is most like it; {} if there is none. */
export function meantId(book, kind, records, typed) {
  const wanted = foldedName(typed);
  const called = [...records].map(([id, name]) => [id, [foldedName(id), ...namesOf(book, kind, id, name)]]);
  const found = called.filter(([, names]) => names.includes(wanted));
  if (found.length === 1) return { meant: found[0][0] };
  const byName = new Map(called.flatMap(([id, [own, ...names]]) => [...names, own].map((one) => [one, id])));
  const like = closest(wanted, [...byName.keys()], book.words.nameLikeness);
  return like === undefined ? {} : { meant: byName.get(like) };
}

/** The word of the format itself whose Dutch name was typed. */
export function meantWord({ labels }, words, typed) {
  const meant = words.find((word) => (labels[word] ?? "").toLowerCase() === foldedName(String(typed)));
  return meant ? { meant } : {};
}

/** The field that was meant by a name: the one with that title, or one much like it; undefined if there is none. */
export function meantField({ records, words }, record, typed) {
  const { fields } = records[record];
  const titled = Object.keys(fields).filter((name) => foldedName(fields[name].title) === foldedName(typed));
  return titled.length === 1 ? titled[0] : closest(typed, Object.keys(fields), words.likeness);
}

/** What Dutch people call the words of a list. */
export const labelsOf = ({ terms }, kind) =>
  kind.startsWith("vocabulary/")
    ? Object.fromEntries(Object.entries(terms[kind] ?? {}).map(([id, [name]]) => [id, name]))
    : {};
