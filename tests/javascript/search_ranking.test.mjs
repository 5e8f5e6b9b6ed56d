// Ranking: how much a place, a mention, another word, an equivalent and a slip weigh.
import assert from "node:assert/strict";
import { test } from "node:test";
import { corrections, matches } from "../../docs/assets/search/lookup.js";
import { learn } from "../../docs/assets/search/meaning.js";
import { corrected, loosened, slotsOf } from "../../docs/assets/search/question.js";
import { filled, intersection } from "../../docs/assets/search/ranking.js";
import { stemmer } from "../../docs/assets/search/stem.js";

const [NAME, ALIAS, TEXT] = [0, 1, 2];

/** An index of these words: word → [document, field, how often besides][]. */
function indexOf(words, { joined = [], ignored = [], synonyms = [], ambiguous = [], apart = [] } = {}) {
  const entries = Object.entries(words).map(([word, places]) => ({
    word,
    isJoined: joined.includes(word),
    postings: Array.isArray(places) ? [] : places.file,
    places: Array.isArray(places) ? places : places.places,
  }));
  const index = {
    stem: stemmer({}),
    fields: [
      ["naam", 40],
      ["andere naam", 30],
      ["tekst", 7],
    ],
    ignored: new Set(ignored),
    isName: (field) => field < 2,
    isWholeName: (field) => field === NAME,
    isMethod: (document) => document < 50,
    bucket: async () => entries,
    stemBucket: async () => entries,
    postings: async (entry) => entry.places,
    synonyms,
    ambiguous,
    apart,
  };
  learn(index);
  return index;
}

const way = (word, more = {}) => ({ words: [word], weight: 1, strict: false, ...more });
const scores = async (index, ...ways) => {
  const found = await filled(index, { ways });
  return Object.fromEntries([...found].map(([document, place]) => [document, place.score]));
};

test("a name outweighs another name, and that outweighs text", async () => {
  const found = await scores(
    indexOf({
      gezin: [
        [0, TEXT, 0],
        [1, ALIAS, 0],
        [2, NAME, 0],
      ],
    }),
    way("gezin"),
  );
  assert.deepEqual(found, { 0: 7, 1: 30, 2: 40 });
});

test("further mentions count, all together for less than half of the first", async () => {
  const found = await scores(
    indexOf({
      gezin: [
        [0, TEXT, 0],
        [1, TEXT, 1],
        [2, TEXT, 2],
        [3, TEXT, 3],
      ],
    }),
    way("gezin"),
  );
  assert.ok(found[0] < found[1] && found[1] < found[2] && found[2] < found[3]);
  assert.ok(found[1] >= 1.05 * found[0], "one further mention is noticed");
  assert.ok(found[3] < 1.5 * found[0], "many mentions of a word do not outweigh a heavier place");
});

test("other words that match add something, at most two fifths of the best", async () => {
  const words = {
    gezin: [
      [0, TEXT, 0],
      [1, TEXT, 0],
    ],
  };
  for (let at = 0; at < 20; at++) words[`gezin${"abcdefghijklmnopqrst"[at]}plan`] = [[1, TEXT, 0]];
  const many = await scores(indexOf(words), way("gezin"));
  assert.ok(many[1] > 1.3 * many[0]);
  assert.ok(many[1] <= 1.4001 * many[0]);
  const two = await scores(
    indexOf({
      gezin: [
        [0, TEXT, 0],
        [1, TEXT, 0],
      ],
      gezinsplan: [[1, TEXT, 0]],
    }),
    way("gezin"),
  );
  assert.ok(two[1] > 1.02 * two[0] && two[1] < 1.1 * two[0]);
});

test("the same word in a second place of a document adds nothing", async () => {
  const found = await scores(indexOf({ gezin: [[0, NAME, 0]] }), way("gezin"), way("gezin", { weight: 0.5 }));
  assert.equal(found[0], 40);
});

test("the best place is kept whichever comes first", async () => {
  const index = indexOf({ gezin: [[0, TEXT, 0]], kind: [[0, NAME, 0]] });
  for (const ways of [
    ["gezin", "kind"],
    ["kind", "gezin"],
  ]) {
    const found = (await filled(index, { ways: ways.map((word) => way(word)) })).get(0);
    assert.equal(found.field, NAME);
    assert.deepEqual(found.words, ways);
    assert.ok(found.score > 40 && found.score < 41);
  }
});

test("an equivalent that finds something is told, the typed word is not", async () => {
  const index = indexOf({ gezin: [[0, NAME, 0]], familie: [[1, NAME, 0]] });
  const slot = {
    ways: [way("gezin"), way("familie", { weight: 0.8, text: "Familie" }), way("niets", { text: "Niets" })],
  };
  const found = await filled(index, slot);
  assert.deepEqual(slot.used, ["Familie"]);
  assert.deepEqual([found.get(0).score, found.get(1).score], [40, 32]);
});

