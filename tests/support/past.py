"""A small library with a past: commits on given days in a repository of its own."""

import datetime
import os
import subprocess
from pathlib import Path
from typing import Any

from builders import Root

from macros.library.library import Library


class Past:
    """The repository around the root of a library."""

    def __init__(self, root: Root) -> None:
        self.root = root
        self.git("init", "--quiet", "--initial-branch=main")
        self._day = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC)

    def git(self, *arguments: str, at: str = "2024-01-01T12:00:00+00:00") -> str:
        """Run Git here, at this moment, without the settings of this machine."""
        settings = {
            "GIT_AUTHOR_DATE": at,
            "GIT_COMMITTER_DATE": at,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        command = ["git", "-c", "user.name=Voorbeeld", "-c", "user.email=voorbeeld@voorbeeld.example", *arguments]
        return subprocess.run(
            command, cwd=self.root.path, env=os.environ | settings, check=True, capture_output=True, text=True
        ).stdout.strip()

    def commit(self, **cards: Any) -> str:
        """Record everything as it is now, with these cards; the next commit is a day later. A card of None is taken
        away; an underscore in a name stands for a hyphen. Returns the id of the commit."""
        for name, values in cards.items():
            name = name.replace("_", "-")
            if values is None:
                (self.root.path / "methods" / f"{name}.yml").unlink()
            else:
                self.root.write_card(values, name)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=Iets", at=self._day.isoformat())
        self._day += datetime.timedelta(days=1)
        return self.git("rev-parse", "HEAD")

    def load(self) -> Library:
        return self.root.load()


def copy_shallow(past: Past, target: Path) -> Root:
    """A clone that holds the latest commit and the state before it."""
    past.git("clone", "--quiet", "--depth=2", past.root.path.as_uri(), str(target))
    return Root(target)
