"""One issue for each card that is past a term: its title, which identifies it, and what to do."""

from collections.abc import Iterator

from macros.contributing.upkeep.issues import Issue
from macros.library.library import Library
from macros.rendering.markdown_text import escape_markdown
from macros.views.common.subjects import methods_by_name
from macros.views.missing.missing import find_past_term


def stale_issues(library: Library) -> Iterator[Issue]:
    """An issue for each card with something past its term, by name. The title contains only the id, so a later run finds the
    issue again."""
    for method in methods_by_name(library):
        if found := list(find_past_term(method, library.today)):
            lines = [f"- [ ] {escape_markdown(one.text)}" for one in found]
            yield Issue(
                f"Nakijken: {method.id}",
                "\n".join([_ABOUT.format(name=escape_markdown(method.name), id=method.id), "", *lines, "", _DO]),
            )


_ABOUT = "De kaart **{name}** (`methods/{id}.yml`) bevat iets dat ouder is dan zijn termijn."
_DO = (
    "Vergelijk de kaart met de bronnen, verbeter wat niet meer klopt en zet bij `reviewed` de dag waarop u de hele kaart "
    "hebt nagekeken. Is een oordeel vernieuwd of ingetrokken, voeg dat dan toe met zijn eigen bron. Dit bericht wordt elke "
    "week bijgewerkt en vanzelf gesloten als de kaart bij is."
)
