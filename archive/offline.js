// What pages from disk miss. Bundled before all modules; their fetch, location.assign and import.meta.url are those of
// the object that this file makes (bundle.py says so to the bundler).
const script = document.currentScript;
const ROOT = new URL("../../", script.src);
const arrived = new Map();
const loading = new Map();

/** An address within the site, leading to a file instead of a folder. */
function toFile(address) {
  const to = new URL(address, document.baseURI);
  if (to.href.startsWith(ROOT.href) && to.pathname.endsWith("/")) to.pathname += "index.html";
  return to;
}

function load(path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(`${path}.js`, ROOT).href;
    element.onload = () => {
      resolve(arrived.get(decodeURIComponent(path)));
      arrived.delete(decodeURIComponent(path));
    };
    element.onerror = () => reject(new TypeError(`${path} is not in the archive`));
    document.head.append(element);
  }).finally(() => loading.delete(path));
}

window.archive = {
  /** The address of a module; all that ask for it lie as deep as this script. */
  module: script.src,

  /** Called by the files of the archive. */
  put: (path, text) => arrived.set(path, text),

  async fetch(address) {
    const path = toFile(address).href.slice(ROOT.href.length).split(/[?#]/)[0];
    if (!loading.has(path)) loading.set(path, load(path));
    return new Response(await loading.get(path));
  },

  go: (address) => window.location.assign(toFile(address)),
};

// Links that scripts make lead to folders, as on the site.
for (const kind of ["click", "auxclick", "contextmenu", "dragstart"]) {
  const lead = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link && toFile(link.href).href !== link.href) link.href = toFile(link.href);
  };
  document.addEventListener(kind, lead, true);
}
