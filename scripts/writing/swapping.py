"""The moves by which a new folder takes the place of an old one, each of which can be the last before a power cut.

WORK/new    what is being made
WORK/old    what was there, from the first move to the last
WORK/plan   inside a folder that cannot be renamed: the names that go and come; there only once `new` is whole
WORK/gone   where only a part is new: the files that go; there only once `new` holds all that come
"""

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")


@dataclass(frozen=True)
class Swap:
    """Beside: two renames. Between them `to` is not there, and `old` is whole."""

    to: Path
    work: Path

    @property
    def new(self) -> Path:
        return self.work / "new"

    @property
    def old(self) -> Path:
        return self.work / "old"

    @property
    def is_begun(self) -> bool:
        """Whether `to` holds a part of both, because an earlier run was killed between its moves."""
        return False

    def complete(self) -> None:
        """Let what was made take the place of what was there."""
        if self.to.exists():
            shutil.copymode(self.to, self.new)
            self.to.rename(self.old)
        self.new.rename(self.to)

    @property
    def _draft(self) -> Path:
        """A list of names that is being written."""
        return self.work / "draft"

    @property
    def gone(self) -> Path:
        return self.work / "gone"

    def complete_in_part(self, gone: Iterable[str]) -> None:
        """Let each file that was made take the place of the one that was there, and let these go. For a few files: meanwhile
        `to` holds a part of both."""
        self._draft.write_text(json.dumps(list(gone)), encoding="utf-8")
        self._draft.replace(self.gone)
        self._carry_out_part()

    def _carry_out_part(self) -> None:
        for name in json.loads(self.gone.read_text(encoding="utf-8")):
            _remove(self.to, name)
        for above, _, names in os.walk(self.new):
            into = self.to / Path(above).relative_to(self.new)
            into.mkdir(parents=True, exist_ok=True)
            for name in names:
                Path(above, name).replace(into / name)
        self.gone.unlink()

    def recover(self) -> None:
        """Make `to` whole again after any last move, and take away what is left over."""
        if self.gone.exists() and self.to.exists():
            self._carry_out_part()
        if self.old.exists() and not self.to.exists():
            self.old.rename(self.to)
        self._clear()

    def _clear(self) -> None:
        """Take away both folders; what is half gone has another name, so that nothing takes it for whole."""
        for plan in (self.gone, self._draft):
            plan.unlink(missing_ok=True)
        waste = self.work / "waste"
        for folder in (waste, self.new, self.old):
            if folder.exists():
                shutil.rmtree(folder if folder == waste else folder.rename(waste))


class SwapInside(Swap):
    """Inside: a rename for each name at the top, by a plan that is carried out to its end whenever it is there."""

    @property
    def plan(self) -> Path:
        return self.work / "plan"

    @property
    def is_begun(self) -> bool:
        return self.plan.exists()

    def complete(self) -> None:
        names = {"go": _names(self.to, besides=self.work), "come": _names(self.new)}
        self._draft.write_text(json.dumps(names), encoding="utf-8")
        self._draft.replace(self.plan)
        self._carry_out()

    def recover(self) -> None:
        if self.plan.exists():
            self._carry_out()
        super().recover()

    def _carry_out(self) -> None:
        names = json.loads(self.plan.read_text(encoding="utf-8"))
        self.old.mkdir(exist_ok=True)
        for name in names["go"]:
            if not os.path.lexists(self.old / name):
                (self.to / name).rename(self.old / name)
        for name in names["come"]:
            if os.path.lexists(self.new / name):
                (self.new / name).rename(self.to / name)
        self.plan.unlink()


def swap_of(to: Path) -> Swap:
    """The moves for a folder, of which no part is a link; it need not be there."""
    if to.is_dir() and (_is_mount(to) or not os.access(to.parent, os.W_OK)):
        return SwapInside(to, to / ".build")
    return Swap(to, to.with_name(f".{to.name}.build"))


def _remove(folder: Path, name: str) -> None:
    """A file, and the folders above it that become empty."""
    file = folder / name
    if file.is_dir() and not file.is_symlink():
        return  # an earlier run came so far, and put a folder in its place
    with suppress(FileNotFoundError, NotADirectoryError):  # an earlier run came so far
        file.unlink()
    with suppress(OSError):  # something else is there
        for above in list(file.relative_to(folder).parents)[:-1]:
            (folder / above).rmdir()


def _is_mount(folder: Path) -> bool:
    """Also of a folder of the same disk, which os.path.ismount does not notice."""
    lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines() if MOUNTS.exists() else []
    return os.path.ismount(folder) or any(_unescaped(line.split()[4]) == str(folder) for line in lines)


def _unescaped(name: str) -> str:
    """A path of the list of mounts, in which a space is \\040."""
    for sign in " \t\n\\":
        name = name.replace(f"\\{ord(sign):03o}", sign)
    return name


def _names(folder: Path, besides: Path | None = None) -> list[str]:
    return [entry.name for entry in folder.iterdir() if entry != besides]
