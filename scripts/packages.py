"""Make one module of each Node package that pages load, in docs/assets/packages/: `python -m scripts.packages`.

`make site` and `make test` do it; package.json says which versions.
"""

import sys
from pathlib import Path

from macros.site.esbuild import NotBundled, run_esbuild

ROOT = Path(__file__).parent.parent
TO = ROOT / "docs" / "assets" / "packages"
MODULES = {
    "docx": "export { AlignmentType, Bookmark, BorderStyle, Document, ExternalHyperlink, ImageRun, InternalHyperlink, "
    'LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";',
    "yaml": 'export { Document, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, visit } from "yaml";',
    # its other functions make large files in a worker from a blob, which our Content-Security-Policy refuses
    "write_excel_file": 'export { generateXlsxFileSync } from "./node_modules/write-excel-file/modules/export/'
    'writeXlsxFileUniversal.js";',
}
"""File → what it takes from which package."""
LICENCES = ("docx", "fflate", "nanoid", "write-excel-file", "yaml")
"""The packages of which something stands in those files."""


def main() -> int:
    TO.mkdir(parents=True, exist_ok=True)
    try:
        for name, source in MODULES.items():
            (TO / f"{name}.js").write_text(run_esbuild(["--format=esm"], ROOT, source), encoding="utf-8")
    except NotBundled as error:
        print(f"de pakketten zijn niet gemaakt: {error}", file=sys.stderr)
        return 1
    texts = ((ROOT / "node_modules" / name / "LICENSE").read_text(encoding="utf-8") for name in LICENCES)
    (TO / "licences.txt").write_text("\n".join(map("{}\n\n{}".format, LICENCES, texts)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
