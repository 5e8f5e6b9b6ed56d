// Reads the page for parents aloud, with a Dutch voice of the reader's own device: one elsewhere would hear what somebody
// reads. Without such a voice the button stays hidden.
const button = document.querySelector("[data-read-aloud]");
const speech = window.speechSynthesis;
const READ = "h1, h2, h3, p, li, dt, dd";

const dutchVoice = () =>
  speech.getVoices().find(({ lang, localService }) => localService && lang.toLowerCase().startsWith("nl"));

const parts = () =>
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
  const voice = dutchVoice();
  const spoken = parts().map((text) => Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang }));
  spoken.at(-1).addEventListener("end", () => name(false));
  name(true);
  for (const part of spoken) speech.speak(part);
}

function offer() {
  button.hidden = !dutchVoice();
}

if (speech) {
  name(false);
  offer();
  speech.addEventListener("voiceschanged", offer); // browsers look for their voices after the page has loaded
  button.addEventListener("click", () => (button.getAttribute("aria-pressed") === "true" ? stop() : read()));
  window.addEventListener("pagehide", stop);
}
