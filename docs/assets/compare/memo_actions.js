// A memo of methods, in the form that a reader asks for. Each answers with what to say.

import { copyLayout } from "../lib/clipboard.js";
import { download } from "../lib/download.js";
import { linkTo } from "../lib/links.js";
import { paperHtml, paperMarkdown } from "../lib/paper.js";
import { memo } from "./memo.js";
import { pictures } from "./memo_pictures.js";
import { blocks } from "./shared_scales.js";

const COPIED = "De memo is gekopieerd met opmaak. Plak die in een mail of een document.";
const DENIED = "Uw browser staat kopiëren met opmaak niet toe. Download de memo als Word-bestand.";

/** about: {index, methods, address, question?, answer?} */
const paperOf = (about) => memo({ ...about, library: document.querySelector(".brand").textContent.trim(), linkTo });

function save(content, type, { methods }, ending) {
  const name = `memo-${methods.map(({ id }) => id).join("-")}.${ending}`;
  download(content, type, name);
  return `${name} is gedownload.`;
}

export const memoActions = {
  async "memo-docx"(about) {
    const { docx, DOCX } = await import("../lazy/docx.js");
    const drawn = await pictures(blocks(about.methods, about.index.aspects));
    return save(await docx(paperOf({ ...about, pictures: drawn })), DOCX, about, "docx");
  },
  "memo-md": (about) => save(paperMarkdown(paperOf(about)), "text/markdown;charset=utf-8", about, "md"),
  async "memo-copy"(about) {
    const paper = paperOf(about);
    return (await copyLayout(paperHtml(paper), paperMarkdown(paper))) ? COPIED : DENIED;
  },
};
