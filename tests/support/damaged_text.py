"""Damage to a text, as people, editors and broken transfers do it. A Random decides everything, so its seed makes it again.

Hypothesis, which other tests use, makes values for a rule and stops at the first that breaks it. Here thousands of texts that
begin as good ones are tried by number, and all that break something are wanted.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import yaml
from builders import as_yaml

ODD_VALUES = (
    *("", "~", "null", "[]", "{}", "[[]]", "{a: {b: [c]}}", '""', "''", "true", "ja", "-", "?", ":", "|", ">-", "---", "..."),
    *("0", "-1", "1e999", "NaN", ".inf", "0x1f", "1_000", "1.000,50", "12,5", "9" * 13, "9" * 5_000, "-" + "9" * 400, "١٢", "½"),
    *("2019", "0000", "0000-00-00", "9999-12-31", "2021-02-30", "31-12-2019", "1 mei 2019", "4 jaar", "30mo", "-99mo", "99wk"),
    *("&a b", "*a", "!!python/name:x [ls]", "!x y", "@x", "`x`", "%x", "'s Ochtends", "\"Thuis\" is thuis", "a: b", "a # b"),
    *("constructor", "__proto__", "toString", "x" * 900, "woord " * 400, "een\n\n\ntwee", "{{ config }}", "{% x %}", "<b>"),
    *("https://[", "https://x.example:99999/\x7f", "mailto:a@b.example", "../../etc/passwd", "con", "a\u0301" * 50, "👨\u200d👩"),
    *('"\\0"', '"\\ud800"', '"\\x1b[31m"', '"\\u2028"', "\u202egnirts", "\u00a0", "\u200b", "\ufeff", "\u2029", "\x85", "\ufffe"),
)  # fmt: skip
"""What stands where something else belongs: empty, of another shape, out of range, odd to Unicode, or not safe."""
ODD_SIGNS = (
    "\t\r\0\x07\x1b\x7f\x85\xa0\xad\u0301\u200b\u200d\u2028\u202e\u2060\u3000\ufeff\ufffe\U0001f600“”’#:-,;[]{}&*!|>'\"%@`?=~ \n"
)

Lines = list[str]
Damage = Callable[[Lines, Random], Lines]


def damaged(seeds: Sequence[str], chance: Random) -> bytes:
    """One of these texts with one to four faults, as bytes, because a fault can be that they are no text."""
    text = chance.choice(seeds)
    is_other = chance.random() < 0.3
    if is_other:
        text = _other_tree(text, chance)
    lines = text.split("\n")
    for _ in range(0 if is_other and chance.random() < 0.5 else chance.choice((1, 1, 1, 1, 2, 2, 4))):
        lines = chance.choice(DAMAGES)(lines, chance) or [""]
    if chance.random() < 0.1:
        lines = _spliced(lines, chance.choice(seeds).split("\n"), chance)
    return _as_bytes("\n".join(lines), chance)


def _at(lines: Sequence[Any], chance: Random) -> int:
    return chance.randrange(len(lines)) if lines else 0


def _drop(lines: Lines, chance: Random) -> Lines:
    first = _at(lines, chance)
    return lines[:first] + lines[first + chance.choice((1, 1, 1, 2, 5)) :]


def _repeat(lines: Lines, chance: Random) -> Lines:
    first = _at(lines, chance)
    part = lines[first : first + chance.choice((1, 1, 2, 6))]
    return lines[:first] + part * chance.choice((2, 2, 2, 3, 60)) + lines[first + len(part) :]


def _swap(lines: Lines, chance: Random) -> Lines:
    one, other = _at(lines, chance), _at(lines, chance)
    lines = list(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def _shift(lines: Lines, chance: Random) -> Lines:
    """Other spaces before one line, or before several."""
    first = _at(lines, chance)
    last = first + chance.choice((1, 1, 3, 10))
    indent = chance.choice((" ", "  ", "   ", "\t", "\xa0", "", "", "    - "))
    moved = [indent + (line if indent.strip(" ") == "" and indent else line.lstrip()) for line in lines[first:last]]
    return lines[:first] + moved + lines[last:]


def _joined(lines: Lines, chance: Random) -> Lines:
    first = _at(lines, chance)
    return [
        *lines[:first],
        chance.choice(("", " ", ", ")).join(line.strip() for line in lines[first : first + 2]),
        *lines[first + 2 :],
    ]


def _broken_off(lines: Lines, chance: Random) -> Lines:
    first = _at(lines, chance)
    column = chance.randint(0, len(lines[first]))
    return [*lines[:first], lines[first][:column], chance.choice(("", "  ")) + lines[first][column:], *lines[first + 1 :]]


def _other_value(lines: Lines, chance: Random) -> Lines:
    """Something else behind a colon or a dash."""
    first = _at(lines, chance)
    mark = chance.choice((": ", "- "))
    head, found, rest = lines[first].partition(mark)
    value = chance.choice(ODD_VALUES)
    new = f"{head}{found or mark}{value}" if chance.random() < 0.6 else lines[first].replace(rest[:12], value, 1)
    return [*lines[:first], new, *lines[first + 1 :]]


def _signs(lines: Lines, chance: Random) -> Lines:
    """Signs added, left out and changed within one line."""
    first = _at(lines, chance)
    line = lines[first]
    for _ in range(chance.choice((1, 1, 2, 5))):
        column = chance.randint(0, len(line))
        sign = chance.choice((chance.choice(ODD_SIGNS), chr(chance.randint(1, 0x2FFFF)), ""))
        line = line[:column] + ("" if "\ud800" <= sign <= "\udfff" else sign) + line[column + chance.choice((0, 0, 1, 1, 4)) :]
    return [*lines[:first], line, *lines[first + 1 :]]


def _words(lines: Lines, chance: Random) -> Lines:
    """Words of one line left out, twice there, or in another order."""
    first = _at(lines, chance)
    words = lines[first].split(" ")
    one, other = _at(words, chance), _at(words, chance)
    words[one], words[other] = words[other], chance.choice((words[one], f"{words[one]} {words[one]}", ""))
    return [*lines[:first], " ".join(words), *lines[first + 1 :]]


def _deep(lines: Lines, chance: Random) -> Lines:
    first = _at(lines, chance)
    opened = chance.choice(("[", "{a: ", "- ", "? ", "- - - ")) * chance.choice((3, 20, 3_000))
    return [*lines[:first], opened, *lines[first:]]


def _marks(lines: Lines, chance: Random) -> Lines:
    first = _at(lines, chance)
    ours, theirs = lines[first : first + 2], lines[first + 1 : first + 3]
    return [*lines[:first], "<<<<<<< HEAD", *ours, "=======", *theirs, ">>>>>>> voorstel", *lines[first + 3 :]]


DAMAGES: tuple[Damage, ...] = (
    *(_drop, _repeat, _swap, _shift, _joined, _broken_off, _deep, _marks),
    *(_other_value, _other_value, _other_value, _signs, _signs, _words, _words),
)


def _spliced(lines: Lines, other: Lines, chance: Random) -> Lines:
    """Part of another text, as when something is pasted at the wrong place."""
    here, there = _at(lines, chance), _at(other, chance)
    return lines[:here] + other[there : there + chance.choice((1, 3, 12))] + lines[here:]


def _as_bytes(text: str, chance: Random) -> bytes:
    kind = chance.random()
    if kind < 0.02:
        return text.encode(chance.choice(("utf-16", "utf-16-le", "latin-1", "cp1252", "utf-32")), "replace")
    data = text.replace("\n", chance.choice(("\n",) * 8 + ("\r\n", "\r"))).encode("utf-8", "surrogatepass")
    if kind < 0.05:
        return data[: chance.randint(0, len(data))]
    if kind < 0.08:
        at = chance.randint(0, len(data))
        return data[:at] + bytes(chance.choices(range(256), k=chance.choice((1, 2, 9)))) + data[at + chance.choice((0, 1)) :]
    return data


def _other_tree(text: str, chance: Random) -> str:
    """The same values with one or two of another shape, or under another name."""
    try:
        tree = yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return text  # some seeds are broken already
    for _ in range(chance.choice((1, 1, 2))):
        tree = _changed(tree, chance)
    return as_yaml(tree) if isinstance(tree, dict | list) else f"{tree}\n"


def _changed(tree: Any, chance: Random) -> Any:
    """A copy of a tree in which one part of it is something else."""
    if not isinstance(tree, dict | list) or not tree or chance.random() < 0.12:
        kinds = (
            tree,
            [tree],
            {"a": tree},
            [tree, tree],
            None,
            [],
            {},
            chance.choice(ODD_VALUES),
            [None],
            {"": tree},
            True,
            12,
            1.5,
        )
        return chance.choice(kinds)
    key = chance.choice(list(tree)) if isinstance(tree, dict) else _at(tree, chance)
    how = chance.random()
    if isinstance(tree, list):
        rest = [one for number, one in enumerate(tree) if number != key]
        return (
            rest
            if how < 0.1
            else [*tree, tree[key]]
            if how < 0.2
            else [*tree[:key], _changed(tree[key], chance), *tree[key + 1 :]]
        )
    rest = {name: value for name, value in tree.items() if name != key}
    if how < 0.1:
        return rest
    if how < 0.2:
        return rest | {chance.choice((f"{key}s", str(key)[:-1], str(key).upper(), *ODD_VALUES)): tree[key]}
    return tree | {key: _changed(tree[key], chance)}
