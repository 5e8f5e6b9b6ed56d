"""The sheets and scripts of equal files are bundled once per worker: esbuild takes a fifth of a second, for ninety sites."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.site import bundles
from macros.site.asset_versions import version_of


@pytest.fixture(autouse=True, scope="session")
def _equal_files_bundled_once() -> Iterator[None]:
    bundle, known = bundles._made, dict[str, dict[str, str]]()

    def made(docs: Path) -> dict[str, str]:
        version = version_of(docs / "assets")
        if version not in known:
            known[version] = bundle(docs)
        return dict(known[version])

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(bundles, "_made", made)
        yield
