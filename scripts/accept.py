"""Take over what a contributor sent: `python -m scripts.accept [FILE…] [--from MESSAGE] [--dry-run] [--out FILE]`.

Moves the new sources and organisations that a card brings along to data/; without files, of all cards. With --from the
text of an issue or a mail is unpacked first ("-": what is typed or piped in). Exit code 0: done, or nothing to do; 1: it
cannot be done, and why. Nothing is written then.
"""

import argparse
import sys
from pathlib import Path

from macros.contributing.accept.accept import TakenOver, accept
from macros.validation.problems import Refused
from macros.validation.system_reasons import reason_of, system_report
from scripts import run
from scripts.writing.replacing import write_files

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        message = _message(options.message)
        found = accept(options.root, options.files or None, message)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"niet te lezen: {system_report(error) if isinstance(error, OSError) else reason_of(error)}", file=sys.stderr)
        return 1
    if message is not None and not found.unpacked:
        print("in dit bericht staat geen kaart: een regel “# methods/….yml” ontbreekt", file=sys.stderr)
        return 1
    if not options.dry_run:
        write_files(found.files)
    told = [f"- {line}" for line in _told(found, options.root)]
    if told and options.dry_run:
        told.insert(0, "Wie dit overneemt, voert `python -m scripts.accept` uit. Dan verandert:\n")
    text = "\n".join(told) or "alles staat al op zijn plaats"
    if options.out:
        write_files({options.out: f"{text}\n"})
    else:
        print(text)
    return 0


def _message(file: str | None) -> str | None:
    if file is None:
        return None
    return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")


def _told(found: TakenOver, root: Path) -> list[str]:
    names = {file.relative_to(root).as_posix(): "vervangt de kaart die er was" for file in found.replaced}
    return [
        *(f"methods/{card}.yml: {names.get(f'methods/{card}.yml', 'nieuwe kaart')}" for card in found.unpacked),
        *(f"{file}: erbij {', '.join(ids)}" for file, ids in found.added.items()),
        *(f"{file}: weg {', '.join(ids)}" for file, ids in found.removed.items()),
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.accept", description="Neem over wat een ander instuurde.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="kaart; zonder bestanden alle kaarten")
    parser.add_argument(
        "--from", dest="message", metavar="MESSAGE", help="tekst van een melding of een mail; - is wat binnenkomt"
    )
    parser.add_argument("--dry-run", action="store_true", help="zeg wat er verandert, schrijf niets")
    parser.add_argument("--out", type=Path, metavar="FILE", help="zeg het in dit bestand en niet hier")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
