"""Write the hash-pinned files of requirements/ from pyproject.toml, and the bill of materials from those: `make lock`.

One file a purpose; each holds for Python 3.11 to 3.13 on every platform, and names no registry.
"""

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path

from scripts.bill import FILE, bill

ROOT = Path(__file__).parent.parent
OPTIONS = ["--universal", "--generate-hashes", "--python-version", "3.11", "--no-header", "--no-annotate", "--quiet"]


def constraints(*names: str) -> list[str]:
    """The same versions as in these files."""
    return [part for name in names for part in ("--constraint", f"requirements/{name}.txt")]


FILES = {
    "site": ["pyproject.toml"],
    "serve": ["--group", "serve", "--constraint", "requirements/site.txt"],
    "test": ["pyproject.toml", "--group", "test", "--group", "serve", *constraints("site", "serve")],
    "hugo": ["--group", "hugo"],
    "mutants": ["--group", "mutants", "--constraint", "requirements/test.txt"],
    "node": ["--group", "node"],
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.lock")
    parser.add_argument("--uv", action="store_true", help="print which uv is wanted, and stop")
    if parser.parse_args().uv:
        print(*tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]["lock"])
        return 0
    for name, inputs in FILES.items():
        subprocess.run(
            [sys.executable, "-m", "uv", "pip", "compile", *inputs, *OPTIONS, "--output-file", f"requirements/{name}.txt"],
            cwd=ROOT,
            check=True,
        )
    (ROOT / FILE).write_text(bill(ROOT), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
