export { DOCX, docx } from "../lib/docx.js";
