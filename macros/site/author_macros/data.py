"""The macros of the page about open data; called like those of macros/site/author_macros/registry.py."""

from macros.open_data.listing import list_json, list_linked_data, list_tables
from macros.site.author_macros.call import Call


def data_files(call: Call) -> str:
    """Alle bestanden met open data, met wat erin staat en hun schema."""
    view = {"json": list_json(call.library), "tables": list_tables(), "linked": list_linked_data()}
    return call.show("open_data/data_files.html", view)


DATA_MACROS = (data_files,)
