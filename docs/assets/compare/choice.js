// Which methods a reader wants side by side: kept in this browser only, and written in the address.

export const MOST = 4;
const KEY = "vergelijking";
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
let choice = read();

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return kept.filter(({ id, name }) => ID.test(id) && typeof name === "string").slice(0, MOST);
  } catch {
    return []; // no storage here, or something else was kept under this name
  }
}

function keep() {
  try {
    if (choice.length) localStorage.setItem(KEY, JSON.stringify(choice));
    else localStorage.removeItem(KEY);
  } catch {
    // without storage the choice lasts as long as the page
  }
}

const changed = (said) => document.dispatchEvent(new CustomEvent("choice", { detail: said }));

export const chosen = () => [...choice];
export const isChosen = (id) => choice.some((method) => method.id === id);

/** Put this choice in the place of the old one. `said` tells the reader what happened. */
export function choose(methods, said = "") {
  choice = methods.slice(0, MOST);
  keep();
  changed(said);
}

export function add({ id, name }) {
  if (isChosen(id)) return changed(`${name} staat al in de vergelijking.`);
  if (choice.length >= MOST)
    return changed(`Er passen vier methoden naast elkaar. Haal er eerst een weg om ${name} toe te voegen.`);
  return choose([...choice, { id, name }], `${name} staat in de vergelijking.`);
}

export function remove(id) {
  const gone = choice.find((method) => method.id === id);
  choose(
    choice.filter((method) => method.id !== id),
    gone ? `${gone.name} is uit de vergelijking gehaald.` : "",
  );
}

window.addEventListener("storage", (event) => {
  if (event.key !== KEY) return;
  choice = read();
  changed("");
});
