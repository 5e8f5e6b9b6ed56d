// The patterns of the checker (macros/contributing/check_data.py), each made ready once; and texts stripped as it does.

const MADE = new Map();

export function pattern(source, flags = "u") {
  const key = `${flags}/${source}`;
  if (!MADE.has(key)) MADE.set(key, new RegExp(source, flags));
  return MADE.get(key);
}

/** What was found if the pattern fits the whole text; else null. */
export const fits = (source, text) => pattern(`^(?:${source})$`).exec(text);

export const whole = (source, value) => typeof value === "string" && fits(source, value) !== null;

export const strip = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
/* As pydantic strips. */

const SPACE = "[\\p{White_Space}\\x1c-\\x1f]";
export const stripLikePython = (text) => text.replace(pattern(`^${SPACE}+|${SPACE}+$`, "gu"), "");

/** The words of a text with one space between them. */
export const onOneSpace = (text) => stripLikePython(text).replace(pattern(`${SPACE}+`, "gu"), " ");
