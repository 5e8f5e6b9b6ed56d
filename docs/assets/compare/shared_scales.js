// Puts results of chosen methods together by what the build says of each: its scale, and its value for every aspect. How a
// difference is said is data too (ASPECTS in macros/views/common/comparability.py).

/** What keeps two results from one scale; nothing if they may share one. */
export function whyNotComparable(one, other, aspects) {
  if (one.scale !== null && one.scale === other.scale) return [];
  return [...new Set([one.off, other.off, ...differences(one, other, aspects)].filter(Boolean))];
}

function differences(one, other, aspects) {
  return aspects.map((aspect, place) => difference(aspect, one.values[place], other.values[place])).filter(Boolean);
}

function difference({ differs, unknown }, one, other) {
  if (one === null || other === null) return unknown;
  return one === other ? null : differs.replace("{one}", () => one).replace("{other}", () => other);
}

/**
 * A block for each measure, as macros/views/compare/shared_scales.py makes them: in the order of the vocabulary, never by
 * outcome.
 */
export function blocks(methods, aspects) {
  const told = methods.flatMap((method) => method.results.map((result) => ({ method, result })));
  const measures = new Map(told.map(({ result: { measure } }) => [measure.id, measure]));
  return [...measures.values()]
    .sort((one, other) => one.order - other.order)
    .map((measure) =>
      block(
        measure,
        told.filter(({ result }) => result.measure.id === measure.id),
        methods,
        aspects,
      ),
    );
}

/** Whether results may be compared, in one sentence, as macros/views/compare/shared_scales.py says it. */
export function comparability(many, texts) {
  const measures = many.filter(({ scales }) => scales.length).map(({ label }) => label);
  if (measures.length) return texts.scales.replace("{measures}", () => listed(measures));
  const why = [...new Set(many.filter(({ isShared }) => isShared).flatMap(({ whyApart }) => whyApart))];
  if (why.length) return texts.shared.replace("{why}", () => why.slice(0, texts.most).join("; "));
  return many.length ? texts.alone : texts.none;
}

export const listed = (words) =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} en ${words[words.length - 1]}` : words.join("");

function block(measure, told, methods, aspects) {
  const scales = [...new Set(told.map(({ result }) => result.scale))].filter(
    (scale) => scale !== null && tellers(told, scale).size > 1,
  );
  const apart = told.filter(({ result }) => !scales.includes(result.scale));
  const pairs = apart.flatMap((one) =>
    told.filter((other) => other.method !== one.method).map((other) => [one, other]),
  );
  return {
    measure: measure.id,
    label: measure.label,
    scales: scales.map((scale) =>
      onScale(
        told.filter(({ result }) => result.scale === scale),
        aspects,
      ),
    ),
    apart,
    whyApart: [...new Set(pairs.flatMap(([one, other]) => whyNotComparable(one.result, other.result, aspects)))],
    missing: methods.filter((method) => told.every((one) => one.method !== method)).map(({ name }) => name),
    isShared: new Set(told.map(({ method }) => method)).size > 1,
  };
}

const tellers = (told, scale) =>
  new Set(told.filter(({ result }) => result.scale === scale).map(({ method }) => method.id));

function onScale(told, aspects) {
  const pairs = told.flatMap((one, place) => told.slice(place + 1).map((other) => [one, other]));
  return {
    unit: told[0].result.unit,
    results: told,
    cautions: [...new Set(pairs.flatMap(([one, other]) => differences(one.result, other.result, aspects)))],
  };
}
