// The sentences of "Past het?" that follow from a verdict. What a card says is never written here.

export const VERDICTS = { yes: "past", no: "past niet", unknown: "onbekend", none: "telt niet mee" };
export const MARKS = { yes: "✓", no: "✕", unknown: "?", none: "–" };

export const GROUPS = {
  yes: ["Past", "De kaart bevestigt minstens één antwoord. Geen antwoord blijft open en niets spreekt het tegen."],
  unknown: ["Onbekend", "Niets spreekt het tegen, maar de kaart zegt niet genoeg. Vraag dit na."],
  no: ["Past niet", "Minstens één antwoord gaat in tegen wat de kaart zegt."],
};

const WHY = {
  studied: "Bij deze leeftijd is de methode onderzocht of erkend. Of zij zo wordt aangeboden, staat er niet.",
  depends: "Dit hangt af van een voorwaarde op de kaart.",
  edge: "Deze leeftijd ligt op de grens, of valt er maar voor een deel binnen.",
  outside: "Deze leeftijd valt buiten wat de kaart noemt.",
  "not-studied": "De kaart noemt alleen bij welke leeftijd de methode is onderzocht of erkend.",
  against: "De kaart vraagt iets anders.",
  unsettled: "De kaart beslist dit niet.",
  silent: "De kaart noemt dit niet.",
  ordinary: "De kaart zegt hier niets over. Bij dit antwoord is dat geen bezwaar.",
};

const WHY_HERE = {
  "gemeente/unsettled": "De kaart noemt dit gebied, maar zegt niet dat de methode er nu nog is.",
  "gemeente/silent": "De kaart noemt deze plaats niet. De methode kan er wel zijn.",
  "kader/unsettled": "De kaart zegt niets over drang.",
};

/** Why a question got its verdict, besides the words of the card; empty where these say enough. */
export function why({ question, why: code, lines }) {
  if (code === "silent" && !lines.length) return "De kaart zegt hier niets over.";
  return WHY_HERE[`${question}/${code}`] ?? WHY[code] ?? "";
}

const methods = (count) => `${count} ${count === 1 ? "methode" : "methoden"}`;
const fit = (count) => (count === 1 ? "past" : "passen");

/** What the live region says. */
export function summary(counts, total, answered) {
  if (!answered) return `U hebt nog geen vraag beantwoord. Van alle ${methods(total)} is nog onbekend of ze passen.`;
  const { yes, unknown, no } = counts;
  return `${methods(yes)} ${fit(yes)}, ${unknown} onbekend, ${no} ${fit(no)} niet.`;
}

export const IGNORED = "In het adres van deze pagina staat iets wat wij niet kennen. Dat telt niet mee:";
export const NO_WORDS = "De woorden van de kaart konden niet worden geladen. Op de kaart zelf staan ze wel.";
export const NOT_LOADED =
  "De methoden konden niet worden geladen. Probeer het later nog eens, of bekijk de lijst met alle methoden.";
