// Writes the Word document that a browser makes of a text: node paper_to_docx.mjs TEXT.json TO.docx

import { readFileSync, writeFileSync } from "node:fs";
import { docx } from "../../docs/assets/lib/docx.js";

const [, , from, to] = process.argv;
const { picture, ...paper } = JSON.parse(readFileSync(from, "utf-8"));
if (picture) paper.blocks.push({ ...picture, png: Uint8Array.from(Buffer.from(picture.png, "base64")) });
writeFileSync(to, Buffer.from(await (await docx(paper)).arrayBuffer()));
