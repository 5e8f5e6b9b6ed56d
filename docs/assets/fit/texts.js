// The sentences of "Past het?" that follow from a verdict. What a card says is never written here.

/** What a card says on one question. */
export const VERDICTS = { yes: "op de kaart", no: "anders op de kaart", unknown: "onbekend", none: "telt niet mee" };
export const MARKS = { yes: "✓", no: "✕", unknown: "?", none: "–" };

export const GROUPS = {
  yes: ["Kan passen", "Minstens één antwoord staat op de kaart, geen antwoord blijft open en niets spreekt het tegen."],
  unknown: ["Onbekend", "Er is niets dat niet past, maar de kaart zegt niet alles. Vraag het na bij de organisatie."],
  no: ["Past niet", "Minstens één antwoord gaat in tegen wat de kaart zegt."],
};

/** Whether a family can go there now → the group on the page. */
export const NOW_GROUPS = {
  now: ["Nu beschikbaar", "Van geen van deze methoden zegt een bron dat er nu plaats is."],
  later: ["Niet beschikbaar, of niet bekend", "Er is geen andere methode die kan passen."],
};
export const groupOfNow = (answer) => (answer === "yes" ? "now" : "later");
export const NO_DOOR = "Geen bron noemt wie u kunt vragen.";

const WHY = {
  studied: "Bij deze leeftijd is de methode onderzocht of erkend. Of de methode zo wordt aangeboden, staat er niet.",
  depends: "Dit hangt af van een voorwaarde op de kaart.",
  edge: "Deze leeftijd ligt op de grens, of valt er maar voor een deel binnen.",
  outside: "Deze leeftijd valt buiten wat de kaart noemt.",
  "not-studied": "De kaart noemt alleen bij welke leeftijd de methode is onderzocht of erkend.",
  against: "De kaart vraagt iets anders.",
  unsettled: "Dat is uit de kaart niet op te maken.",
  silent: "De kaart noemt dit niet.",
  ordinary: "Hierover staat niets op de kaart. Dat geeft hier niet.",
};

const WHY_HERE = {
  "gemeente/unsettled": "De kaart noemt dit gebied, maar zegt niet dat de methode er nu nog is.",
  "gemeente/silent": "De kaart noemt deze plaats niet. De methode kan er wel zijn.",
  "kader/unsettled": "De kaart zegt niets over drang.",
  "woont/unsettled": "De kaart noemt uithuisplaatsing, en zegt niet of het kind dan nog thuis woont.",
};

/** Why a question got its verdict, besides the words of the card; empty where these say enough. */
export function why({ question, why: code, lines }) {
  if (code === "silent" && !lines.length) return "De kaart zegt hier niets over.";
  return WHY_HERE[`${question}/${code}`] ?? WHY[code] ?? "";
}

const LEADS = { yes: "Op de kaart", unknown: "Vraag na", no: "Anders op de kaart" };
const MOST_NAMED = { yes: 1, unknown: 2, no: 1 };

/** The reason in one line: [what it means, what it is about]. */
export function inOneLine(fit, names) {
  const more = names.length - MOST_NAMED[fit];
  const text = names.slice(0, MOST_NAMED[fit]).join(", ");
  return [LEADS[fit], more > 0 ? `${text} en nog ${more}` : text];
}

const methods = (count) => `${count} ${count === 1 ? "methode" : "methoden"}`;

/** What the live region says. */
export function summary({ yes, unknown, no }, total, answered) {
  if (!answered) return `U hebt nog geen vraag beantwoord. Van alle ${methods(total)} is nog onbekend of ze passen.`;
  const not = no === 1 ? "past niet" : "passen niet";
  return `${methods(yes)} ${yes === 1 ? "kan" : "kunnen"} passen, ${unknown} onbekend, ${no} ${not}.`;
}

/** How many methods nothing speaks against, while one answers. */
export const left = ({ yes, unknown }) => `Nog ${methods(yes + unknown)}`;

export const SKIPPED = "Niet ingevuld";
export const step = (number, total) => `Vraag ${number} van ${total}`;
export const NEXT = "Volgende vraag";
export const TO_OUTCOME = "Bekijk de uitkomst";

export const IGNORED = "Dit deel van de link begrijpen wij niet. Het telt niet mee:";
export const NO_WORDS = "De woorden van de kaart konden niet worden geladen. Op de kaart zelf staan ze wel.";
export const NOT_LOADED =
  "De methoden konden niet worden geladen. Probeer het later nog eens, of bekijk de lijst met alle methoden.";
