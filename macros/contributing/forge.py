"""The forge where the repository lives, from one setting: the address of the repository (REPOSITORY_URL).

GitHub and GitLab are known by the name of their host. A GitLab at home whose name does not say so is set with the sign
that GitLab itself puts behind a project: https://code.example.org/groep/project/-
"""

from typing import NamedTuple
from urllib.parse import urlsplit

BRANCH = "main"
LONGEST = 7500
"""Characters of an address that every forge takes; GitHub refuses from 8,192 on."""


class Forge(NamedTuple):
    """Where one does what, and how the fields of those pages are called."""

    forge: str
    edit: str
    """Ends in a slash; the path of a file comes after it."""
    past: str
    """Ends in a slash; a commit and the path of a file come after it."""
    create: str
    """Makes a file in methods/; `name` and `text` are the fields of that page."""
    name: str
    text: str
    """Empty where the text cannot be filled in from an address and has to be pasted."""
    report: str
    """Opens a report (issue), with a field for its title and one for its text."""
    title: str
    body: str
    has_forms: bool
    """Whether a report has the fields of .github/ISSUE_TEMPLATE instead of one text."""
    longest: int = LONGEST


def forge_of(repository: str) -> Forge | None:
    """None if the site does not know its repository."""
    address = repository.rstrip("/")
    if not address:
        return None
    if address.endswith("/-") or "gitlab" in (urlsplit(address).hostname or ""):
        project = address.removesuffix("/-")
        return Forge(
            forge="GitLab",
            edit=f"{project}/-/edit/{BRANCH}/",
            past=f"{project}/-/blob/",
            create=f"{project}/-/new/{BRANCH}/methods",
            name="file_name",
            text="",  # newer versions no longer fill it in (gitlab-org/gitlab, issue 532221)
            report=f"{project}/-/issues/new",
            title="issue[title]",
            body="issue[description]",
            has_forms=False,
        )
    return Forge(
        forge="GitHub",
        edit=f"{address}/edit/{BRANCH}/",
        past=f"{address}/blob/",
        create=f"{address}/new/{BRANCH}/methods",
        name="filename",
        text="value",
        report=f"{address}/issues/new",
        title="title",
        body="body",
        has_forms=True,
    )
