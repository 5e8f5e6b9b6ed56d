/** The files of the search, each fetched once and when it is needed. macros/search/shards.py writes them. */

import { fetchJson, fetchJsonOnce } from "../lib/fetch.js";
import { linkTo } from "../lib/links.js";
import { stemmer } from "./stem.js";

const LISTS_IN_A_FILE = 1000;
const STEPS = 4;
let opened = null;

/** The index, opened at the first question; after a failure the next question tries again. */
export function openIndex() {
  opened ??= fetchJson(linkTo("zoek/begin.json"), { cache: "no-cache" }).then(
    (begin) => new Index(begin),
    (error) => {
      opened = null;
      throw error;
    },
  );
  return opened;
}

class Index {
  constructor(begin) {
    Object.assign(this, begin);
    this.stem = stemmer(begin.irregular);
    this.ignored = new Set(begin.ignored);
  }

  /** The first four fields are names. */
  isName(field) {
    return field < 4;
  }

  /** The first two are names written as one word: what has the word there is called exactly so. */
  isWholeName(field) {
    return field < 2;
  }

  isMethod(number) {
    return number < this.methods.length;
  }

  /** A file below zoek/, by its address. */
  file(address) {
    return fetchJsonOnce(linkTo(`zoek/${address}?v=${this.version}`));
  }

  /** The words in the smallest file that one of these keys leads to. */
  async bucket(keys) {
    const numbers = keys.map((key) => numberOf(key, this.buckets.length));
    const smallest = numbers.reduce((one, other) => (this.buckets[other] < this.buckets[one] ? other : one));
    return this.words(`w/${smallest}.json`);
  }

  /** The words in the file of a stem. */
  stemBucket(stem) {
    return this.words(this.stemFiles ? `s/${numberOf(stem, this.stemFiles)}.json` : "w/0.json");
  }

  async words(address) {
    const file = await this.file(address);
    file.list ??= decoded(file.words).map((line, at) => ({ ...line, postings: file.postings[at] }));
    return file.list;
  }

  /** Where a word stands: [document, field, how often besides][] */
  async postings(entry) {
    const { postings } = entry;
    if (entry.places) return entry.places;
    const isRare = Array.isArray(postings);
    const lists = isRare ? null : await this.file(`p/${Math.floor(postings / LISTS_IN_A_FILE)}.json`);
    entry.places = places(isRare ? postings : lists[postings % LISTS_IN_A_FILE]);
    return entry.places;
  }

  /** The texts of a method. */
  texts(id) {
    return this.file(`t/${id}.json`);
  }

  /** Name, address and note of a document that is not a method. */
  async named(number) {
    const place = number - this.methods.length;
    const names = await this.file(`n/${Math.floor(place / this.namesInFile)}.json`);
    return names[place % this.namesInFile];
  }
}

function places(numbers) {
  const found = [];
  for (let at = 0, document = 0; at < numbers.length; at += 2) {
    document += numbers[at];
    found.push([document, Math.floor(numbers[at + 1] / STEPS), numbers[at + 1] % STEPS]);
  }
  return found;
}

/** The words of a file; isJoined: several words written as one. */
function decoded(text) {
  const words = [];
  let before = "";
  for (const line of text ? text.split("\n") : []) {
    const isJoined = line.endsWith("+");
    before = before.slice(0, line.charCodeAt(0) - 97) + line.slice(1, isJoined ? -1 : undefined);
    words.push({ word: before, isJoined });
  }
  return words;
}

/** Every three letters of a word, with signs for its begin and its end. */
export function parts(text) {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, start) => text.slice(start, start + 3));
}

function numberOf(key, count) {
  let number = 0;
  for (const letter of key) number = (number * 31 + letter.charCodeAt(0)) % 1000003;
  return number % count;
}
