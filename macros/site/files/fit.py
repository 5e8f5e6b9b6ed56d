"""The files that the page "Past het?" fetches.

One file says of every method what decides, in a few codes each, so that five thousand methods can be judged at once;
the words of a method stand in a file of its own and are fetched only when it is shown.
"""

from collections.abc import Iterator

from macros.library.library import Library
from macros.rendering.compact_json import compact
from macros.views.card.key_facts import key_facts
from macros.views.card.talk import talk_answers
from macros.views.fit.questions import as_data, list_questions, months_of_units
from macros.views.fit.statements import method_fits

FOLDER = "past-het"


def fit_files(library: Library) -> Iterator[tuple[str, str]]:
    """(path in the site, text) of each."""
    codes = []
    for method_id, fit in method_fits(library):
        codes.append(fit.compact)
        method = library.methods[method_id]
        words = fit.words | {"talk": talk_answers(method, key_facts(method, library))}
        yield f"{FOLDER}/methoden/{method_id}.json", compact(words)
    book = {"units": months_of_units(), "questions": as_data(list_questions(library)), "methods": codes}
    yield f"{FOLDER}/methoden.json", compact(book)
