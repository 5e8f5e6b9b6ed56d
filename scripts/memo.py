"""Write a memo about methods: `python -m scripts.memo ID… --out FILE`.

What the page Vergelijken gives for the same methods, as Word (FILE ends in .docx) or Markdown (.md). With SITE_URL in the
environment the memo has links to the site. Exit code 0: it is written; 1: a card has problems; 2: it cannot be made, and why.
"""

import argparse
import os
import sys
from pathlib import Path

from macros.library.library import Library
from macros.library.loader import load_library
from macros.model.ready_comparison import MOST_METHODS
from macros.rendering.paper.docx import paper_docx
from macros.rendering.paper.markdown import paper_markdown
from macros.rendering.paper.word import AUTHOR
from macros.validation.explain import message, remedy
from macros.validation.problems import Refused
from macros.views.common.dutch import in_words
from macros.views.compare.memo import memo_view
from macros.views.compare.memo_paper import memo_paper
from scripts import run
from scripts.writing.replacing import replacing

ROOT = Path(__file__).parent.parent
ENDINGS = (".docx", ".md")


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.out.suffix not in ENDINGS:
        return _refuse(f"{options.out} eindigt niet op .docx of .md")
    try:
        library = load_library(options.root)
    except Refused as refused:
        print(refused)
        return 1
    if why := _why_not(options.ids, library):
        return _refuse(why)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with replacing(options.out) as file:
        file.write_bytes(_memo(options.ids, library, options.out.suffix))
    print(f"{options.out} geschreven")
    return 0


def _why_not(ids: list[str], library: Library) -> str | None:
    """Why there can be no memo of these; None if there can be."""
    for wanted in ids:
        if wanted not in library.methods:
            known = {"value": wanted, "choices": sorted(library.methods)}
            return f"{message('card_not_there', known)} — {remedy('card_not_there', known)}"
    if not 2 <= len(set(ids)) == len(ids) <= MOST_METHODS:
        return f"noem twee tot {in_words(MOST_METHODS)} verschillende methoden"
    return None


def _memo(ids: list[str], library: Library, ending: str) -> bytes:
    url = os.environ.get("SITE_URL", "")
    root = url if not url or url.endswith("/") else f"{url}/"
    paper = memo_paper(memo_view(library, ids, f"vergelijken/?m={','.join(ids)}"), root, AUTHOR)
    return paper_docx(paper, library.today) if ending == ".docx" else paper_markdown(paper).encode()


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.memo", description="Schrijf een memo over methoden.")
    parser.add_argument("ids", nargs="+", metavar="ID", help="ids van twee tot vier kaarten")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="het bestand: .docx of .md")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
