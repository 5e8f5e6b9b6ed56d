// What every page loads to choose methods; the pages that compare and calculate load the rest.

import "./tray.js";

if (document.querySelector("[data-side-by-side]")) import("./page.js");
if (document.querySelector("[data-calculator]")) import("./calculator.js");
