// The contribution form: what was typed, the fields, the checks, the preview and the ways out, kept alike.
// Nothing is sent: what is fetched is the same for every contributor of a card, and the ways out are links and files.

import { bare } from "../lib/bare.js";
import { fetchJson, fetchText } from "../lib/fetch.js";
import { ROOT } from "../lib/links.js";
import { goToAnchor } from "./arrival.js";
import { newAsides, packed, unpacked } from "./asides.js";
import { describe, nameOf } from "./describe.js";
import { goTo, showFaults, watchVisits, whenReleased } from "./faults.js";
import { redrawn } from "./frames.js";
import { field } from "./groups.js";
import { Keeper } from "./keeper.js";
import { readCard } from "./mend.js";
import { showRefused } from "./notices.js";
import { refreshProposals } from "./proposals.js";
import { readAll } from "./reading.js";
import { drawForm, placeOf } from "./sections.js";
import { drawSide } from "./side.js";
import { undoBar } from "./undo.js";
import { idFrom, idsIn, shaped } from "./values.js";
import { drawWaysOut } from "./ways_out.js";
import { wishesFrom } from "./wishes.js";

const WAIT = 150; // milliseconds until what was typed is looked at
const LISTS = { organisation: "organisations", source: "sources", method: "methods" };
const METHOD = { is: "record", of: "Method" };
const files = new URL("bijdragen/formulier/", ROOT);

const QUIETLY = { referrerPolicy: "no-referrer" };
const json = (address) => fetchJson(address, QUIETLY);

/** The text of the card to mend as it is published; null for a new one, and for one that is not there. */
async function readOriginal(id) {
  if (!id) return null;
  try {
    return await fetchText(new URL(`methoden/${id}/${id}.yml`, ROOT), QUIETLY);
  } catch (error) {
    if (error.status === 404) return null;
    throw error; // that it could not be fetched does not mean that it is not there
  }
}

export async function start(root) {
  const given = new URLSearchParams(location.search);
  const asked = given.get("id") ?? "";
  const id = /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(asked) ? asked : "";
  const [book, text] = await Promise.all([json(new URL("form.json", files)).then(bare), readOriginal(id)]);
  const original = text === null ? null : await originalOf(id, text, book);
  const notFound =
    asked && !original ? `Er is geen kaart “${asked.slice(0, 80)}”. U begint nu met een nieuwe kaart.` : "";
  const form = new Form(root, book, original);
  await Promise.all(["method", ...(original ? ["organisation", "source"] : [])].map((kind) => form.fetchList(kind)));
  form.open(form.keeper.open(), notFound);
  goToAnchor(form, given.get("bij"));
}

/** {id, text, values, brought, usedOnce} of a card that is mended. */
async function originalOf(id, text, book) {
  const once = await json(new URL("used_once.json", files));
  const { values, beside } = readCard(text, book.brings.field);
  return { id, text, values, brought: beside, usedOnce: Object.hasOwn(once, id) ? once[id] : {} };
}

class Form {
  constructor(root, book, original) {
    Object.assign(this, { root, book, original, isNew: !original, lists: {}, chosen: {} });
    this.forge = JSON.parse(root.dataset.form || "null");
    this.known = Object.fromEntries(
      Object.entries(book.terms).map(([kind, terms]) => [
        kind,
        new Map(Object.entries(terms).map(([id, [name]]) => [id, name])),
      ]),
    );
    this.showNow = () => this.show();
    this.describe = (kind, options) => describe(this, kind, options);
    this.bar = undoBar();
    root.append(this.bar.element);
    this.keeper = new Keeper(
      original?.id,
      () => this.draftNow(),
      (state) => this.told(state),
    );
    this.take(null);
  }

  /** What was typed before, or nothing yet. */
  take(draft) {
    Object.assign(this, newAsides());
    const shape = (rule, values) => shaped(this.book, rule, values);
    this.draft = draft;
    this.card = draft ? shape(METHOD, draft.card) : structuredClone(this.original?.values ?? {});
    unpacked(this.card, draft?.asides, this);
    const records = (kind) => ({ is: "record", of: this.book.described[kind] });
    this.described = Object.fromEntries(
      Object.keys(this.book.described).map((kind) => [
        kind,
        Object.fromEntries(
          Object.entries(draft?.described[kind] ?? {})
            .map(([id, values]) => [id, shape(records(kind), values)])
            .filter(([, values]) => values),
        ),
      ]),
    );
    this.halves = (Array.isArray(draft?.halves) ? draft.halves : [])
      .filter((half) => Object.hasOwn(this.book.described, String(half?.kind)))
      .map((half) => ({
        ...half,
        values: shape(records(half.kind), half.values) ?? {},
        wishes: wishesFrom(half.wishes),
      }));
    this.wishes = wishesFrom(draft?.wishes);
    this.id = this.original?.id ?? String(draft?.id ?? "");
    this.hasOwnId = Boolean(draft?.hasOwnId);
    this.isStale = Boolean(this.original && draft && draft.base !== this.original.text);
    this.all = Boolean(this.original);
    if (draft) for (const kind of Object.keys(this.described)) this.fetchList(kind); // for the names of what was chosen
  }

  open(draft, notice = "") {
    this.take(draft);
    this.notice = notice;
    this.bar.clear();
    this.draw();
  }

