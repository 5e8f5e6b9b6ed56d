// The page with the contribution form: what was typed, the form, the checks, the preview and the ways out, kept alike.
// Nothing is sent: what is fetched is the same for every contributor of a card, and the ways out are links and files.

import { fetchJson, fetchText } from "../lib/fetch.js";
import { ROOT } from "../lib/links.js";
import { checkCard, checkKeyed, checkName, kindOf } from "./check.js";
import { describe, nameOf } from "./describe.js";
import { dropDraft, keepDraft, keyOf, readDraft } from "./draft.js";
import { goTo, showFaults, watchVisits, whenReleased } from "./faults.js";
import { drawForm } from "./sections.js";
import { pieces } from "./send.js";
import { say } from "./sentences.js";
import { drawSide } from "./side.js";
import { idFrom, idsIn, shaped, written } from "./values.js";
import { drawWaysOut } from "./ways_out.js";
import { writeMended, writeYaml } from "./yaml.js";

const WAIT = { show: 150, keep: 600 }; // milliseconds
const LISTS = { organisation: "organisations", source: "sources", method: "methods" };
const root = document.querySelector("[data-form]");
const status = root.querySelector("[data-form-status]");
const files = new URL("bijdragen/formulier/", ROOT);

const QUIETLY = { referrerPolicy: "no-referrer" };
const json = (address) => fetchJson(address, QUIETLY);

/** The card to mend as it is published: {id, text, values}; null for a new one. */
async function readOriginal(id) {
  if (!id) return null;
  const folder = new URL(`methoden/${id}/`, ROOT);
  const [values, text] = await Promise.all([
    json(new URL("form.json", folder)),
    fetchText(new URL(`${id}.yml`, folder), QUIETLY),
  ]);
  return { id, text, values };
}

async function start() {
  const asked = new URLSearchParams(location.search).get("id") ?? "";
  const id = /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(asked) ? asked : "";
  const book = await json(new URL("form.json", files));
  const original = await readOriginal(id).catch(() => null);
  const notFound =
    asked && !original ? `Er is geen kaart “${asked.slice(0, 80)}”. U begint nu met een nieuwe kaart.` : "";
  const form = new Form(book, original);
  await Promise.all(["method", ...(original ? ["organisation", "source"] : [])].map((kind) => form.fetchList(kind)));
  form.open(notFound);
}

class Form {
  constructor(book, original) {
    this.book = book;
    this.original = original;
    this.isNew = !original;
    this.forge = JSON.parse(root.dataset.form || "null");
    this.root = root;
    this.known = Object.fromEntries(
      Object.entries(book.terms).map(([kind, terms]) => [
        kind,
        new Map(Object.entries(terms).map(([id, [name]]) => [id, name])),
      ]),
    );
    this.lists = {};
    this.kinds = new WeakMap();
    this.ownIds = new WeakSet();
    this.madeIds = new WeakSet();
    this.key = keyOf(original?.id);
    this.all = Boolean(original);
    this.showNow = () => this.show();
    this.describe = (kind, options) => describe(this, kind, options);
    this.reset();
  }

  reset() {
    this.card = structuredClone(this.original?.values ?? {});
    this.described = { organisation: {}, source: {} };
    this.id = this.original?.id ?? "";
    this.hasOwnId = false;
  }

  open(notice = "") {
    const draft = readDraft(this.key);
    if (draft) {
      this.card = shaped(this.book, { is: "record", of: "Method" }, draft.card);
      for (const kind of Object.keys(this.described)) this.described[kind] = this.keptOf(kind, draft.described[kind]);
      this.id = this.original?.id ?? String(draft.id ?? "");
      this.hasOwnId = Boolean(draft.hasOwnId);
      this.isStale = Boolean(this.original && draft.base !== this.original.text);
      if (Object.values(this.described).some((records) => Object.keys(records).length))
        this.fetchList("source").then(() => this.fetchList("organisation"));
    }
    this.draft = draft;
    this.notice = notice;
    this.known = { ...this.known };
    this.draw();
  }

  keptOf(kind, records) {
    const rule = { is: "record", of: this.book.described[kind] };
    return Object.fromEntries(
      Object.entries(records ?? {})
        .map(([id, values]) => [id, shaped(this.book, rule, values)])
        .filter(([, values]) => values),
    );
  }

  draw() {
    this.fields = drawForm(this);
    this.side = drawSide(this);
    this.waysOut = drawWaysOut(this);
    root.querySelector("[data-form-main]").replaceChildren(this.fields);
    root.querySelector("[data-form-out]").replaceChildren(this.waysOut.element);
    root.querySelector("[data-form-side]").replaceChildren(this.side.element);
    root.querySelector("[data-form-wait]")?.remove();
    root.querySelector("[data-form-jump]").hidden = false;
    watchVisits(this.fields, this.showNow);
    this.show();
  }

  /** Something was typed, added or taken away. */
  changed() {
    clearTimeout(this.timers?.show);
    clearTimeout(this.timers?.keep);
    this.timers = {
      show: setTimeout(() => whenReleased(this.showNow), WAIT.show),
      keep: setTimeout(() => this.keep(), WAIT.keep),
    };
  }

