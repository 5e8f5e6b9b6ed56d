"""Every look of the real site, for who changed styles or templates: `make looks`, not part of the test run.

The test run shows axe the pages of the example in the two looks that differ the most. Here the real library is shown in all
of them, with every fold closed and open, and as pictures in the folder that PICTURES names.
"""

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import with_every_part
from built import Site
from paths import ROOT
from site_fixtures import built

_KIND = re.compile(r'<link rel="stylesheet" href="[^"]*assets/pages/([a-z_]+)\.')
EMBEDDED = "embedded"
"""The kind of the small pages that other sites show; they have a style of their own."""
MOST_OF_A_KIND = 6
"""Pages; those that show the most kinds of parts are the first."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(ROOT, str(int(time.time()) // 86400 * 86400), tmp_path_factory)


@pytest.fixture(scope="session")
def shown(site: Site) -> dict[str, list[str]]:
    """Kind -> addresses of pages that together show what the pages of that kind have."""
    kinds: dict[str, dict[str, str]] = {}
    for page in site.pages.values():
        found = _KIND.search(page.html)
        if kind := found[1] if found else EMBEDDED if page.address.startswith("embed/") else "":
            kinds.setdefault(kind, {})[page.address] = page.html
    return {kind: with_every_part(pages)[:MOST_OF_A_KIND] for kind, pages in sorted(kinds.items())}


@pytest.fixture(scope="session")
def pictures() -> Iterator[Path | None]:
    """Where pictures go, if anywhere."""
    folder = Path(os.environ["PICTURES"]) if os.environ.get("PICTURES") else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    yield folder
