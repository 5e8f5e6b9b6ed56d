// Leads from an old address to the new one with the question and the place on the page, which a refresh would lose.
const to = new URL(document.currentScript.dataset.to, location.href);
to.search = location.search;
to.hash = location.hash;
location.replace(to);
