import { h } from "./elements.js";

const UNTIL_SAVED = 60_000; // milliseconds; a browser may still be reading the address after the click

/** Give the reader a file that was made here. */
export function download(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), UNTIL_SAVED);
}
