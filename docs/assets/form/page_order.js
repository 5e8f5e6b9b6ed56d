// Lists that the page of a card shows in another order than the file: partners by role, decisions in time.

/** The values of a card in the order of its page. */
export function inPageOrder(values) {
  const { partners, recognitions } = values;
  return {
    ...values,
    ...(Array.isArray(partners) ? { partners: byRole(partners) } : {}),
    ...(Array.isArray(recognitions) ? { recognitions: inTime(recognitions) } : {}),
  };
}

/** Roles in the order in which the card names them (_partner_rows in macros/views/card/card.py). */
function byRole(partners) {
  const roles = [...new Set(partners.map((partner) => partner?.role))];
  return roles.flatMap((role) => partners.filter((partner) => partner?.role === role));
}

/** Oldest first, each behind the one that it replaced, undated ones last (in_time in macros/views/evidence/verdicts.py). */
function inTime(decisions) {
  const known = new Map(decisions.filter((one) => one?.id).map((one) => [one.id, one]));
  const found = new Set();
  const take = (one, seen) => {
    if (seen.has(one)) return; // a circle, which the check refuses
    if (known.has(one?.replaces)) take(known.get(one.replaces), new Set([...seen, one]));
    found.add(one);
  };
  for (const one of [...decisions].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : Number(firstDay(a) > firstDay(b)))))
    take(one, new Set());
  return [...found];
}

const firstDay = (decision) => (decision?.date ? `${decision.date}-01-01`.slice(0, 10) : "undated");
