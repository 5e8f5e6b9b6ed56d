// The picture of a measure as PNG: the browser draws the SVG that the build made, twice as large, on a canvas.

import { download } from "../lib/download.js";

const TIMES = 2;
const FAILED = "Het is niet gelukt om het beeld als PNG te maken. Neem de SVG.";

for (const chart of document.querySelectorAll("[data-chart]")) {
  const button = chart.querySelector("[data-png]");
  const status = chart.querySelector("[data-chart-status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      download(await pngOf(chart.querySelector("img").src), "image/png", button.dataset.png);
      status.textContent = "Het beeld staat bij uw downloads.";
    } catch {
      status.textContent = FAILED;
    }
  });
}

async function pngOf(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = TIMES * image.naturalWidth;
  canvas.height = TIMES * image.naturalHeight;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(address))), "image/png"),
  );
}