test("all words of a way have to be in a document, and count for their mean", async () => {
  const index = indexOf({
    uit: [
      [0, NAME, 0],
      [1, NAME, 0],
    ],
    huis: [
      [1, TEXT, 0],
      [2, NAME, 0],
    ],
  });
  const found = await filled(index, { ways: [{ words: ["uit", "huis"], weight: 1, strict: false }] });
  assert.deepEqual([...found.keys()], [1]);
  assert.equal(found.get(1).score, 23.5);
  assert.equal(found.get(1).field, NAME);
  assert.deepEqual(new Set(found.get(1).words), new Set(["uit", "huis"]));
});

test("an intersection begins with the smallest and adds up", () => {
  const place = (score, field, ...words) => ({ score, field, words });
  const large = new Map([
    [1, place(1, 2, "a")],
    [2, place(5, 0, "a")],
    [3, place(1, 2, "a")],
  ]);
  const small = new Map([
    [2, place(3, 1, "b")],
    [4, place(1, 1, "b")],
  ]);
  assert.deepEqual([...intersection([large, small])], [[2, { score: 8, field: 0, words: ["b", "a"] }]]);
  assert.deepEqual(
    [...intersection([small])],
    [
      [2, { score: 3, field: 1, words: ["b"] }],
      [4, { score: 1, field: 1, words: ["b"] }],
    ],
  );
});

test("of words in files of common words, those of eight files are asked for, the best first", async () => {
  const words = {};
  for (let at = 0; at < 10; at++)
    words[`gezin${"abcdefghij"[at].repeat(at + 1)}`] = { file: at * 1000, places: [[at, NAME, 0]] };
  words.gezin = { file: 500, places: [[99, NAME, 0]] };
  const found = await scores(indexOf(words), way("gezin"));
  assert.deepEqual(Object.keys(found).map(Number), [0, 1, 2, 3, 4, 5, 6, 7, 99]);
});

// matches of one word

const quality = async (words, word, options, more) => {
  const found = await matches(
    indexOf(Object.fromEntries(words.map((one) => [one, [[0, NAME, 0]]])), more),
    word,
    options,
  );
  return Object.fromEntries(found.map((one) => [one.word, Math.round(one.quality * 1000) / 1000]));
};

test("the word itself counts most, then its other endings, then what begins with it, then what holds it", async () => {
  const found = await quality(["gezin", "gezinnen", "gezinsplan", "pleeggezin", "pgezin", "kind"], "gezin");
  assert.deepEqual(found, { gezin: 1, gezinnen: 0.9, gezinsplan: 0.325, pleeggezin: 0.225 });
});

test("strict: the word and its other endings only", async () => {
  assert.deepEqual(await quality(["gezin", "gezinnen", "gezinsplan"], "gezin", { strict: true }), {
    gezin: 1,
    gezinnen: 0.9,
  });
});

test("what is typed in the plural is found inside a compound too", async () => {
  const found = await quality(["gezinsplan", "pleeggezin"], "gezinnen");
  assert.deepEqual(found, { gezinsplan: 0.293, pleeggezin: 0.202 });
});

test("begins count from three letters and insides from four", async () => {
  assert.deepEqual(await quality(["zinvol", "gezin"], "zi"), {});
  assert.deepEqual(await quality(["zinvol", "bezinning"], "zin"), { zinvol: 0.325 });
  assert.deepEqual(await quality(["plaatsing", "uithuisplaatsing"], "plaa"), {
    plaatsing: 0.306,
    uithuisplaatsing: 0.138,
  });
});

test("what stands before a word inside a compound has three letters", async () => {
  assert.deepEqual(await quality(["xyplan", "xyzplan"], "plan"), { xyzplan: 0.25 });
});

test("an abbreviation is no form of another word", async () => {
  const more = { synonyms: [["KOPP", [], []]] };
  assert.deepEqual(await quality(["kopp", "kop"], "kopp", { strict: true }, more), { kopp: 1 });
  assert.deepEqual(await quality(["koppen", "kop"], "koppen", { strict: true }, more), { koppen: 1, kop: 0.9 });
});

test("a short begin counts in names only", async () => {
  const index = indexOf({
    zinvol: [
      [0, NAME, 0],
      [1, TEXT, 0],
      [2, ALIAS, 0],
    ],
  });
  assert.deepEqual(Object.keys(await scores(index, way("zin"))), ["0", "2"]);
  assert.deepEqual(Object.keys(await scores(index, way("zinv"))), ["0", "1", "2"]);
});

