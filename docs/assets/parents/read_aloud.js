// Reads the page for parents aloud, with the voice that the browser has; without one the button stays hidden.
const button = document.querySelector("[data-read-aloud]");
const speech = window.speechSynthesis;
const READ = "h1, h2, p, li, dt, dd";

const sentences = () =>
  [...document.querySelectorAll(`[data-plain] :is(${READ})`)]
    .filter((element) => !element.querySelector(READ) && !element.contains(button) && element.checkVisibility())
    .map((element) => element.textContent.replace(/\s+/g, " ").trim());

const name = (reading) => {
  button.textContent = reading ? "Stop met voorlezen" : "Lees voor";
  button.setAttribute("aria-pressed", String(reading));
};

function stop() {
  speech.cancel();
  name(false);
}

// One part at a time, because browsers break off a long text.
function read() {
  const parts = sentences().map((text) =>
    Object.assign(new SpeechSynthesisUtterance(text), { lang: "nl-NL", rate: 0.9 }),
  );
  parts.at(-1).addEventListener("end", () => name(false));
  name(true);
  for (const part of parts) speech.speak(part);
}

if (speech && "SpeechSynthesisUtterance" in window) {
  button.hidden = false;
  name(false);
  button.addEventListener("click", () => (button.getAttribute("aria-pressed") === "true" ? stop() : read()));
  window.addEventListener("pagehide", stop);
}
