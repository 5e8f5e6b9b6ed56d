"""Library and hand-written pages → a folder that needs none of this project's code to become a site.

    README.md     what the folder is
    mkdocs.yml    settings for ProperDocs and Zensical: menu, styles, theme; no hooks, no macros
    docs/         every page as Markdown with front matter, and every other file of the site in its place
    theme/        the frame around every page
    fragments/    every page as a piece of HTML, and pages.json, which lists them with title and description
    methods/      the cards
    data/         organisations, sources, vocabularies

What the pages say and where they stand is the same as in the site that hooks.py builds; a test compares the two.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from macros.contributing.forge import forge_of
from macros.library.library import Library
from macros.parallel import Crew, processes_for
from macros.search.documents import Prose
from macros.search.index import search_files
from macros.site.author_macros.markdown_pages import Written, as_block, written_pages
from macros.site.files.all_files import data_files, site_files
from macros.site.mkdocs_yml import nav_files, without_ours
from macros.site.pages.page import Page, Site
from macros.site.pages.pages import pages
from macros.site.site_settings import publication_of, site_of
from macros.validation.yaml_reader import read_settings

AT_ONCE = 20
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


def write_export(library: Library, root: Path, to: Path) -> int:
    """Write everything below `to`; returns the number of pages. Raises what written_pages raises."""
    settings = read_settings(root / "mkdocs.yml")
    site = site_of(settings)
    written = list(
        written_pages(
            root / "docs",
            nav_files(settings["nav"]),
            settings["markdown_extensions"],
            library,
            forge_of(settings["repo_url"] or ""),
        )
    )
    for name in COPIED:
        shutil.copytree(root / name, to / name)
    shutil.copytree(root / "docs", to / "docs", ignore=shutil.ignore_patterns("*.md"))
    for page in written:
        _write_written(page, to)
    made = tuple(pages(library))
    groups = (
        *data_files(library, publication_of(settings)),
        *site_files(library, site),
        search_files(library, tuple(map(_prose, written))),
    )
    jobs = [partial(_write_files, group, to / "docs") for group in groups]
    jobs += [partial(_write_pages, made[start : start + AT_ONCE], site, to) for start in range(0, len(made), AT_ONCE)]
    jobs.append(partial(_copy_cards, tuple(library.methods), root / "methods", to / "docs"))
    Crew(jobs, processes=processes_for(len(made))).finish()
    _write(
        to / "fragments" / "pages.json", json.dumps([*map(_listed, written), *map(_listed, made)], ensure_ascii=False, indent=1)
    )
    _write(to / "mkdocs.yml", without_ours((root / "mkdocs.yml").read_text(encoding="utf-8")))
    _write(to / "README.md", README.format(today=library.today, pages=len(written) + len(made)))
    return len(written) + len(made)


def _write_written(page: Written, to: Path) -> None:
    _write(to / "docs" / page.file, _with_front(page.meta, page.markdown))
    _write(to / "fragments" / page.address / "index.html", page.html)


def _write_pages(some: Iterable[Page], site: Site, to: Path) -> None:
    for page in some:
        html = page.html(site)
        meta = {"title": page.title, "description": page.description, "section": page.section}
        _write(to / "docs" / page.address / "index.md", _with_front(meta, as_block(html)))
        _write(to / "fragments" / page.address / "index.html", html)


def _write_files(files: Iterator[tuple[str, str | bytes]], to: Path) -> None:
    for path, content in files:
        _write(to / path, content)


def _copy_cards(ids: Iterable[str], cards: Path, to: Path) -> None:
    for method_id in ids:
        shutil.copyfile(cards / f"{method_id}.yml", _made_room(to / "methoden" / method_id / f"{method_id}.yml"))


def _listed(page: Page | Written) -> dict[str, str]:
    meta = page.meta if isinstance(page, Written) else {"title": page.title, "description": page.description}
    return {"address": page.address, **{name: meta[name] for name in ("title", "description") if name in meta}}


def _with_front(meta: Mapping[str, Any], text: str) -> str:
    """Every value as JSON, which is YAML that needs no thought about colons and quotes."""
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in meta.items())
    return f"---\n{lines}---\n\n{text.strip()}\n"


def _prose(page: Written) -> Prose:
    return Prose(page.address, page.meta.get("title", ""), page.meta.get("description", ""), page.headings)


def _write(target: Path, content: str | bytes) -> None:
    _made_room(target).write_bytes(content.encode() if isinstance(content, str) else content)


def _made_room(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