  draw() {
    this.fields = drawForm(this);
    this.side = drawSide(this);
    this.waysOut = drawWaysOut(this);
    this.root.querySelector("[data-form-main]").replaceChildren(this.fields);
    this.root.querySelector("[data-form-out]").replaceChildren(this.waysOut.element);
    this.root.querySelector("[data-form-side]").replaceChildren(this.side.element);
    this.root.querySelector("[data-form-wait]")?.remove();
    this.root.querySelector("[data-form-jump]").hidden = false;
    watchVisits(this.fields, this.showNow);
    this.show();
  }

  /** Something was typed, added or taken away. */
  changed() {
    this.showSoon();
    this.keeper.changed();
  }

  showSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => whenReleased(this.showNow), WAIT);
  }

  show() {
    clearTimeout(this.timer);
    this.now = readAll(this);
    showFaults(this.book, this.fields, this.now.problems, this.all);
    refreshProposals(this, this.fields);
    this.side.show(this.now);
    this.waysOut.show(this.now);
  }

  /** What is kept of it; null as long as nothing was typed. */
  draftNow() {
    const isSame = JSON.stringify(this.card) === JSON.stringify(this.original?.values ?? {});
    if (isSame && !this.draft && !this.halves.length && !Object.keys(this.wishes).length) return null;
    const { id, hasOwnId, card, described, halves, wishes } = this;
    this.draft = {
      id,
      hasOwnId,
      card,
      described,
      halves,
      wishes,
      asides: packed(card, this),
      base: this.original?.text,
    };
    return this.draft;
  }

  told(state) {
    if (state === "shared")
      return this.bar.say("Deze kaart is ook in een ander tabblad open. Wat u hier typt, wordt apart bewaard.");
    showRefused(this, state === "refused");
    return this.side.kept(state === "kept");
  }

  /** Throw the draft away; it can be put back as long as the page is open. */
  forget() {
    const before = structuredClone(this.draftNow() ?? {});
    this.keeper.drop();
    this.open(null);
    this.bar.add("Het concept is verwijderd.", () => this.restore(before));
    this.root.querySelector("h2").focus();
  }

  restore(draft) {
    this.leaveTo(() => ({ ...draft, saved: new Date().toISOString() }));
    this.keeper.changed();
    this.keeper.flush();
  }

  /** Begin with an empty card, or with the card as it is published; the draft stays. */
  beginAnew() {
    this.leaveTo(() => null, "Uw concept is bewaard. Boven het formulier kunt u het weer openen.");
  }

  /** Go on with another draft of this card. */
  switchTo(found) {
    this.leaveTo(() => this.keeper.use(found));
  }

  leaveTo(draft, said = "") {
    const before = structuredClone(this.draftNow() ?? {});
    const isKept = this.keeper.leave();
    this.open(draft());
    if (isKept) this.bar.say(said);
    else this.bar.add("U bent met iets anders begonnen.", () => this.restore(before));
    this.root.querySelector("h2").focus();
  }

  say(text) {
    this.bar.say(text);
  }

  find(where) {
    return this.fields.querySelector(`[data-where="${CSS.escape(where)}"]`);
  }

  /** Draw the field again in which something was put back. */
  renew([name]) {
    const old = this.find(name);
    old?.replaceWith(redrawn(old, field(this, placeOf(this), name)));
    this.changed();
  }

  go(problem) {
    this.all = true;
    this.show();
    this.visit(problem);
  }

  visit(place) {
    goTo(this.fields, place);
  }

  /** Ids of a kind that the card uses now, so that they are offered first. */
  used(kind) {
    return [...Object.keys(this.described[kind] ?? {}), ...idsIn(this.book, METHOD, this.card, kind)];
  }

  /** What is most likely meant where nothing was chosen yet; only ever shown, never filled in. */
  proposed(kind) {
    const isKnown = (id) => this.known[kind]?.has(id);
    return [this.chosen[kind], this.used(kind).at(-1)].find(isKnown);
  }

  /** Names of a kind, fetched when first wanted. */
  fetchList(kind) {
    this.lists[kind] ??= json(new URL(`${LISTS[kind]}.json`, files)).then(
      (found) => {
        this.known[kind] = new Map(Object.entries(found));
        for (const [id, values] of Object.entries(this.described[kind] ?? {}))
          this.known[kind].set(id, nameOf(kind, values));
        for (const box of this.fields?.querySelectorAll("[role=combobox]") ?? []) box.dispatchEvent(new Event("named"));
        if (this.now) this.showSoon();
      },
      () => {
        delete this.lists[kind];
        this.say("De lijst met namen kon niet worden opgehaald. Kies het veld nog eens om het opnieuw te proberen.");
      },
    );
    return this.lists[kind];
  }

  /** The name of an id, also of what was described here while the list is not fetched. */
  named(kind, id) {
    const described = Object.hasOwn(this.described[kind] ?? {}, id) ? this.described[kind][id] : undefined;
    return this.known[kind]?.get(id) ?? (described && nameOf(kind, described));
  }

  keepDescribed(kind, id, values) {
    this.described[kind][id] = values;
    this.known[kind]?.set(id, nameOf(kind, values));
    this.side.drawDescribed();
    this.changed();
  }

  rename(id) {
    this.hasOwnId = true;
    this.id = id.replace(/(?:\.ya?ml)+$/iu, ""); // the form writes that behind it
    this.changed();
  }

  /** A new card is called after its name until somebody types another. */
  nameFile() {
    if (!this.isNew || this.hasOwnId) return;
    this.id = idFrom(this.card.name ?? "");
    const box = this.root.querySelector("[data-form-id]");
    if (box) box.value = this.id;
  }
}
