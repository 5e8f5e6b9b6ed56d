// Makes elements. Text is always text, so nothing that a card says can become markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes and children; as in other libraries it is called h, for hypertext. An attribute that is
 * null, undefined or false is left out, and so is a child that is null, undefined or empty; lists of children are opened.
 */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for a part of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** What the build made, in which every text is escaped already; never anything that a reader typed. */
export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Text for screen readers only. */
export const hidden = (text) => h("span", { class: "sr-only" }, text);
