// The results that share a scale as a picture for a Word document: a line from 0 to 100% a method, with its dot and interval. The
// same numbers stand in words in the text for who cannot see it, and in the table below it.

import { capital } from "../lib/text.js";

const SIZE = 2; // times as sharp as it is shown
const WIDTH = 620;
const ROW = 46;
const FOOT = 34;
const [LEFT, RIGHT] = [220, 600]; // of the scale
const INK = "#15324b";
const LINE = "#8a8f98";

/** A block {kind: "picture"} for each scale of these blocks of results, in their order. */
export const pictures = (blocks) =>
  Promise.all(blocks.flatMap(({ label, scales }) => scales.map((scale) => picture(label, scale))));

async function picture(label, { unit, results }) {
  const height = results.length * ROW + FOOT;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH * SIZE, height * SIZE];
  draw(canvas.getContext("2d"), results, height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  const told = results.map(({ method, result }) => `${method.name}: ${result.headline} (${result.remark})`);
  const alt = `${capital(label)}, geteld in ${unit}, op een lijn van 0 tot 100%. ${told.join("; ")}.`;
  return { kind: "picture", png: await blob.arrayBuffer(), width: WIDTH, height, alt };
}

function draw(paint, results, height) {
  const at = (share) => LEFT + (RIGHT - LEFT) * share;
  const line = (fromX, fromY, toX, toY) => {
    paint.beginPath();
    paint.moveTo(fromX, fromY);
    paint.lineTo(toX, toY);
    paint.stroke();
  };
  paint.scale(SIZE, SIZE);
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, WIDTH, height);
  paint.fillStyle = INK;
  for (const [place, { method, result }] of results.entries()) {
    const middle = place * ROW + ROW / 2;
    paint.font = "bold 13px Calibri, Arial, sans-serif";
    paint.fillText(method.name, 4, middle - 3, LEFT - 20);
    paint.font = "13px Calibri, Arial, sans-serif";
    paint.fillText(result.headline, 4, middle + 14, LEFT - 20);
    [paint.strokeStyle, paint.lineWidth] = [LINE, 1];
    line(LEFT, middle, RIGHT, middle);
    [paint.strokeStyle, paint.lineWidth] = [INK, 2];
    const { share, low, high } = result.numbers;
    line(at(low), middle, at(high), middle);
    for (const end of [low, high]) line(at(end), middle - 6, at(end), middle + 6);
    paint.beginPath();
    paint.arc(at(share), middle, 6, 0, 2 * Math.PI);
    paint.fill();
  }
  paint.textAlign = "center";
  for (const share of [0, 0.5, 1]) paint.fillText(`${share * 100}%`, at(share), height - 10);
}
