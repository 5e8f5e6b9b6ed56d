"""A folder that tens of thousands of files are written into.

Names are plain text and a folder is made once: with path objects every file would cost three times as much.
"""

import os
from pathlib import Path

from macros.site.write_record import WriteRecord


class Folder:
    """Writes files below one folder; remembers which folders it made, so nobody else may take them away meanwhile."""

    def __init__(self, path: Path, written: WriteRecord | None = None) -> None:
        """With `written`, what an earlier build left as it is now is not written again."""
        self._path = str(path)
        self._written = written
        self._made: set[str] = set()

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file; `name` is its way from the folder, with slashes: methoden/simba-familiezorg/index.html"""
        data = content.encode() if isinstance(content, str) else content
        if self._written and self._written.is_there(name, data):
            return
        target = f"{self._path}/{name}"
        above = target.rpartition("/")[0]
        if above not in self._made:
            os.makedirs(above, exist_ok=True)  # noqa: PTH103 - see above
            self._made.add(above)
        with open(target, "wb") as file:  # noqa: PTH123 - see above
            file.write(data)
