// What stands beside the form: how far one is, the card as a reader will see it, the file, and what is not in order yet.

import { h } from "../lib/elements.js";
import { describedList } from "./described_list.js";
import { faultList } from "./faults.js";
import { preview } from "./preview.js";

const TABS = [
  ["voorbeeld", "Voorbeeld"],
  ["bestand", "Bestand"],
  ["fouten", "Nog te doen"],
];

export function drawSide(form) {
  const [needed, ...others] = form.book.groups;
  const bar = h("progress", { max: needed.fields.length, value: 0, "aria-label": "Nodige velden ingevuld" });
  const done = h("p", { class: "form-done", role: "status" });
  const steps = h(
    "ol",
    { class: "form-steps" },
    ...[needed, ...others].map((group) =>
      h(
        "li",
        {},
        h("a", { href: `#deel-${group.id}`, "data-step": group.id }, group.title),
        h("span", { class: "detail" }),
      ),
    ),
  );
  steps.addEventListener("click", (event) => open(form, event));
  const kept = h("p", { class: "detail form-kept" }, "Wat u typt, blijft in deze browser.");
  const forget = h("button", { type: "button", class: "form-link", hidden: !form.draft }, "Verwijder het concept");
  forget.addEventListener("click", () => form.forget());
  const described = h("div", { class: "form-described" });
  const panels = Object.fromEntries(
    TABS.map(([id, label]) => [
      id,
      h(
        "div",
        {
          id: `paneel-${id}`,
          role: "tabpanel",
          "aria-labelledby": `tab-${id}`,
          tabindex: "0",
          class: "form-panel",
          hidden: id !== "voorbeeld",
        },
        label,
      ),
    ]),
  );
  const tabs = tabList(panels);
  const code = h("code");
  panels.bestand.replaceChildren(
    h("p", { class: "detail" }, "Zo komt de kaart in de bibliotheek te staan. U hoeft dit niet te kunnen lezen."),
    h("pre", { tabindex: "0", "aria-label": "De kaart als YAML" }, code),
  );
  const element = h(
    "div",
    { class: "form-side" },
    h("div", { class: "box form-progress" }, h("h2", {}, "Hoe ver u bent"), bar, done, steps, described, kept, forget),
    h("div", { class: "form-look" }, tabs, ...Object.values(panels)),
  );

  form.fields.addEventListener("focusin", (event) =>
    follow(form, panels.voorbeeld, event.target.closest(".form-part > [data-where]")?.dataset.where),
  );
  let before = "";
  const drawDescribed = () => described.replaceChildren(...describedList(form));
  drawDescribed();
  return {
    element,
    drawDescribed,
    kept(isKept) {
      kept.textContent = isKept
        ? "Uw concept is bewaard in deze browser."
        : "Deze browser bewaart uw concept niet. Download het bestand voordat u weggaat.";
      forget.hidden = !isKept;
    },
    show(now) {
      const filled = needed.fields.filter(
        (name) => name in now.values && !now.problems.some(({ keys }) => keys[0] === name),
      );
      bar.value = filled.length;
      const open = now.problems.filter(({ code, keys }) => code !== "missing" || keys.length > 1);
      const text = summary(filled.length, needed.fields.length, now.problems.length, open.length);
      if (done.textContent !== text) done.textContent = text;
      for (const group of form.book.groups) stepState(form, steps, group, now);
      code.textContent = now.yaml || "# nog niets ingevuld";
      panels.voorbeeld.replaceChildren(preview(form, now));
      const told = JSON.stringify(now.problems);
      if (told !== before) panels.fouten.replaceChildren(...todo(form, now)); // who stands in the list stays there
      before = told;
      tabs.querySelector("#tab-fouten").textContent = now.problems.length
        ? `Nog te doen (${now.problems.length})`
        : "Nog te doen";
    },
  };
}

/** Show the part of the preview that somebody is writing. */
function follow(form, panel, name) {
  const section = form.book.sections.find(({ fields }) => fields.includes(name));
  const part = section && panel.querySelector(`[data-section="${section.anchor}"]`);
  panel.scrollTop = part ? part.offsetTop - panel.offsetTop - 16 : 0;
}

function summary(filled, needed, problems, wrong) {
  if (!problems) return "Alles wat nodig is, staat erin, en er is niets mis.";
  const faults = wrong === 1 ? " 1 ding is nog niet in orde." : ` ${wrong} dingen zijn nog niet in orde.`;
  return `${filled} van ${needed} nodige onderdelen klaar.${wrong ? faults : ""}`;
}

function stepState(form, steps, group, { values, problems }) {
  const filled = group.fields.filter((name) => name in values).length;
  const wrong = problems.filter(({ keys }) => group.fields.includes(keys[0])).length;
  const isNeeded = group === form.book.groups[0];
  const isReady = isNeeded ? filled === group.fields.length && !wrong : filled && !wrong;
  const text =
    wrong && (filled || !isNeeded) ? ` ${wrong} te doen` : isReady ? (isNeeded ? " klaar" : ` (${filled})`) : "";
  const line = steps.querySelector(`[data-step="${group.id}"]`).parentElement;
  line.className = isReady ? "is-ready" : wrong && filled ? "is-wrong" : "";
  line.querySelector(".detail").textContent = text;
  const state = form.fields.querySelector(`[data-part="${group.id}"] [data-part-state]`);
  if (state) state.textContent = filled ? `${filled} van ${group.fields.length} ingevuld` : "nog leeg";
}

function open(form, event) {
  const step = event.target.closest("[data-step]");
  if (!step) return;
  event.preventDefault();
  const part = form.fields.querySelector(`#deel-${step.dataset.step}`);
  if (part.matches("details")) part.open = true;
  part.scrollIntoView({ block: "start" });
  part.querySelector("summary, h2").focus({ preventScroll: true });
}

function todo(form, { problems }) {
  if (!problems.length) return [h("p", {}, "Er is niets meer te doen. De kaart kan worden voorgesteld.")];
  return [
    h("p", { class: "detail" }, "Kies een regel om naar het veld te gaan."),
    h("ul", { class: "form-todo" }, ...faultList(form.book, problems, (problem) => form.go(problem))),
  ];
}

/** The tabs of the ARIA guide: arrows go from one to the next. */
function tabList(panels) {
  const made = TABS.map(([id, label], at) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        "aria-controls": `paneel-${id}`,
        "aria-selected": String(!at),
        tabindex: at ? "-1" : "0",
      },
      label,
    ),
  );
  const choose = (chosen) => {
    made.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.setAttribute("tabindex", tab === chosen ? "0" : "-1");
      panels[TABS[at][0]].hidden = tab !== chosen;
    });
  };
  const list = h("div", { role: "tablist", "aria-label": "Wat u maakt", class: "form-tabs" }, ...made);
  list.addEventListener(
    "click",
    (event) => event.target.closest("[role=tab]") && choose(event.target.closest("[role=tab]")),
  );
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = made[(made.indexOf(document.activeElement) + step + made.length) % made.length];
    choose(next);
    next.focus();
    event.preventDefault();
  });
  return list;
}
