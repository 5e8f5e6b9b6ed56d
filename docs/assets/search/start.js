/** Gives every search box its suggestions, but fetches nothing until someone goes to the box. */

for (const input of document.querySelectorAll("input[data-search]")) {
  const begin = async () => {
    input.removeEventListener("focus", begin);
    const { Combobox } = await import("../lazy/search.js");
    new Combobox(input);
  };
  if (document.activeElement === input) begin();
  else input.addEventListener("focus", begin);
}
