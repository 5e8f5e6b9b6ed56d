"""Settings of the site → what its pages and its data know of it. The settings are those of mkdocs.yml, whoever read them."""

from collections.abc import Mapping
from typing import Any

from macros.contributing.forge import forge_of
from macros.open_data.publication import Publication
from macros.site.pages.page import Site


def site_of(settings: Mapping[str, Any]) -> Site:
    """What the pages know of their own address and repository."""
    forge = forge_of(settings["repo_url"] or "")
    return Site(
        url=settings["site_url"] or "",
        edit=forge.edit if forge else "",
        past=forge.past if forge else "",
        name=settings["site_name"],
    )


def publication_of(settings: Mapping[str, Any]) -> Publication:
    """What the data says of the site it stands on."""
    extra = settings["extra"]
    return Publication(
        name=settings["site_name"],
        description=settings["site_description"] or "",
        url=settings["site_url"] or "",
        publisher=extra["publisher"]["name"],
        publisher_url=extra["publisher"]["url"],
        repository=settings["repo_url"] or "",
        security_contact=extra["security_contact"],
    )