test("a name written as one word is found by its begin, and not when the word itself is known", async () => {
  assert.deepEqual(await quality(["stevigouderschap"], "stevig", {}, { joined: ["stevigouderschap"] }), {
    stevigouderschap: 0.281,
  });
  assert.deepEqual(await quality(["stevig", "stevigouderschap"], "stevig", {}, { joined: ["stevigouderschap"] }), {
    stevig: 1,
  });
  assert.deepEqual(await quality(["stevigouderschap"], "ouderschap", {}, { joined: ["stevigouderschap"] }), {});
});

test("words to keep apart do not find each other", async () => {
  const more = { apart: [["gezin", "gezinsplan"]] };
  assert.deepEqual(await quality(["gezin", "gezinsplan", "gezinshuis"], "gezin", {}, more), {
    gezin: 1,
    gezinshuis: 0.325,
  });
  assert.deepEqual(await quality(["gezin", "gezinsplan"], "gezinsplan", {}, more), { gezinsplan: 1 });
});

// slips

const meant = (words, word, others, more) =>
  corrections(indexOf(Object.fromEntries(words.map((one) => [one, []])), more), word, others);

test("the nearest words within the slips that a word may hold", async () => {
  assert.deepEqual(await meant(["gezin", "gezag", "kinderen"], "gezni"), ["gezin"]);
  assert.deepEqual(await meant(["gezin"], "gzn"), []);
  assert.deepEqual(await meant(["opvoeding", "opvoeden"], "opvoedign"), ["opvoeding"]);
  assert.deepEqual(await meant(["opvoeding"], "obvoedign"), ["opvoeding"]);
  assert.deepEqual(await meant(["opvoeding"], "obvoedgni"), []);
  assert.deepEqual(await meant(["gezan", "gezon"], "gezin"), ["gezan", "gezon"]);
  assert.deepEqual(await meant(["bezin", "gezin"], "rezin"), [], "the first letter is right");
  assert.deepEqual(await meant([], "familei", ["familie"]), ["familie"]);
  assert.deepEqual(await meant(["huis"], "huiss"), [], "of a word with four letters nothing is corrected to");
  assert.deepEqual(await meant(["gezin"], "gezin"), []);
  assert.deepEqual(await meant(["gezin", "gezan"], "gezen", [], { apart: [["gezen", "gezan"]] }), ["gezin"]);
});

// what was typed

const SYNONYMS = [
  ["uit huis geplaatst", ["uithuisplaatsing", "UHP"], ["pleegzorg"]],
  ["gezin", ["familie", "huishouden"], []],
];
const learned = (words = {}) =>
  indexOf(words, { synonyms: SYNONYMS, ambiguous: [["vo", ["onderwijs", "ouders"]]], ignored: ["de", "is"] });
const ways = (slot) => slot.ways.map((one) => [one.words.join(" "), one.weight, one.strict]);

test("one word: itself, and its equivalents for four fifths", async () => {
  const [slot] = await slotsOf(learned(), "Gezin");
  assert.equal(slot.typed, "gezin");
  assert.equal(slot.length, 1);
  assert.deepEqual(ways(slot), [
    ["gezin", 1, false],
    ["familie", 0.8, true],
    ["huishouden", 0.8, true],
  ]);
  const [equivalent] = await slotsOf(learned(), "families");
  assert.deepEqual(ways(equivalent), [
    ["families", 1, false],
    ["gezin", 0.8, true],
    ["familie", 0.8, true],
    ["huishouden", 0.8, true],
  ]);
});

test("an expression is one slot, and its equivalents may stand inside words from six letters", async () => {
  const [first, second, ...rest] = await slotsOf(learned(), "gezin uit huis geplaatst");
  assert.deepEqual([first.typed, second.typed, second.length, rest.length], ["gezin", "uit huis geplaatst", 3, 0]);
  assert.deepEqual(ways(second), [
    ["uithuisgeplaatst", 1, false],
    ["uithuisplaatsing", 0.8, true],
    ["uhp", 0.8, true],
  ]);
  const [abbreviation] = await slotsOf(learned(), "UHP");
  assert.deepEqual(ways(abbreviation), [
    ["uhp", 1, true],
    ["uithuisgeplaatst", 0.8, false],
    ["uithuisplaatsing", 0.8, true],
  ]);
});

