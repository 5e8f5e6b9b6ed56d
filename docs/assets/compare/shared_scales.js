// What may stand on one scale, and what keeps results apart: the rule of macros/views/common/comparability.py, on what
// that rule looks at.

/** As why_not_comparable in macros/views/common/comparability.py; nothing if the two may share a scale. */
export function whyNotComparable(one, other) {
  if (one.scale !== null && one.scale === other.scale) return [];
  return [...new Set([one.off, other.off, ...differences(one, other)].filter(Boolean))];
}

export function differences(one, other) {
  return one.aspects.map((aspect, place) => difference(aspect, other.aspects[place])).filter(Boolean);
}

function difference({ what, value, is_named: isNamed }, { value: other }) {
  if (value === null || other === null) return isNamed ? null : `${what} niet van allebei bekend`;
  if (value === other) return null;
  return isNamed ? `andere ${what} (${value} tegenover ${other})` : `andere ${what}`;
}

/**
 * A block for each measure, as macros/views/compare/shared_scales.py makes them: in the order of the vocabulary, never by
 * outcome.
 */
export function blocks(methods) {
  const told = methods.flatMap((method) => method.results.map((result) => ({ method, result })));
  const measures = new Map(told.map(({ result: { measure } }) => [measure.id, measure]));
  return [...measures.values()]
    .sort((one, other) => one.order - other.order)
    .map((measure) =>
      block(
        measure,
        told.filter(({ result }) => result.measure.id === measure.id),
        methods,
      ),
    );
}

function block(measure, told, methods) {
  const scales = [...new Set(told.map(({ result }) => result.scale))].filter(
    (scale) => scale !== null && tellers(told, scale).size > 1,
  );
  const apart = told.filter(({ result }) => !scales.includes(result.scale));
  const pairs = apart.flatMap((one) =>
    told.filter((other) => other.method !== one.method).map((other) => [one, other]),
  );
  return {
    label: measure.label,
    scales: scales.map((scale) => onScale(told.filter(({ result }) => result.scale === scale))),
    apart,
    whyApart: [...new Set(pairs.flatMap(([one, other]) => whyNotComparable(one.result, other.result)))],
    missing: methods.filter((method) => told.every((one) => one.method !== method)).map(({ name }) => name),
    isShared: new Set(told.map(({ method }) => method)).size > 1,
  };
}

const tellers = (told, scale) =>
  new Set(told.filter(({ result }) => result.scale === scale).map(({ method }) => method.id));

function onScale(told) {
  const pairs = told.flatMap((one, place) => told.slice(place + 1).map((other) => [one, other]));
  return {
    unit: told[0].result.aspects.find(({ what }) => what === "eenheid").value,
    results: told,
    cautions: [...new Set(pairs.flatMap(([one, other]) => differences(one.result, other.result)))],
  };
}
