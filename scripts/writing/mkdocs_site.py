"""Let MkDocs write a site."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException, PluginError

from scripts.writing.mkdocs_says import heard_in_dutch, mkdocs_said
from scripts.writing.site_inputs import forget_empty_epoch

__all__ = ["MkDocsException", "said_by", "write_site"]


def write_site(root: Path, to: Path, handed: Mapping[str, Any]) -> tuple[str, ...]:
    """Write the site of the library in `root`; `handed` is what hooks.py gets from the command. Returns what is to be told
    about it. Raises MkDocsException, which is a SystemExit too if what is wrong was told already, and what the hooks raise."""
    forget_empty_epoch()
    with heard_in_dutch():
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(to.resolve()), strict=True)
        config.extra |= handed
        build(config)
    return config.extra["build"].library.history.remarks


def said_by(error: MkDocsException) -> str:
    """Why it stopped: our own words from the hooks, or those of MkDocs."""
    return str(error) if isinstance(error, PluginError) else mkdocs_said(str(error))
