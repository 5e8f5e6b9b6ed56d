"""From one owner to a list of owners: a method may have several, none, or one that nobody knows."""

from macros.validation.yaml_reader import Document, read_text


def carried_over(text: str) -> str:
    """The text of a card in which `owner` is the first of `owners`. Raises Refused if it is no YAML."""
    document = read_text(text, "")
    if "owners" in document.value or not isinstance(document.value.get("owner"), dict):
        return text
    lines = text.splitlines(keepends=True)
    first, end = _lines_of(document, "owner", len(lines))
    return "".join([*lines[:first], *_as_list(lines[first:end]), *lines[end:]])


def _lines_of(document: Document, field: str, count: int) -> tuple[int, int]:
    """The first line of a field of the card, and the one behind it; what stands between two fields belongs to the first."""
    starts = sorted(document.position((name,)).line - 1 for name in document.value)
    first = document.position((field,)).line - 1
    return first, next((start for start in starts if start > first), count)


def _as_list(lines: list[str]) -> list[str]:
    """A field that is a mapping as a list of one. Everything moves two to the right; comments above and below stay."""
    head, rest = lines[0], lines[1:]
    behind = head.partition(":")[2]
    end = "\r\n" if head.endswith("\r\n") else "\n"
    value = behind.strip()
    if value.endswith("}") and not any(map(str.strip, rest)):
        return [f"owners: [{value}]{end}", *rest]
    if value and not value.startswith("#"):  # in braces, over several lines
        return [f"owners:{end}", f"  - {behind.lstrip()}", *_moved(rest, "    ")]
    first = next(place for place, line in enumerate(rest) if line.strip() and not line.lstrip().startswith("#"))
    indent = rest[first][: len(rest[first]) - len(rest[first].lstrip())]
    return [f"owners:{behind}", *rest[:first], f"{indent}- {rest[first].lstrip()}", *_moved(rest[first + 1 :], "  ")]


def _moved(lines: list[str], by: str) -> list[str]:
    """Lines further to the right, without what stands at the margin: empty lines and comments between two fields."""
    return [by + line if line[:1] == " " and line.strip() else line for line in lines]
