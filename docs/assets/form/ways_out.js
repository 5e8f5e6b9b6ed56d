// The ways a card leaves the browser. Every one of them is a step that the contributor takes.

import { copyText } from "../lib/clipboard.js";
import { download } from "../lib/download.js";
import { h } from "../lib/elements.js";
import { faultList } from "./faults.js";
import { parcel, proposal, report } from "./send.js";

const YAML = "application/yaml";
const DENIED = "Uw browser staat kopiëren niet toe. Selecteer de tekst bij Bestand en kopieer die zelf.";

export function drawWaysOut(form) {
  const verdict = h("div", { class: "form-verdict" });
  const ways = h("div", { class: "form-ways" });
  const said = h("p", { role: "status", class: "form-said" });
  const check = h("button", { type: "button", class: "button form-check" }, "Controleer alles");
  const list = h("ul", { class: "form-todo" });
  check.addEventListener("click", () => {
    form.all = true;
    form.show();
    const { length } = form.now.problems;
    const count = length === 1 ? "1 ding is" : `${length} dingen zijn`;
    said.textContent = length ? `${count} nog niet in orde; de lijst staat hieronder.` : "Er is niets mis.";
    list.querySelector("button")?.focus();
  });
  const element = h(
    "section",
    { class: "form-out", "aria-labelledby": "kop-voorstellen" },
    h("h2", { id: "kop-voorstellen", tabindex: "-1" }, "Voorstellen"),
    h(
      "p",
      { class: "meta" },
      "Tot hier staat alles alleen in uw browser. Kies hieronder hoe u de kaart deelt. ",
      "Wat u deelt, wordt openbaar; een ander leest mee voordat het op de site komt.",
    ),
    verdict,
    check,
    said,
    list,
    ways,
  );
  const tell = (text) => {
    said.textContent = text;
  };
  let before = "";
  return {
    element,
    show(now) {
      const state = JSON.stringify([form.all, now.id, now.yaml, now.removals, now.problems]);
      if (state === before) return; // a way that somebody stands on stays where it is
      before = state;
      list.replaceChildren(...(form.all ? faultList(form.book, now.problems, (problem) => form.go(problem)) : []));
      const isEmpty = !Object.keys(now.values).length;
      check.hidden = isEmpty;
      verdict.replaceChildren(...(isEmpty ? [h("p", {}, "Er is nog niets ingevuld.")] : verdictOn(now)));
      ways.replaceChildren(...(isEmpty ? [] : waysFor(form, now, tell)));
    },
  };
}

function verdictOn({ problems }) {
  if (!problems.length)
    return [
      h("p", { class: "form-good" }, h("b", {}, "In orde."), " De controle van de bibliotheek zal hetzelfde zeggen."),
    ];
  const count =
    problems.length === 1 ? "Nog 1 ding is niet in orde." : `Nog ${problems.length} dingen zijn niet in orde.`;
  return [
    h("p", { class: "note" }, h("b", {}, count), " U kunt de kaart wel vast bewaren of delen; een ander kan u helpen."),
  ];
}

function waysFor(form, now, tell) {
  const { forge } = form;
  const found = [];
  if (!forge)
    found.push(
      h(
        "p",
        { class: "note", "data-no-forge": true },
        h("b", {}, "Deze site weet niet waar de bestanden ervan staan."),
        " Kopieer of download de kaart hieronder, en stuur die naar de beheerder van de bibliotheek.",
      ),
    );
  if (forge) found.push(proposeWay(form, now, tell), reportWay(form, now, tell));
  found.push(keepWay(now, tell));
  return found;
}

const way = (id, title, ...children) =>
  h(
    "section",
    { class: "form-way", "data-way": id, "aria-labelledby": `weg-${id}` },
    h("h3", { id: `weg-${id}` }, title),
    ...children,
  );
const steps = (...texts) => h("ol", {}, ...texts.filter(Boolean).map((text) => h("li", {}, ...[text].flat())));
const out = (address, text) =>
  h(
    "a",
    { class: "button", href: address, target: "_blank", rel: "noopener noreferrer", "data-out": true },
    text,
    h("span", { class: "sr-only" }, " (opent een nieuw venster)"),
  );

function copier(text, label, tell, done = "Gekopieerd.") {
  const made = h("button", { type: "button", class: "button button--plain" }, label);
  made.addEventListener("click", async () => tell((await copyText(text)) ? done : DENIED));
  return made;
}

/** The text goes to the clipboard in the same press that opens the forge; where a browser refuses, it says so. */
function copyAndOpen(text, { address, label, tell }) {
  const made = out(address, label);
  made.addEventListener("click", async () =>
    tell((await copyText(text)) ? "De tekst is gekopieerd. Plak die in het venster dat openging." : DENIED),
  );
  return made;
}

