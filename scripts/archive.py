"""Pack the site as one file that opens from disk, without a server or a network: `python -m scripts.archive [--to ZIP]`.

The same commit with the same SOURCE_DATE_EPOCH gives the same file, byte for byte.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from archive.files import pack
from macros.library.library import build_date
from macros.site.esbuild import NotBundled
from scripts import run
from scripts.site import ROOT, STOPPED, build_site, reason
from scripts.writing.replacing import replacing


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            build_site(options.root, site)
            with replacing(options.to) as new:
                pages = pack(site, options.root / "docs" / "assets", new, build_date())
    except (NotBundled, *STOPPED) as error:
        print(f"het archief is niet gemaakt{reason(error)}", file=sys.stderr)
        return 1
    print(f"{pages} pagina's staan in {options.to} ({options.to.stat().st_size / 1e6:.1f} MB)")
    print("Pak het uit en open index.html in een browser; een server of internet is niet nodig")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.archive", description="Pak de site in als één bestand.")
    parser.add_argument("--to", type=Path, default=Path("methodebibliotheek.zip"), help="het bestand dat wordt gemaakt")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met mkdocs.yml, methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
