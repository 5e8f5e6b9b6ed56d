// What Python says; tests/javascript/test_scripts.py writes it.
import { readFileSync } from "node:fs";

if (!process.env.EXPECTED) throw new Error("run pytest tests/javascript, which says where the answers of Python lie");

export const expected = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));