test("two words that are one word elsewhere are that word, or both", async () => {
  const [slot, ...rest] = await slotsOf(learned({ steunouder: [[0, NAME, 0]] }), "steun ouder");
  assert.equal(rest.length, 0);
  assert.deepEqual(ways(slot), [
    ["steunouder", 1, false],
    ["steun ouder", 0.9, false],
  ]);
  const [loose, ...others] = await slotsOf(learned({ dekring: [[0, TEXT, 0]] }), "de kring");
  assert.deepEqual([loose.typed, others.length], ["kring", 0], "a word that says nothing is no part of another");
  assert.equal((await slotsOf(learned({ abc: [[0, TEXT, 0]] }), "a bc")).length, 2, "three letters are no word of two");
});

test("the longest run of words that a method is called is one thing", async () => {
  const index = learned({
    hulp: [[0, TEXT, 0]],
    hulpaanhuis: [[1, NAME, 0]],
    hulpaanhuisplus: [[2, NAME, 0]],
    kost: [],
  });
  const typed = async (query) => (await slotsOf(index, query)).map((slot) => slot.typed);
  assert.deepEqual(await typed("kost hulp aan huis plus"), ["kost", "hulp aan huis plus"]);
  assert.deepEqual(await typed("hulp aan huis kost"), ["hulp aan huis", "kost"]);
  assert.deepEqual(await typed("hulp aan"), ["hulp", "aan"]);
  const [name] = await slotsOf(index, "hulp aan huis");
  assert.deepEqual(ways(name), [
    ["hulpaanhuis", 1, false],
    ["hulp aan huis", 0.9, false],
  ]);
  const organisation = learned({ hulpaanhuis: [[60, NAME, 0]] });
  assert.equal((await slotsOf(organisation, "hulp aan huis")).length, 3, "only methods");
  const withoutName = learned({ dekring: [[0, NAME, 0]], kring: [[0, TEXT, 0]] });
  assert.equal(
    (await slotsOf(withoutName, "de kring"))[0].typed,
    "de kring",
    "a question may begin with what says nothing",
  );
});

test("a method that is called what was typed is named, not by an equivalent", async () => {
  const index = indexOf({
    gezin: [
      [0, NAME, 0],
      [1, TEXT, 0],
      [60, NAME, 0],
    ],
    gezinnen: [[2, NAME, 0]],
    familie: [[3, NAME, 0]],
  });
  const found = await filled(index, { ways: [way("gezin"), way("familie", { text: "familie" })] });
  assert.deepEqual(
    [...found].filter(([, place]) => place.isNamed).map(([document]) => document),
    [0],
  );
});

test("words that say nothing are skipped unless there are no others", async () => {
  assert.deepEqual(
    (await slotsOf(learned(), "de kring is rond")).map(({ typed }) => typed),
    ["kring", "rond"],
  );
  assert.deepEqual(
    (await slotsOf(learned(), "de is")).map(({ typed }) => typed),
    ["de", "is"],
  );
  assert.deepEqual(await slotsOf(learned(), "  "), []);
});

test("twelve words are read and no more", async () => {
  const letters = [..."abcdefghijklmnop"].map((letter) => letter.repeat(5)).join(" ");
  assert.equal((await slotsOf(learned(), letters)).length, 12);
});

test("an abbreviation with several meanings has no equivalents, and is none", async () => {
  const [slot] = await slotsOf(learned(), "VO");
  assert.deepEqual(ways(slot), [["vo", 1, true]]);
});

test("a slip is corrected for three fifths, with the equivalents of what was meant", async () => {
  const index = learned({ gezin: [[0, NAME, 0]] });
  const [slot] = await slotsOf(index, "gezni");
  const other = await corrected(index, slot);
  assert.deepEqual(other.meant, ["gezin"]);
  assert.deepEqual(
    other.ways.map((one) => [one.words[0], Math.round(one.weight * 100) / 100, one.strict]),
    [
      ["gezin", 0.6, true],
      ["gezin", 0.48, true],
      ["familie", 0.48, true],
      ["huishouden", 0.48, true],
    ].filter(([word], at) => at === 0 || word !== "x"),
  );
  assert.equal(await corrected(index, { typed: "uit huis", length: 2 }), null);
  assert.equal(await corrected(index, { typed: "qqqqq", length: 1 }), null);
});

test("an expression can be taken as loose words", async () => {
  const index = learned();
  const slots = await slotsOf(index, "gezin uit huis geplaatst");
  assert.deepEqual(
    loosened(index, slots).map(({ typed }) => typed),
    ["gezin", "uit", "huis", "geplaatst"],
  );
  assert.deepEqual(
    loosened(index, [{ typed: "de is", length: 2 }]).map(({ typed }) => typed),
    ["de", "is"],
  );
  assert.deepEqual(
    loosened(index, [{ typed: "de kring", length: 2 }]).map(({ typed }) => typed),
    ["kring"],
  );
});
