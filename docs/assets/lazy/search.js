// The search engine with what shows its answers, for every search box and for the catalogue: they share one index.
export { Combobox } from "../search/combobox.js";
export { search } from "../search/engine.js";
export * from "../search/results.js";
