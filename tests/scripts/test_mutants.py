"""The list of small faults that no test needs to notice: each says why, and names a line that is there."""

import re

import pytest
from paths import ROOT

from scripts.mutation import accepted
from scripts.mutation.accepted import Accepted, read_accepted
from scripts.mutation.javascript import lines_of
from scripts.mutation.workspace import workspace


def test_every_accepted_fault_is_one_of_a_line_that_is_there() -> None:
    entries = read_accepted().entries
    assert entries
    for file, change in entries:
        lines = [line.strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
        before = change.removeprefix("regex: ").split(" → ")[0]
        pattern = before if change.startswith("regex: ") else re.escape(before)
        assert any(re.match(pattern, line) for line in lines), f"{file}: {change}"


def test_an_accepted_fault_is_that_change_and_no_other() -> None:
    plain = re.compile(re.escape("if a < b: → if a <= b:"))
    found = Accepted({("x.py", "if a < b: → if a <= b:"): plain, ("x.py", "regex: A = .*"): re.compile("A = .* → A = .*")})
    assert ("x.py", "if a < b:", "if a <= b:") in found
    assert ("x.py", "if a < b:", "if a > b:") not in found
    assert ("y.py", "if a < b:", "if a <= b:") not in found
    assert found.unused("x") == ["x.py: regex: A = .*"]
    assert ("x.py", "A = 1", "A = 2") in found
    assert found.unused("x") == found.unused("y") == []


def test_an_accepted_fault_without_a_reason_is_refused(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "accepted.toml"
    file.write_text('["x.py"]\n"a → b" = "omdat"\n', encoding="utf-8")
    monkeypatch.setattr(accepted, "FILE", file)
    with pytest.raises(SystemExit, match="neither equal nor wanted"):
        read_accepted()


def test_a_sample_of_javascript_is_of_lines_that_say_something_always_the_same() -> None:
    lines = lines_of(ROOT)
    assert lines == lines_of(ROOT) and len(set(lines)) == len(lines) > 500
    files = [file for file, _ in lines[:100]]
    assert len(set(files)) > 8 and max(map(files.count, files)) < 50, "not one file after the other"
    texts = {file: (ROOT / file).read_text(encoding="utf-8").splitlines() for file in set(files)}
    said = [texts[file][number - 1].strip() for file, number in lines[:100]]
    assert not [line for line in said if line.startswith(("//", "*", "import ")) or line in ("", "}", "});")]


@pytest.mark.heavy
def test_in_a_copy_of_the_project_a_site_can_be_built() -> None:
    """Rooms whose tests build one failed there without any fault, because only the files of Git were copied."""
    with workspace() as folder:
        assert (folder / "macros" / "kept.py").is_file()
        assert list((folder / "node_modules" / "@esbuild").glob("*/bin/esbuild"))
        assert (folder / "docs" / "assets" / "packages" / "yaml.js").is_file()
        assert not [path for path in (folder / "docs").rglob("*") if path.is_symlink()]  # which Stryker cannot copy
