"""The forge of the repository, derived from one setting: the address of the repository (REPOSITORY_URL).

GitHub and GitLab are recognised by the name of their host. For a GitLab on another host, end the address with the sign
that GitLab itself puts after a project: https://code.example.org/groep/project/-
"""

from typing import NamedTuple
from urllib.parse import urlsplit

BRANCH = "main"
LONGEST = 7500
"""Characters that every forge accepts in an address; GitHub refuses addresses of 8,192 and more."""


class Forge(NamedTuple):
    """The addresses of a forge for each task, and the names of the fields on those pages."""

    forge: str
    edit: str
    """Ends in a slash; the path of a file comes after it."""
    past: str
    """Ends in a slash; a commit and the path of a file come after it."""
    create: str
    """Creates a file in methods/; `name` and `text` are the names of the fields on that page."""
    name: str
    text: str
    """Empty if the text cannot be filled in by the address, so that the contributor has to paste it."""
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
