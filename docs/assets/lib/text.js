// Text → words as they are compared, wherever something is looked up. The same as macros/search/folding.py; a test
// holds the two equal.

const LETTERS = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ĳ: "ij", đ: "d", ł: "l", "&": " en " };

/** Small letters without accents, apostrophes, or signs that nobody sees. */
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[øæœßĳđł&]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replace(/\p{M}|\p{Cf}/gu, "")
    .replace(/(?<=[aeiouy])['’‘`´]s(?![a-z0-9])/g, "")
    .replace(/['’‘`´]/g, "");
}

/** The words of a text, in order. */
export const words = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];

/** A name as one word: "steun ouder", "steun-ouder" and "steunouder" are alike. */
export const joined = (text) => words(text).join("");

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
