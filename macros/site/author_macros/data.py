"""The macros of the page about open data; called like those of macros/site/author_macros/registry.py."""

from macros.open_data.listing import listed_json, listed_linked_data, listed_tables
from macros.site.author_macros.call import Call


def data_files(call: Call) -> str:
    """Alle bestanden met open data, met wat erin staat en hun schema."""
    view = {"json": listed_json(call.library), "tables": listed_tables(), "linked": listed_linked_data()}
    return call.show("open_data/data_files.html", view)


DATA_MACROS = (data_files,)
