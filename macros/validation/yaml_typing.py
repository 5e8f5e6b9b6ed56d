"""What people type that YAML takes for something else, found in the lines themselves: a place, a code, and the details.

The YAML library tells where it lost the thread, which is often far from where the mistake is; so these patterns are looked
for in the lines around that place, the surest first.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from macros.model.base import ID_PATTERN
from macros.model.hidden_signs import ODD_SIGNS, SPACES, name_of_sign
from macros.validation.dutch_values import as_the_file_has_it
from macros.validation.problems import FilePosition, Problem


class Typed(NamedTuple):
    """A mistake of typing."""

    position: FilePosition
    code: str
    details: dict[str, Any]

    def problem(self, path: str) -> Problem:
        """The problem of a file that messages name by `path`."""
        return Problem(path, self.position, (), self.code, self.details)


_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$", re.MULTILINE)
_FENCE = re.compile(r"\A(?:\s|#.*\n)*(```\w*)\s*$", re.MULTILINE)
_LINE_END = re.compile("[\x85\u2028\u2029]")
_HARD = f"[{ODD_SIGNS}]"
_AROUND = re.compile(f"^[{ODD_SIGNS}]+|[{ODD_SIGNS}]+$")
_SPACES_AROUND = re.compile(f"^[ {SPACES}]+|[ {SPACES}]+$")


UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff\u200e\u200f\u061c"))
"""Signs that nobody sees and that say nothing, as str.translate wants them: they are left out wherever they stand."""
_JOINED = re.compile(r"([a-z_]+):(\S.*)")
_PLACE = "locator"
"""The field in which 4,5 are two pages."""


def without_unseen(value: str, *, is_plain: bool) -> str:
    """A value without signs that nobody sees, and without quotes also without hard spaces around it."""
    found = value.translate(UNSEEN)
    return _SPACES_AROUND.sub("", found) if is_plain else found


def name_without_unseen(name: str, *, is_plain: bool) -> str:
    """The name of a field, without them and without hard spaces around it."""
    found = name.translate(UNSEEN)
    return _AROUND.sub("", found) if is_plain else found


def comma_mistake(before: str, value: Any, name: str, comma: str) -> tuple[str, dict[str, Any]]:
    """Code and details for a name without a colon in braces; `before` is the field before it, with its value, and `comma` what
    stands between them."""
    if joined := _JOINED.fullmatch(name):
        return "no_space_after_colon", {"value": joined[1], "rest": joined[2], "whole": name}
    if not isinstance(value, str):
        return "no_value_in_braces", {"value": name, "whole": name}
    whole = f"{value}{comma}{name}"
    right = as_the_file_has_it("decimal_parsing", whole) or as_the_file_has_it("bad_amount", whole)
    if right and comma == "," and before != _PLACE:
        return "decimal_comma", {"field": before, "whole": whole, "right": right}
    return "comma_in_text", {"field": before, "value": name, "whole": whole}


def find_anywhere(text: str) -> Typed | None:
    """What is wrong whatever else the file says; None if there is no such thing."""
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (found := _CONFLICT.search(text)):
        return _typed(text, found.start(), "conflict_marks")
    if "```" in text and (found := _FENCE.search(text)):
        return _typed(text, found.start(1), "markdown_fence", value=found[1])
    if not text.isascii() and (found := _LINE_END.search(text)):
        return _typed(text, found.start(), "hidden_line_end", value=f"U+{ord(found.group()):04X}")
    return None


_MAYBE_CUT = re.compile(r"^[^#\n]*\S[ \t]+#", re.MULTILINE)
_BARE = re.compile(rf"{ID_PATTERN.pattern}|-?[\d.,/%-]+|https?://\S+|~")
"""An id, a word of the format, a number, a date, an address: what is behind it with a space is a remark."""
_REST = re.compile(r"[ \t]+(#(.*))")


def may_cut(text: str) -> bool:
    """Whether there is a # behind something, so that find_cut is worth its time."""
    return bool(_MAYBE_CUT.search(text))


def find_cut(text: str, events: Iterable[Any]) -> Iterator[Typed]:
    """Texts without quotes that end at a #, and ids and numbers where the # is at once followed by a word. `events` are those of
    the parser for the text."""
    for event in events:
        if getattr(event, "value", None) is None or event.style:
            continue  # no scalar, or in quotes
        found = _REST.match(text, event.end_mark.index)
        if found and not (_BARE.fullmatch(event.value) and found[2].startswith((" ", "#"))):
            yield _typed(text, found.start(1), "hash_in_text", value=found[1])


