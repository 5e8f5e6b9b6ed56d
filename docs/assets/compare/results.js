// The blocks of results on the page, as the template weighed.html has them.

import { h, hidden, svg } from "../lib/elements.js";
import { linkTo } from "../lib/links.js";
import { capital } from "../lib/text.js";

export function results(blocks) {
  if (blocks.length) return [...(blocks.some(({ isShared }) => isShared) ? [] : [alone()]), ...blocks.map(section)];
  return [
    h(
      "p",
      { class: "unknown" },
      "Van geen van deze methoden zijn resultaten bekend. Dat betekent niet dat er geen effect is.",
    ),
  ];
}

function alone() {
  const told =
    " geen enkele maat komt bij meer dan één van deze methoden voor. Elk resultaat hieronder staat dus op zichzelf.";
  return h("p", { class: "apart" }, h("b", {}, "Niet vergelijkbaar:"), told);
}

function section({ label, scales, apart, whyApart, missing }) {
  return h(
    "section",
    { class: "measure" },
    h("h3", {}, capital(label)),
    scales.map(scale),
    whyApart.length ? h("p", { class: "apart" }, h("b", {}, "Niet vergelijkbaar:"), ` ${whyApart.join("; ")}.`) : null,
    apart.length
      ? h(
          "ul",
          { class: "weighed-list" },
          apart.map((one) => item(one, true)),
        )
      : null,
    missing.length ? h("p", { class: "meta" }, `Geen resultaat op deze maat bekend: ${missing.join(", ")}.`) : null,
  );
}

function scale({ unit, results: told, cautions }) {
  const caution = cautions.length ? ` Let op: ${cautions.join("; ")}.` : "";
  return h(
    "div",
    { class: "scale" },
    h("p", {}, h("b", {}, "Op één schaal:"), ` dezelfde maat, geteld in ${unit}.${caution}`),
    h(
      "ul",
      { class: "weighed-list" },
      told.map((one, place) => item(one, place === told.length - 1)),
    ),
  );
}

function item({ method, result }, axis) {
  const {
    measure,
    direction,
    headline,
    remark,
    worded,
    compared,
    population,
    facts,
    target,
    notComparable,
    disagree,
    plot,
    link,
    who,
  } = result;
  const told = population ? `Bij: ${population} · ${capital(facts.join(" · "))}` : capital(facts.join(" · "));
  return h(
    "li",
    { class: `weighed weighed--${who}` },
    h(
      "div",
      { class: "weighed__text" },
      h(
        "p",
        { class: "weighed__method" },
        method.name,
        " ",
        h("span", { class: `direction direction--${direction.id}` }, direction.label),
      ),
      h(
        "p",
        { class: "weighed__number" },
        h("b", {}, worded ? capital(headline) : headline),
        remark ? " " : "",
        remark ? h("small", {}, remark) : null,
      ),
      compared ? h("p", {}, `Vergelijkingsgroep: ${compared}`) : null,
      h("p", { class: "meta" }, told),
      target ? h("p", { class: "meta" }, ...aim(target, notComparable)) : null,
      disagree ? h("p", { class: "meta" }, h("b", {}, "Andere bronnen lezen dit anders;"), " zie de kaart.") : null,
      h(
        "p",
        { class: "to-source" },
        h("a", { href: linkTo(link) }, "Uitspraak en bron", hidden(` van ${method.name}: ${measure.label}`)),
      ),
    ),
    plot ? h("div", { class: "weighed__plot" }, picture(plot, axis)) : null,
  );
}

function aim(target, notComparable) {
  const head = notComparable ? "Niet vergelijkbaar met het doel vooraf:" : "Doel vooraf:";
  return [h("b", {}, head), ` ${target}${notComparable ? `; ${notComparable}` : ""}.`];
}

const LEFT = 12;
const WIDTH = 296;
const at = (share) => Math.round((LEFT + WIDTH * share) * 10) / 10;

function picture({ share, interval, description }, axis) {
  const image = svg("svg", {
    class: "plot",
    viewBox: `0 0 320 ${axis ? 50 : 34}`,
    role: "img",
    "aria-label": description,
  });
  image.append(svg("line", { class: "axis", x1: LEFT, x2: LEFT + WIDTH, y1: 24, y2: 24 }));
  for (const tick of [0, 0.5, 1])
    image.append(svg("line", { class: "axis", x1: at(tick), x2: at(tick), y1: 20, y2: 28 }));
  if (interval) {
    const [low, high] = interval.map(at);
    image.append(svg("path", { class: "whisker", d: `M${low} 17v14M${high} 17v14M${low} 24H${high}` }));
  }
  image.append(svg("circle", { class: interval ? "dot" : "dot dot--open", cx: at(share), cy: 24, r: 7 }));
  for (const [place, anchor] of axis
    ? [
        [0, "start"],
        [0.5, "middle"],
        [1, "end"],
      ]
    : []) {
    image.append(svg("text", { x: at(place), y: 46, "text-anchor": anchor }, `${place * 100}%`));
  }
  return image;
}
