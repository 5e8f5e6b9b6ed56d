// Prints what the form reads in files of cards: node read_cards.mjs FILE… → [[values, beside], …]

import { readFileSync } from "node:fs";
import { readCard } from "../../docs/assets/form/mend.js";

const read = (file) => readCard(readFileSync(file, "utf8"), "new_records");
const found = process.argv.slice(2).map(read);
process.stdout.write(JSON.stringify(found.map(({ values, beside }) => [values, beside])));
