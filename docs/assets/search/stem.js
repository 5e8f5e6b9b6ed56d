/**
 * Word → stem. Snowball's dutch_porter (snowballstem.org, BSD) for folded words, with the rules of our own that
 * macros/search/stemming.py has too; the tests compare the two over every word of the library.
 */

const VOWEL = /[aeiouy]/;
const SHORTEST = 4;

/** A function that stems words, each only once. `irregular` maps a form to its stem. */
export function stemmer(irregular) {
  const known = new Map(Object.entries(irregular));
  return (word) => {
    if (!known.has(word)) known.set(word, stemOf(word));
    return known.get(word);
  };
}

function stemOf(word) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return word;
  const stem = snowball(word.endsWith("ies") ? word.slice(0, -1) : word).replace(/([bcdfgklmnprstvz])\1$/, "$1");
  return stem.replace(/z$/, "s").replace(/v$/, "f");
}

/** I and Y stand for i and y as consonants. */
const marked = (word) =>
  word.replace(/^y/, "Y").replace(/([aeiouy])(?:y|i(?=[aeiouy]))/g, (pair, vowel) => vowel + pair[1].toUpperCase());

function snowball(word) {
  let text = marked(word);
  const first = afterSyllable(text, 0);
  const r1 = Math.max(first, 3);
  const r2 = afterSyllable(text, first);
  let lostE = false;
  const ends = (ending, from) => text.endsWith(ending) && text.length - ending.length >= from;
  const cut = (length) => {
    text = text.slice(0, text.length - length);
  };
  const before = (length) => text.charAt(text.length - length - 1);
  const undouble = () => {
    if (/(dd|kk|tt)$/.test(text)) cut(1);
  };
  const isConsonant = (letter) => letter !== "" && !VOWEL.test(letter);
  const cutEn = (length) => {
    if (text.length - length < r1 || !isConsonant(before(length)) || text.slice(0, -length).endsWith("gem")) return;
    cut(length);
    undouble();
  };
  const cutE = () => {
    lostE = false;
    if (!ends("e", r1) || !isConsonant(before(1))) return;
    cut(1);
    lostE = true;
    undouble();
  };

  if (text.endsWith("heden")) {
    if (ends("heden", r1)) text = `${text.slice(0, -5)}heid`;
  } else if (text.endsWith("ene")) cutEn(3);
  else if (text.endsWith("en")) cutEn(2);
  else {
    const length = text.endsWith("se") ? 2 : text.endsWith("s") ? 1 : 0;
    if (length && text.length - length >= r1 && isConsonant(before(length)) && before(length) !== "j") cut(length);
  }
  cutE();
  if (ends("heid", r2) && before(4) !== "c") {
    cut(4);
    if (text.endsWith("en")) cutEn(2);
  }
  if (text.endsWith("end") || text.endsWith("ing")) {
    if (text.length - 3 >= r2) {
      cut(3);
      if (ends("ig", r2) && before(2) !== "e") cut(2);
      else undouble();
    }
  } else if (ends("ig", r2)) {
    if (before(2) !== "e") cut(2);
  } else if (ends("lijk", r2)) {
    cut(4);
    cutE();
  } else if (ends("baar", r2)) cut(4);
  else if (lostE && ends("bar", r2)) cut(3);
  if (/[^aeiouy](aa|ee|oo|uu)[^aeiouyI]$/.test(text)) text = text.slice(0, -2) + text.slice(-1);
  return text.toLowerCase();
}

/** Where the first consonant after the first vowel ends; the end of the word if there is none. */
function afterSyllable(text, from) {
  const found = /[aeiouy]+[^aeiouy]/.exec(text.slice(from));
  return found ? from + found.index + found[0].length : text.length;
}
