// Numbers as they are written, without the rounding of a computer: "1.10" has two decimals.

const SPELLING = /^(-?)0*([0-9]+)(?:\.([0-9]+))?$/;

/** What a written number is worth: `units` in steps of ten to the power of -`decimals`; `text` as Python writes it. */
export function readNumber(text) {
  const [, sign, whole, part = ""] = SPELLING.exec(text);
  return {
    units: BigInt(`${whole}${part}`) * (sign ? -1n : 1n),
    decimals: part.length,
    text: `${sign}${whole}${part && `.${part}`}`,
  };
}

const scaled = ({ units, decimals }, to) => units * 10n ** BigInt(to - decimals);

/** Below nought, nought or above, as a is smaller than b, equal or larger. */
export function compare(a, b) {
  const to = Math.max(a.decimals, b.decimals);
  const [left, right] = [scaled(a, to), scaled(b, to)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether a percentage is count/of, rounded to the decimals it was printed with. */
export function agrees(printed, count, of) {
  const difference = count.units * 100n * 10n ** BigInt(printed.decimals) - printed.units * of.units;
  return (difference < 0n ? -difference : difference) * 2n <= of.units;
}

/** 100 × count / of with two decimals; what lies exactly between two goes to the even one, as in Python. */
export function percentage(count, of) {
  const share = Number(100n * count.units) / Number(of.units);
  const between = Number.isInteger(share * 8) && !Number.isInteger(share * 4);
  if (!between) return share.toFixed(2);
  const low = Math.floor(share * 100);
  return ((low % 2 ? low + 1 : low) / 100).toFixed(2);
}
