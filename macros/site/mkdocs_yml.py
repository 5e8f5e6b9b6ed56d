"""mkdocs.yml: what must be known of it without MkDocs, and what of it another generator can read.

Another generator gets its text, top-level part by part, so that comments and variables of the environment stay in it.
"""

import re
from collections.abc import Iterator
from typing import Any

OURS = ("hooks", "plugins", "strict")
"""Parts that call code of this project, or only its own build needs."""


def nav_files(nav: list[Any]) -> Iterator[str]:
    """The files that the menu names, in its order."""
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(value, list):
                yield from nav_files(value)
            else:
                yield value


def without_ours(text: str) -> str:
    """The same settings for another generator: without the parts that call code of this project."""
    kept = {name: part.rstrip() for name, part in _parts(text).items() if name not in OURS}
    kept["theme"] += "\n  variant: classic # of the two looks of Zensical the one that our styles build on"
    kept["extra"] += "\n  # where the first link on a page of Zensical leads\n  content_id: __skip"
    kept["plugins"] = "plugins: [] # every page and file is already made"
    return "\n\n".join(kept.values()) + "\n"


def _parts(text: str) -> dict[str, str]:
    """Name of a top-level part → its lines. Comments above the first part are left out."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return {part.split(":", 1)[0]: part for part in parts[1:]}
