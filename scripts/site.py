"""Build the site, or show it while you work on it: `python -m scripts.site [--serve]`.

The site is built beside the old one and takes its place only when it is whole, so a mistake in a card, a full disk or a
process that dies never costs what was already published. What an earlier build left and is still right is not made again.
"""

import argparse
import logging
import sys
from pathlib import Path

from macros.parallel import WorkerFailed
from macros.validation.system_reasons import system_report
from scripts import run
from scripts.collecting import without_collecting
from scripts.writing.editor_schemas import renew_schemas_if_possible
from scripts.writing.renewing_site import NotBuilt, Renewed, renew_site
from scripts.writing.replacing_folder import Maker, NotReplaced, holding_folder

ROOT = Path(__file__).parent.parent
SITE = Maker(".methodebibliotheek-site", "een bouw")
SOURCES = ("methods", "data", "docs", "theme")


STOPPED = (NotBuilt, SystemExit, NotReplaced, WorkerFailed, OSError)
"""What a build that fails ends with; who raises SystemExit has said why already."""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.verbose:
        logging.getLogger("mkdocs").setLevel(logging.INFO)
    if options.schemas:
        renew_schemas_if_possible(options.root)
    if options.serve:
        return _serve(options.root, options.address)
    try:
        made = renew(options.root, options.to, compressed=options.compress)
    except STOPPED as error:
        print(f"de site is niet gebouwd{reason(error)}", file=sys.stderr)
        return 1
    if not made.is_new:
        print("er is niets veranderd sinds de vorige bouw; de site blijft zoals die was")
    print(f"{made.pages} pagina's staan in {options.to}/")
    print(f"Bekijk ze met: python3 -m http.server --directory {options.to}, en open http://localhost:8000")
    return 0


def _serve(root: Path, address: str) -> int:
    from scripts.serving.server import CannotServe, serve  # a server is installed only where a site is served

    try:
        serve(root, address)
    except CannotServe as error:
        print(f"de site is niet te tonen: {error}", file=sys.stderr)
        return 1
    return 0


def reason(error: BaseException) -> str:
    """What is still to be said about a build that stopped."""
    if isinstance(error, SystemExit):
        return ""
    return f": {system_report(error) if isinstance(error, OSError) else error}"


def build_site(root: Path, to: Path, *, compressed: bool = False) -> int:
    """Build into `to`, replacing what an earlier build put there; returns the number of pages. Raises one of STOPPED."""
    return renew(root, to, compressed=compressed).pages


def renew(root: Path, to: Path, *, compressed: bool) -> Renewed:
    """The same; tells whether there was anything to do. Raises one of STOPPED."""
    if not (root / "mkdocs.yml").is_file():
        raise NotReplaced(f"in {root} staat geen mkdocs.yml; geef met --root de map van de bibliotheek")
    outside = [root / name for name in SOURCES]
    with holding_folder(to, SITE, outside=outside) as swap, without_collecting():
        return renew_site(root, swap, SITE.mark, compressed=compressed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.site", description="Bouw de site.")
    parser.add_argument("--serve", action="store_true", help="toon de site en ververs die bij elke wijziging")
    parser.add_argument("--address", default="127.0.0.1:8000", help="adres voor --serve")
    parser.add_argument("--to", type=Path, default=Path("site"), help="map waarin de site komt")
    parser.add_argument("--compress", action="store_true", help="zet naast elk bestand dat kleiner wordt een .gz en een .br")
    parser.add_argument("--schemas", action="store_true", help="werk ook bij waarmee een editor aanvult, in schema/")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met mkdocs.yml, methods/ en data/")
    parser.add_argument("--verbose", action="store_true", help="vertel wat er gebeurt")
    return parser


if __name__ == "__main__":
    run(main)
