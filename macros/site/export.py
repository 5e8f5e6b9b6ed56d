"""Library and hand-written pages → a folder that needs none of this project's code to become a site.

    README.md     what the folder is
    mkdocs.yml    settings for ProperDocs and Zensical: menu, styles, theme; no hooks, no macros
    docs/         every page as Markdown with front matter, and every other file of the site in its place
    theme/        the frame around every page
    fragments/    every page as a piece of HTML, and pages.json, which lists them with title and description
    methods/      the cards
    data/         organisations, sources, vocabularies

What the pages say and where they stand is the same as in the site that hooks.py builds, because both use builder.py; a
test compares the two.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.contributing.forge import forge_of
from macros.library.library import Library
from macros.site.author_macros.markdown_pages import Written, as_block, written_pages
from macros.site.builder import Builder, HandWritten
from macros.site.bundles import bundles, kind_of
from macros.site.mkdocs_yml import nav_files, without_ours
from macros.site.output_folder import Folder
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Page
from macros.site.plain_files import odd_files
from macros.site.site_settings import publication_of, site_of
from macros.validation.problems import START, Problem, Refused
from macros.validation.settings_reader import read_settings

COPIED = ("theme", "methods", "data")
README = """\
# An export of the method library

Made by `python -m scripts.export` on {today}. Nothing here needs that project, or MkDocs.

- `docs/`: {pages} pages as Markdown, most of them one piece of HTML below a title and a description; data files and
  scripts stand between them as on the site.
- `fragments/`: the same pages as HTML without the frame of the site. `fragments/pages.json` lists them.
- `methods/`, `data/`: what everything was made from.

Any of these makes the site again, in `site/`:

```sh
pip install properdocs mkdocs-material && properdocs build
pip install zensical && zensical build
```

Data: CC0 1.0. Texts: CC BY 4.0. Scripts and styles: MIT.
"""


NEEDED = ("site_name", "site_url", "site_description", "repo_url", "nav", "markdown_extensions", "theme", "extra", "plugins")
"""Parts of mkdocs.yml that an export is made from."""


def write_export(library: Library, root: Path, to: Path) -> int:
    """Write everything below `to`; returns the number of pages. Raises Refused, NotBundled, UnknownKind and what written_pages
    raises."""
    if odd := odd_files(root / "docs", root):
        raise Refused(odd)
    settings = read_settings(root / "mkdocs.yml")
    if absent := [name for name in NEEDED if name not in settings]:
        raise Refused([Problem("mkdocs.yml", START, (name,), "missing") for name in absent])
    written = _hand_written_pages(library, root, settings)
    _copy_sources(root, to)
    output = ExportOutput(Folder(to))
    builder = Builder(library, site_of(settings), publication_of(settings), root / "methods", output)
    builder.begin()
    for page in written:
        output.write_hand_written(page)
    builder.finish([_known_to_search(page) for page in written])
    listed = [*map(_listed, written), *map(_listed, pages(library))]
    output.write("fragments/pages.json", json.dumps(listed, ensure_ascii=False, indent=1))
    for path, text in bundles(root / "docs", version="").items():
        output.write_file(path, text)
    output.write("mkdocs.yml", without_ours((root / "mkdocs.yml").read_text(encoding="utf-8")))
    output.write("README.md", README.format(today=library.today, pages=len(listed)))
    return len(listed)


def _hand_written_pages(library: Library, root: Path, settings: Mapping[str, Any]) -> list[Written]:
    forge = forge_of(settings["repo_url"] or "")
    files = nav_files(settings["nav"])
    written = written_pages(root / "docs", files, settings["markdown_extensions"], library, forge, site_of(settings))
    return [page._replace(meta=page.meta | {"kind": _kind(page, root / "docs")}) for page in written]


def _kind(page: Written, docs: Path) -> str:
    return kind_of(page.file, page.meta, docs, has_macros=page.has_macros)


def _copy_sources(root: Path, to: Path) -> None:
    for name in COPIED:
        shutil.copytree(root / name, to / name)
    shutil.copytree(root / "docs", to / "docs", ignore=shutil.ignore_patterns("*.md", "*.css", "*.js"))


class ExportOutput:
    """The folder of the export: each page as Markdown and as a piece of HTML, each file in its place."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def write_page(self, page: Page, html: str) -> None:
        meta = {"title": page.title, "description": page.description, "section": page.section, "kind": page.kind}
        self.write(f"docs/{page.address}index.md", _with_front_matter(meta, as_block(html)))
        self.write(f"fragments/{page.address}index.html", html)

    def write_hand_written(self, page: Written) -> None:
        self.write(f"docs/{page.file}", _with_front_matter(page.meta, page.markdown))
        self.write(f"fragments/{page.address}index.html", page.html)

    def write_file(self, path: str, content: str | bytes) -> None:
        self.write(f"docs/{path}", content)

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file; `path` is from the top of the export."""
        self._folder.write(path, content)


def _known_to_search(page: Written) -> HandWritten:
    title, description = page.meta.get("title", ""), page.meta.get("description", "")
    return HandWritten(page.file, page.address, title, description, page.headings, page.has_macros)


def _listed(page: Page | Written) -> dict[str, str]:
    meta = page.meta if isinstance(page, Written) else {"title": page.title, "description": page.description}
    return {"address": page.address, **{name: meta[name] for name in ("title", "description") if name in meta}}


def _with_front_matter(meta: Mapping[str, Any], text: str) -> str:
    """Every value as JSON, which is YAML that needs no thought about colons and quotes."""
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in meta.items())
    return f"---\n{lines}---\n\n{text.strip()}\n"
