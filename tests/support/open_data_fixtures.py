"""The open data of a built site as the tests read it."""

import json
from pathlib import Path
from typing import Any

from macros.open_data.publication import Publication

PUBLICATION = Publication(
    name="Methodebibliotheek gezin",
    description="Methoden met wat erover bekend is.",
    url="https://voorbeeld.example/bibliotheek/",
    publisher="de bijdragers aan de methodebibliotheek",
    publisher_url="",
    repository="https://code.voorbeeld.example/bibliotheek",
    security_contact="",
)
NOWHERE = PUBLICATION._replace(url="", repository="")
"""What a site knows of itself that was built without settings."""


def read_json(site: Path, path: str) -> Any:
    return json.loads((site / path).read_text(encoding="utf-8"))


def json_files(site: Path) -> list[str]:
    """Every JSON file of the API, from the root of the site; without the schemas and the descriptions."""
    files = [file.relative_to(site).as_posix() for file in sorted((site / "api").rglob("*.json"))]
    return [file for file in files if "/schema/" not in file and not file.endswith(("datapackage.json", "openapi.json"))]
