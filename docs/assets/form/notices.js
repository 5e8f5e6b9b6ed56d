// What stands above the form: which draft this is, which others there are, and what asks for attention.

import { download } from "../lib/download.js";
import { h } from "../lib/elements.js";

const note = (...children) => h("p", { class: "note" }, ...children);

function link(text, onClick) {
  const made = h("button", { type: "button", class: "form-link" }, text);
  made.addEventListener("click", onClick);
  return made;
}

const moment = (saved) => new Date(saved).toLocaleString("nl-NL", { dateStyle: "long", timeStyle: "short" });

export function notices(form) {
  const found = [];
  if (form.notice) found.push(note(form.notice));
  if (form.draft?.saved) {
    const anew = form.original ? "Begin opnieuw met de kaart van de site" : "Begin een andere nieuwe kaart";
    found.push(
      note(
        `Uw concept van ${moment(form.draft.saved)} staat er weer. `,
        link(anew, () => form.beginAnew()),
        "; dit concept blijft bewaard.",
      ),
    );
  }
  const others = form.keeper.others();
  if (others.length) found.push(otherDrafts(form, others));
  if (form.isStale)
    found.push(
      note(
        h("b", {}, "Let op."),
        " De kaart op de site is veranderd sinds u begon. Vergelijk uw concept met de kaart voordat u het voorstelt.",
      ),
    );
  return found;
}

function otherDrafts(form, others) {
  const ways = others.map((found) => {
    const { card, saved } = found.draft;
    const name = typeof card.name === "string" && card.name ? card.name : "zonder naam";
    return h(
      "li",
      {},
      link(`Open “${name}”`, () => form.switchTo(found)),
      ` van ${moment(saved)}`,
    );
  });
  return h("div", { class: "note" }, "In deze browser staat ook:", h("ul", {}, ...ways));
}

/** Nothing is kept here: that must be seen wherever somebody is, with a way to keep it oneself. */
export function showRefused(form, isRefused) {
  const place = form.root.querySelector("[data-form-alert]");
  if (place.hidden !== isRefused) return;
  place.hidden = !isRefused;
  if (!isRefused) return;
  const save = link("Download het bestand", () => {
    form.show();
    download(form.now.yaml, "application/yaml", `${form.id || "kaart"}.yml`);
  });
  place.replaceChildren(
    h("b", {}, "Uw werk wordt niet bewaard."),
    " Deze browser heeft geen ruimte of bewaart niets. ",
    save,
    " voordat u deze pagina sluit.",
  );
}
