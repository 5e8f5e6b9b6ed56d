// What an amount comes to for a number of families, children or years, and why not. Pure functions.

/** 2000 → € 2.000 and 1.88 → € 1,88 */
export function euro(amount) {
  const cents = Math.round(amount * 100);
  const digits = cents % 100 ? 2 : 0;
  return `€ ${(cents / 100).toLocaleString("nl-NL", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

const about = ({ precision }, text) => (precision ? `${precision} ${text}` : text);
const range = ({ amount, to }, times = 1) =>
  euro(Number(amount) * times) + (to ? ` tot ${euro(Number(to) * times)}` : "");

/** For so many, and for so long where the amount is for one unit of time; a sum over more of them stays a sum over those. */
function product(amount, number, words, times) {
  const [one, all] = [range(amount), range(amount, number * (times ?? 1))].map((text) => about(amount, text));
  const long = times === undefined ? "" : ` × ${times.toLocaleString("nl-NL")} ${amount.time}`;
  const formula = `${number.toLocaleString("nl-NL")} ${words}${long} × ${one} = ${all}`;
  const period = amount.per.endsWith("per jaar") ? "per jaar" : (amount.period ?? "");
  const year =
    amount.year === "onbekend"
      ? "Het prijsjaar is onbekend; het bedrag kan nu anders zijn."
      : `In prijzen van ${amount.year}.`;
  const conditions = amount.conditions ? ` Let op: ${amount.conditions}.` : "";
  return { formula: times === undefined && period ? `${formula} ${period}` : formula, remark: `${year}${conditions}` };
}

const WHOLE = /^\d{1,9}$/;
const digits = (typed) => typed.replace(/[\s.]/g, "");

function refusal(amount, others, fits, words) {
  const sibling = others.find(({ method, fits: other }) => method === amount.method && other === fits);
  return {
    refusal: `${amount.why} U telt ${words}.`,
    remark: sibling
      ? `Van dezelfde methode is er wel een bedrag dat daarbij past: ${sibling.text}.`
      : "Van deze methode kennen wij geen bedrag dat daarbij past.",
  };
}

/**
 * The answer for an amount: {formula, remark}, {refusal, remark} or {remark}. `others` are all amounts on the page;
 * `counted` is what the reader counts, {fits, words, typed}, and for how long, `times`.
 */
export function answerFor(amount, others, { fits, words, typed, times = "" }) {
  const text = digits(typed);
  const long = amount.time ? digits(times) : "";
  if (amount.fits !== fits) return refusal(amount, others, fits, words);
  if (!text) return { remark: "Vul een aantal in." };
  if (![text, long || "1"].every((one) => WHOLE.test(one)))
    return { remark: "Vul een heel aantal in, met alleen cijfers." };
  return product(amount, Number(text), words, long ? Number(long) : undefined);
}