def find_around(text: str, places: list[int]) -> Typed | None:
    """The likeliest mistake in lines of a text that is no YAML; `places` are their numbers from 0, the likeliest first."""
    lines = text.splitlines()
    for number in dict.fromkeys(place for place in places if 0 <= place < len(lines)):
        for look in _LOOKS:
            if found := next(iter(look(lines[number], _before(lines, number))), None):
                column, code, details = found
                return Typed(FilePosition(number + 1, column + 1), code, details)
    return _unclosed(lines, max(places))


def _typed(text: str, start: int, code: str, **details: Any) -> Typed:
    return Typed(FilePosition(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)), code, details)


def _before(lines: list[str], number: int) -> str:
    """The nearest line above that holds something."""
    return next((line for line in reversed(lines[:number]) if line.strip() and not line.lstrip().startswith("#")), "")


Found = Iterator[tuple[int, str, dict[str, Any]]]
_START = r"(?:^\s*(?:- +)*(?:[\w-]+: +)?|[\[{,] *(?:[\w-]+: +)?)"
"""What stands before a value."""
_APOSTROPHE = re.compile(_START + r"('(?:s|t|n|k|m|r|ns|er|em|tis|twas|\d\ds?)\b(?!'))", re.IGNORECASE)
_CLOSED_EARLY = re.compile(_START + r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*([^\s,}\]#:].*)")
_SPECIAL = re.compile(
    r"^\s*(?:- +)*(?:[\w-]+: +)?"
    r"([*&!%@`]|\?(?= )|(?<=: )-(?= )|[|>](?=[+-]?\d? +[^\s#]|[^\s#+-])"
    r"|\[[^\[\]]*\](?=\s*[^\s,#\]}])|\{[^{}]*\}(?=\s*[^\s,#\]}]))"
)
_INSTEAD = {
    "`": "schrijf “ en ” in plaats van `",
    ">": "schrijf het in woorden, bijvoorbeeld: meer dan",
    "|": "laat de tekst met een woord beginnen",
}
"""Signs that cannot begin a text within quotes either, because Markdown gives them a meaning."""
_NO_SPACE = re.compile(r"^\s*(?:- +)?\{? *([a-z_]+):(?=[^\s/:])([^,}]*)")
_EQUALS = re.compile(r"^\s*(?:- +)?([a-z_]+)\s*=\s*(.*)")
_DASH = re.compile(r"^\s*(-)(?=[^\s\-\d])")
_TAB = re.compile(r"^ *(\t)")
_HARD_SPACE = re.compile(rf"^\s*?({_HARD})|:\s*?({_HARD})|^\s*-({_HARD})")
_HASH = re.compile(r"[\[{].*?\S[ \t]+(#)((?:(?!, *[a-z_]+:)[^\]}])*)")
_HASH_IN_TEXT = re.compile(r"^ +[^\s#\"'\[{|>-][^#:]*\s(#.*)|^\s*(?:- +)?[\w-]+: +[^\"'\[{|>#][^#]* [^#]*?\s(#.*)")
_SEMICOLON = re.compile(r"[{,] *[a-z_]+: [^,{}\[\]\"']*(;) *[a-z_]+:")
_TWO_COMMAS = re.compile(r"[\[{][^\"'#]*?,(?= *(,))")
_TWO_COLONS = re.compile(r"[{,] *([a-z_]+): +([^\"'\[{,}][^,{}\[\]\"']*?): ")
_FIELD = re.compile(r"^(\s*)(?:- +)?[\w-]+:(?: |$)")
_COLON_IN_TEXT = re.compile(r"^\s*(?:- +)?([\w-]+): +([^\"'\[{|>].*?): ")
_WORD_FIELDS = frozenset(
    """before highest lowest unit of percent count text step sources source kind from to note name id per months since
    theme organisation role method study measure direction region problem setting about""".split()  # noqa: SIM905
)
"""Fields that often follow another in braces; a word before a colon that is none of these was meant as text."""


def _hard_space(line: str, _: str) -> Found:
    if found := _HARD_SPACE.search(line):
        sign = next(filter(None, found.groups()))
        yield line.index(sign), "hard_space", {"value": name_of_sign(sign)}


def _tab(line: str, _: str) -> Found:
    if found := _TAB.match(line):
        yield found.start(1), "yaml_tab", {}


def _apostrophe(line: str, _: str) -> Found:
    if found := _APOSTROPHE.search(line):
        yield found.start(1), "apostrophe_first", {"value": found[1]}


def _closed_early(line: str, _: str) -> Found:
    if found := _CLOSED_EARLY.search(line):
        code = "double_quote_inside" if found[1][0] == '"' else "single_quote_inside"
        yield found.start(1), code, {"value": found[1]}


def _special(line: str, _: str) -> Found:
    if found := _SPECIAL.match(line):
        sign = found[1][0]
        code, more = ("markup_start", {"instead": _INSTEAD[sign]}) if sign in _INSTEAD else ("yaml_start", {})
        yield found.start(1), code, {"value": sign, **more}


def _equals(line: str, _: str) -> Found:
    if found := _EQUALS.match(line):
        yield found.start(1), "equals_for_colon", {"value": found[1], "rest": found[2]}


def _no_space(line: str, _: str) -> Found:
    if found := _NO_SPACE.match(line):
        yield found.end(1), "no_space_after_colon", {"value": found[1], "rest": found[2].strip()}


def _dash(line: str, _: str) -> Found:
    if found := _DASH.match(line):
        yield found.start(1), "no_space_after_dash", {}


def _hash(line: str, _: str) -> Found:
    if found := _HASH.search(line):
        yield found.start(1), "hash_in_text", {"value": (found[1] + found[2]).rstrip()}


def _hash_in_text(line: str, _: str) -> Found:
    """In a text of several lines, which ends there, so that the next line belongs to nothing."""
    if found := _HASH_IN_TEXT.search(line):
        number = 1 if found[1] else 2
        yield found.start(number), "hash_in_text", {"value": found[number]}


def _semicolon(line: str, _: str) -> Found:
    if found := _SEMICOLON.search(line):
        yield found.start(1), "semicolon", {}


def _two_commas(line: str, _: str) -> Found:
    if found := _TWO_COMMAS.search(line):
        yield found.start(1), "comma_too_many", {}


def _two_colons(line: str, _: str) -> Found:
    """In braces: a comma that is missing, or a colon within a text."""
    if found := _TWO_COLONS.search(line):
        head, _, last = found[2].rpartition(" ")
        if head and last in _WORD_FIELDS:
            yield found.start(2) + len(head), "comma_missing", {"value": last}
        else:
            yield found.end(2), "yaml_colon", {}


def _balance(line: str, _: str) -> Found:
    bare = re.sub(r"\"[^\"]*\"", lambda found: " " * len(found[0]), line)
    depth = 0
    for column, sign in enumerate(bare):
        depth += (sign in "[{") - (sign in "]}")
        if depth < 0:
            yield column, "bracket_too_many", {"value": sign}
            return
    if depth > 0 and not re.search(r"[,\[{]\s*$", bare):
        yield len(line.rstrip()), "bracket_missing", {"value": "ontbreekt een haak" if depth == 1 else f"ontbreken {depth} haken"}


def _indented(line: str, before: str) -> Found:
    """A field that is further in than the one above, which has its value already."""
    here, above = _FIELD.match(line), _FIELD.match(before)
    if not here or not above or before.rstrip()[-1] in ":>|" or _COLON_IN_TEXT.match(line):
        return
    if len(here[1]) > len(above[1]) + 2 * before.lstrip().startswith("- "):
        yield len(here[1]), "indent_too_far", {}


def _colon_in_text(line: str, _: str) -> Found:
    if found := _COLON_IN_TEXT.match(line):
        yield found.end(2), "yaml_colon", {}


def _goes_on(line: str, before: str) -> Found:
    """A text that goes on at the margin of the next line."""
    is_text = re.match(r"[\w(“‘\"'*]", line) and not _FIELD.match(line)
    if is_text and re.match(r"\s*(?:- +)?[\w-]+: +\S", before):
        yield 0, "text_not_indented", {"value": line.split(" ")[0]}


_LOOKS: tuple[Callable[[str, str], Found], ...] = (
    *(_hard_space, _tab, _apostrophe, _closed_early, _special, _equals, _hash, _hash_in_text, _semicolon),
    *(_two_commas, _two_colons, _balance, _dash, _no_space, _colon_in_text, _goes_on, _indented),
)
_OPENED = re.compile(_START + r"([\"'])")


def _unclosed(lines: list[str], last: int) -> Typed | None:
    """A quote that opens on a line and does not close before the next field."""
    for number, line in enumerate(lines[: last + 1]):
        found = _OPENED.search(line)
        if not found or found[1] in line[found.end() :]:
            continue
        following = next((one for one in lines[number + 1 :] if one.strip()), "x:")
        if _FIELD.match(following):
            return Typed(FilePosition(number + 1, found.start(1) + 1), "yaml_quote", {})
    return None
