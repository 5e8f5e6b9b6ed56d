"""The sheets of a spreadsheet besides the one with cards: one for each list of records on a card, whatever lists the card
format has, and one for each kind of record in data/ that a new card may bring along."""

from collections.abc import Iterator

from macros.contributing.spreadsheet.columns import CARDS, Form, SheetColumn, is_leaf
from macros.library.kinds import REFERRED
from macros.model.base import Record
from macros.model.data_files import file_of
from macros.model.fields import fields_of
from macros.model.method import Method

LONGEST_NAME = 31
"""Most characters that a spreadsheet allows in the name of a sheet."""
CARD = SheetColumn(("card",), "Kaart (id of naam)", None, True)
NEW_ID = SheetColumn(("id",), "Id", None, True)


def _list_forms(record: type[Record], keys: tuple[str, ...] = (), group: str = "") -> Iterator[Form]:
    """A sheet for each list that is not itself in a list; what is in a list has numbered columns."""
    for node in fields_of(record):
        if is_leaf(node):
            continue
        title = f"{group}, {node.title}" if group else node.title
        if node.many:
            yield Form(_sheet_name(title, node.title), node.help, node.records, CARD, (*keys, node.name))
        else:
            yield from _list_forms(node.records[0], (*keys, node.name), title)


def _sheet_name(*titles: str) -> str:
    """The first of these that is short enough, or else the last of them cut off."""
    return next((title for title in titles if len(title) <= LONGEST_NAME), f"{titles[-1][: LONGEST_NAME - 1].rstrip()}…")


LISTS = tuple(_list_forms(Method))
NEW_RECORDS = {
    kind: Form(name, f"Wat nog niet in {file_of(kind)} staat; de import voegt het daar toe.", (REFERRED[kind],), NEW_ID)
    for kind, name in (("source", "Nieuwe bronnen"), ("organisation", "Nieuwe organisaties"))
}
"""Kind of record → the sheet for new ones."""
FORMS = (CARDS, *LISTS, *NEW_RECORDS.values())


def find_form(name: str) -> Form | None:
    """The sheet that a name or the path of a list names, or None if there is none."""
    wanted = " ".join(name.split()).casefold()
    return next((form for form in FORMS if wanted in (form.name.casefold(), ".".join(form.keys))), None) if wanted else None
