import { h } from "./elements.js";

/** Put a text on the clipboard; false where the browser does not allow it. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Put HTML on the clipboard, with the same as text for what takes no layout; false where the browser does not allow it. */
export async function copyLayout(html, text) {
  try {
    const as = (content, type) => new Blob([content], { type });
    const both = { "text/html": as(html, "text/html"), "text/plain": as(text, "text/plain") };
    await navigator.clipboard.write([new ClipboardItem(both)]);
    return true;
  } catch {
    return false;
  }
}

/** The old way, for sites without https: browsers give these no clipboard. */
function copySelected(text) {
  const area = h("textarea", { class: "sr-only", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
}
