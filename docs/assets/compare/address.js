// Which methods stand side by side, as the address of the comparison says it.

/** The address of the comparison of these ids, from the root of the site. */
export const addressOf = (ids) => `vergelijken/${ids.length ? `?m=${ids.join(",")}` : ""}`;

/** What an address asks for: ids in order, each once. Nothing at all is something else than an empty list. */
export function asked(search) {
  const text = new URLSearchParams(search).get("m");
  if (text === null) return null;
  return [
    ...new Set(
      text
        .split(",")
        .map((id) => id.trim())
        .filter(Boolean),
    ),
  ];
}
