// Makes elements; text is always text, so nothing that a card says can become markup.

export const ROOT = new URL("../../", import.meta.url);
/* The root of the site, wherever it is published. */

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const hidden = (text) => h("span", { class: "sr-only" }, text);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export const to = (address) => (address.includes("://") ? address : new URL(address, ROOT).href);
