// Keeps the draft of this tab: at once when the page goes, never over what another tab wrote, and with a question before
// leaving where the browser keeps nothing.

import { draftsOf, dropDraft, freeKey, keepDraft, keyOf, keyOfTab, readDraft, rememberKey } from "./draft.js";

const WAIT = 600; // milliseconds

export class Keeper {
  /** `make()` gives the draft as it is now, or null if nothing was typed; `told(state)` hears kept, refused or shared. */
  constructor(id, make, told) {
    this.base = keyOf(id);
    Object.assign(this, { make, told, key: null, stamp: undefined, isDirty: false, isRefused: false });
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
    addEventListener("beforeunload", (event) => this.ask(event));
    addEventListener("storage", (event) => this.heard(event));
  }

  /** The draft to go on with: that of this tab, or else the newest. */
  open() {
    const all = draftsOf(this.base);
    const own = keyOfTab(this.base);
    return this.use(all.find(({ key }) => key === own) ?? all[0]);
  }

  use(found) {
    this.key = found?.key ?? null;
    this.stamp = found?.draft.stamp;
    this.isDirty = false;
    rememberKey(this.base, this.key);
    return found?.draft ?? null;
  }

  /** Drafts of the same card that are not open here. */
  others() {
    return draftsOf(this.base).filter(({ key }) => key !== this.key);
  }

  /** Something was typed: keep it soon. */
  changed() {
    this.isDirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), WAIT);
  }

  /** Keep it now. */
  flush() {
    clearTimeout(this.timer);
    if (!this.isDirty) return;
    const draft = this.make();
    if (!draft) return;
    const there = this.key && readDraft(this.key);
    if (!this.key || (there && there.stamp !== this.stamp)) this.key = freeKey(this.base);
    const stamp = keepDraft(this.key, draft);
    this.isRefused = !stamp;
    if (stamp) {
      this.stamp = stamp;
      this.isDirty = false;
      rememberKey(this.base, this.key);
    }
    this.told(stamp ? "kept" : "refused");
  }

  /** Leaving would lose what could not be kept. */
  ask(event) {
    this.flush();
    if (this.isDirty && this.isRefused) event.preventDefault();
  }

  heard({ key, newValue }) {
    if (!this.key || key !== this.key || !newValue || readDraft(key)?.stamp === this.stamp) return;
    this.told("shared");
  }

  /** Begin a draft of its own; what was kept stays. False if what was typed here could not be kept. */
  leave() {
    this.flush();
    const isKept = !this.isDirty;
    this.use(undefined);
    return isKept;
  }

  /** Take the draft away. */
  drop() {
    clearTimeout(this.timer);
    if (this.key) dropDraft(this.key);
    this.use(undefined);
    this.isRefused = false;
  }
}
