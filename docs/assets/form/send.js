// How a card leaves the browser, once the contributor says so: an address of the forge with the text in it, or the text
// itself. `forge` comes from the one setting of the site (macros/contributing/forge.py); null where the site does not
// know its own.

/** An address with fields, or null if it would be longer than the forge takes. */
export function addressWith(forge, base, fields) {
  const address = `${base}${base.includes("?") ? "&" : "?"}${Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
    .join("&")}`;
  return address.length <= forge.longest ? address : null;
}

/** Where the card is proposed: {address, isFilled}; not filled means: paste the text there. */
export function proposal(forge, { id, isNew, yaml }) {
  if (!isNew) return { address: `${forge.edit}methods/${encodeURIComponent(id)}.yml`, isFilled: false };
  const filled = forge.text && addressWith(forge, forge.create, { [forge.name]: `${id}.yml`, [forge.text]: yaml });
  return {
    address: filled || addressWith(forge, forge.create, { [forge.name]: `${id}.yml` }),
    isFilled: Boolean(filled),
  };
}

/** The whole as one text, which scripts/accept.py unpacks: the card, and what has to go from data/, each under its file. */
export const parcel = ({ id, yaml, removals }) =>
  [
    { file: `methods/${id}.yml`, text: yaml },
    ...removals.map(({ file, ids }) => ({ file, text: `# hier moet weg: ${ids.join(", ")}\n` })),
  ]
    .map(({ file, text }) => `# ${file}\n${text}`)
    .join("\n");

/** What has to go from data/ because no card refers to it any more: {file, ids} of each file. */
export function removals(book, gone) {
  const files = new Map();
  for (const [kind, id] of gone) files.set(book.files[kind], [...(files.get(book.files[kind]) ?? []), id]);
  return [...files].map(([file, ids]) => ({ file, ids }));
}

export const subject = ({ isNew, name, id }) => `${isNew ? "Nieuwe methode" : "Verbetering"}: ${name || id}`;

/**
 * Where a report with everything is opened: {address, isFilled}. On GitHub the fields are those of the forms in
 * .github/ISSUE_TEMPLATE; elsewhere a report has a title and a text.
 */
export function report(forge, { isNew, id, name, summary, links, text }) {
  const title = subject({ isNew, name, id });
  const short = forge.hasForms ? formFields({ isNew, id, name, summary, links, title }) : { [forge.title]: title };
  const long = forge.hasForms
    ? { kaart: text }
    : { [forge.body]: `Gemaakt met het formulier op de site.\n\n${fenced(text)}` };
  const filled = addressWith(forge, forge.report, { ...short, ...long });
  const bare = addressWith(forge, forge.report, short) ?? addressWith(forge, forge.report, { title });
  return { address: filled ?? bare, isFilled: Boolean(filled) };
}

function formFields({ isNew, id, name, summary, links, title }) {
  if (isNew) return { template: "nieuwe-methode.yml", title, naam: name, samenvatting: summary, bron: links };
  return {
    template: "verbeteren.yml",
    title,
    methode: `${name} (${id})`,
    fout: "Zie de kaart hieronder.",
    bron: links,
  };
}

/** A block of code whose fence is longer than any inside it. */
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}yaml\n${text}${fence}\n`;
}

/** What was newly described and is used, as the card brings it along; empty if there is nothing. */
export function broughtAlong({ field, kinds }, described, used) {
  const found = Object.entries(kinds)
    .map(([kind, name]) => [name, Object.entries(described[kind]).filter(([id]) => used(kind).has(id))])
    .filter(([, records]) => records.length);
  return found.length
    ? { [field]: Object.fromEntries(found.map(([name, records]) => [name, Object.fromEntries(records)])) }
    : {};
}
