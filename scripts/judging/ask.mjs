/**
 * Ask the search without a browser: on standard input the files of the search and the questions, on standard output the
 * answers, one for each question. asking.py runs it.
 */
import { text } from "node:stream/consumers";

const { files, questions } = JSON.parse(await text(process.stdin));
globalThis.fetch = async (address) => {
  const content = files[/zoek\/[^?]*/.exec(String(address))[0]];
  return {
    ok: content !== undefined,
    status: content === undefined ? 404 : 200,
    json: async () => JSON.parse(content),
  };
};
const { search } = await import("../../docs/assets/search/engine.js");

const answers = [];
for (const question of questions) answers.push(await search(question));
process.stdout.write(JSON.stringify(answers));