/** A proposal (pull request or merge request): the card as a file. */
function proposeWay(form, now, tell) {
  const { forge } = form;
  const { address, isFilled } = proposal(forge, now);
  const name = forge.forge === "GitLab" ? "merge request" : "pull request";
  const copyFirst = copier(
    now.yaml,
    "Kopieer de kaart",
    tell,
    "De tekst is gekopieerd. Plak die in het venster dat u opent.",
  );
  const open = isFilled
    ? out(address, `Open het voorstel op ${forge.forge}`)
    : copyAndOpen(now.yaml, { address, label: `Kopieer de kaart en open ${forge.forge}`, tell });
  const todo = isFilled
    ? steps(
        "Open het voorstel: de kaart staat er al in.",
        `${forge.forge} vraagt u in te loggen en maakt zo nodig een eigen kopie voor u.`,
        "Kies onderaan “Propose changes” en daarna “Create pull request”.",
      )
    : steps(
        form.isNew
          ? `Kopieer de kaart, open ${forge.forge} en log in; de bestandsnaam is ${now.id || "(nog geen)"}.yml.`
          : `Kopieer de kaart, open ${forge.forge} en log in. U ziet het bestand zoals het nu is: selecteer alles.`,
        "Plak de kaart.",
        forge.forge === "GitLab"
          ? "Kies “Commit changes” op een nieuwe tak en daarna “Create merge request”."
          : "Kies “Commit changes” of “Propose changes” en daarna “Create pull request”.",
      );
  const why =
    isFilled || !form.isNew
      ? null
      : h(
          "p",
          { class: "detail" },
          forge.text
            ? "Deze kaart is te lang om in een adres mee te geven. Daarom kopieert u de tekst zelf."
            : "Hier kan een tekst niet in een adres mee. Daarom kopieert u de tekst zelf.",
        );
  const gone = now.removals.map(({ file, ids }) =>
    h("li", {}, `Haal in hetzelfde voorstel weg uit ${file}: ${ids.join(", ")}. `, fileLink(forge, file)),
  );
  return way(
    "voorstel",
    `Zelf een voorstel doen (${name})`,
    h("p", {}, "Voor wie een account heeft. U ziet zelf de controle lopen."),
    why,
    todo,
    h("div", { class: "form-buttons" }, isFilled ? null : copyFirst, open),
    gone.length
      ? h("div", { "data-gone": true }, h("p", {}, "Wat nergens meer wordt genoemd:"), h("ul", {}, ...gone))
      : null,
  );
}

const fileLink = (forge, file) =>
  h(
    "a",
    { href: `${forge.edit}${file}`, target: "_blank", rel: "noopener noreferrer" },
    `Open ${file}`,
    h("span", { class: "sr-only" }, " (opent een nieuw venster)"),
  );

/** A report (issue) with everything in it: the shortest way for who does not know Git. */
function reportWay(form, now, tell) {
  const { forge } = form;
  const text = parcel(now);
  const { address, isFilled } = report(forge, {
    ...now,
    summary: now.values.summary ?? "",
    links: linksOf(form, now),
    text,
  });
  const open = out(address, isFilled ? `Open de melding op ${forge.forge}` : `Open ${forge.forge} om te plakken`);
  const todo = isFilled
    ? steps(
        "Open de melding: alles staat er al in.",
        `${forge.forge} vraagt u in te loggen.`,
        "Beantwoord de laatste vragen en verstuur de melding.",
      )
    : steps(
        "Kopieer alles.",
        `Open ${forge.forge} en log in.`,
        forge.hasForms ? "Plak het in het veld “De kaart”." : "Plak het in de beschrijving.",
        "Beantwoord de laatste vragen en verstuur de melding.",
      );
  const all = copier(text, "Kopieer alles", tell, "Alles is gekopieerd. Plak het in het venster dat u opent.");
  return way(
    "melding",
    "Als melding sturen (issue)",
    h("p", {}, "Zonder bestanden. Een ander maakt er een voorstel van."),
    todo,
    h("div", { class: "form-buttons" }, isFilled ? null : all, open),
  );
}

function linksOf(form, now) {
  const described = Object.values(form.described.source)
    .map(({ URL: address }) => address)
    .filter(Boolean);
  return described.length
    ? described.join("\n")
    : form
        .used("source")
        .map((id) => form.known.source?.get(id) ?? id)
        .slice(0, 10)
        .join("\n") || now.name;
}

function keepWay(now, tell) {
  const name = `${now.id || "kaart"}.yml`;
  const save = h("button", { type: "button", class: "button button--plain" }, `Download ${name}`);
  save.addEventListener("click", () => {
    download(now.yaml, YAML, name);
    tell(`${name} is gedownload.`);
  });
  return way(
    "bewaren",
    "Bewaren of zelf versturen",
    h("p", {}, "Een bestand op uw eigen apparaat, of de tekst om ergens te plakken."),
    h("div", { class: "form-buttons" }, save, copier(parcel(now), "Kopieer de tekst", tell)),
  );
}
