// Addresses within the site, wherever it is published.

/** The root of the site. */
export const ROOT = new URL("../../", import.meta.url);

/** The full address of a path from the root; an address that is full already stays. */
export const linkTo = (path) => (path.includes("://") ? path : new URL(path, ROOT).href);