  /** Everything that follows from what was typed, and what is wrong with it. */
  read() {
    const values = written(this.card, this.original?.values);
    const id = this.id || "";
    const yaml = this.original ? writeMended(values, this.original) : this.writeNew(values);
    const used = (kind) => idsIn(this.book, { is: "record", of: "Method" }, values, kind);
    const known = this.knownWithDescribed();
    const problems = [
      ...(id || values.name ? checkName(this.book, known, id, { isNew: this.isNew }) : []),
      ...checkCard(this.book, known, values),
      ...this.unfinished(values),
    ];
    const data = Object.entries(this.described).flatMap(([kind, records]) =>
      Object.entries(records)
        .filter(([one]) => used(kind).has(one))
        .flatMap(([one, record]) => checkKeyed(this.book, known, this.book.described[kind], one, record)),
    );
    return {
      id,
      values,
      yaml,
      problems: [...problems, ...data],
      pieces: pieces(this.described, used),
      isNew: this.isNew,
      name: values.name ?? "",
    };
  }

  /** A new card begins with the line that shows editors what may be written. */
  writeNew(values) {
    return Object.keys(values).length ? `${this.book.head}${writeYaml(values)}` : "";
  }

  /** A result of a chosen kind whose first fields are still empty would be read as another kind. */
  unfinished(values) {
    const rule = this.book.records.Outcome.fields.result;
    return (this.card.outcomes ?? []).flatMap(({ result }, index) => {
      const chosen = result && this.kinds.get(result);
      const now = kindOf(rule, values.outcomes?.[index]?.result);
      if (!chosen || !now || chosen === now) return [];
      const missing = Object.entries(this.book.records[rule.kinds[chosen]].fields).filter(
        ([name, { required }]) => required && !(name in result),
      );
      return missing.map(([name]) => ({
        keys: ["outcomes", index, "result", name],
        where: `outcomes[${index}].result.${name}`,
        code: "missing",
        ...say(this.book, "missing", {}),
      }));
    });
  }

  knownWithDescribed() {
    const more = Object.entries(this.described).filter(([kind]) => this.known[kind]);
    return {
      ...this.known,
      ...Object.fromEntries(
        more.map(([kind, records]) => [
          kind,
          new Map([...this.known[kind], ...Object.entries(records).map(([id, values]) => [id, nameOf(kind, values)])]),
        ]),
      ),
    };
  }

  show() {
    clearTimeout(this.timers?.show);
    this.now = this.read();
    showFaults(this.fields, this.now.problems, this.all);
    this.side.show(this.now);
    this.waysOut.show(this.now);
  }

  keep() {
    const isSame = JSON.stringify(this.card) === JSON.stringify(this.original?.values ?? {});
    if (isSame && !this.draft) return;
    this.draft = {
      id: this.id,
      hasOwnId: this.hasOwnId,
      card: this.card,
      described: this.described,
      base: this.original?.text,
    };
    this.side.kept(keepDraft(this.key, this.draft));
  }

  /** Throw the draft away and begin again. */
  forget() {
    clearTimeout(this.timers?.keep);
    dropDraft(this.key);
    this.draft = null;
    this.isStale = false;
    this.notice = "";
    this.all = Boolean(this.original);
    this.reset();
    this.draw();
    this.say("Het concept is verwijderd.");
    root.querySelector("h2").focus();
  }

  say(text) {
    status.textContent = text;
  }

  find(where) {
    return this.fields.querySelector(`[data-where="${where}"]`);
  }

  go(problem) {
    this.all = true;
    this.show();
    goTo(this.fields, problem);
  }

  /** Ids of a kind that the card uses now, so that they are offered first. */
  used(kind) {
    return [
      ...Object.keys(this.described[kind] ?? {}),
      ...idsIn(this.book, { is: "record", of: "Method" }, this.card, kind),
    ];
  }

  lastSource() {
    return this.used("source").at(-1);
  }

  /** Names of a kind, fetched when first wanted. */
  fetchList(kind) {
    this.lists[kind] ??= json(new URL(`${LISTS[kind]}.json`, files)).then(
      (found) => {
        this.known[kind] = new Map(Object.entries(found));
        for (const [id, values] of Object.entries(this.described[kind] ?? {}))
          this.known[kind].set(id, nameOf(kind, values));
      },
      () => {
        delete this.lists[kind];
        this.say("De lijst kon niet worden opgehaald. Probeer het nog eens.");
      },
    );
    return this.lists[kind];
  }

  keepDescribed(kind, id, values) {
    this.described[kind][id] = values;
    this.known[kind]?.set(id, nameOf(kind, values));
    this.side.drawDescribed();
    this.changed();
  }

  rename(id) {
    this.hasOwnId = true;
    this.id = id;
    this.changed();
  }

  /** A new card is called after its name until somebody types another. */
  nameFile() {
    if (!this.isNew || this.hasOwnId) return;
    this.id = idFrom(this.card.name ?? "");
    const box = root.querySelector("[data-form-id]");
    if (box) box.value = this.id;
  }
}

start().catch(() => {
  status.textContent = "Het formulier kon niet worden geladen. Controleer uw verbinding en ververs de pagina.";
  root.querySelector("[data-form-wait]")?.remove();
});
