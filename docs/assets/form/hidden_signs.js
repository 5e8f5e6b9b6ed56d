// Signs that look like a space or like nothing: the same as macros/model/hidden_signs.py, with its patterns and words.

import { pattern } from "./patterns.js";

/** The name of the first of them in a text; empty if there is none. */
export function hiddenSignIn({ signs }, text) {
  const [sign] = pattern(signs.odd).exec(text) ?? [];
  return sign ? nameOfSign(signs, sign) : "";
}

function nameOfSign({ names, words, space, direction }, sign) {
  if (Object.hasOwn(names, sign)) return names[sign];
  const kind = pattern(space).test(sign) ? "space" : pattern(direction).test(sign) ? "direction" : "sign";
  return `${words[kind]} (U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")})`;
}
