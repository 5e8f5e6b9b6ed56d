"""Which file in data/ holds the records of a kind."""

_FILES = {
    "organisation": "data/organisations.yml",
    "source": "data/sources.yml",
    "tool": "data/tools.yml",
    "element": "data/elements.yml",
    "moved": "data/moved.yml",
    "former-tool": "data/former_tools.yml",
    "base-rate": "data/base_rates.yml",
    "guideline": "data/guidelines.yml",
    "comparison": "data/comparisons.yml",
    "helpline": "data/helplines.yml",
}


def file_of(kind: str) -> str:
    """The file that lists the ids of a kind."""
    return _FILES.get(kind, f"data/{kind.replace('vocabulary', 'vocabularies', 1)}.yml")
