"""Library → pages without the theme: the small card for other sites, and old addresses that lead to the new one."""

from collections.abc import Iterable, Iterator

from macros.library.library import Library
from macros.model.method import Method
from macros.rendering.render import render
from macros.site.pages.page import Site
from macros.views.catalogue.embed import embed_view


def embed_files(library: Library, site: Site, methods: Iterable[Method]) -> Iterator[tuple[str, str]]:
    """The small card of each of these methods."""
    for method in methods:
        yield _file(f"embed/{method.id}/"), _embed(method, library, site)


def moved_files(library: Library, site: Site) -> Iterator[tuple[str, str]]:
    """What stands at old addresses: a way to the new card, and the new small card itself, because a frame on another
    site is not led anywhere."""
    for old_id, entry in library.moved.items():
        method = library.methods.get(entry.to or old_id)
        gone = library.moved.get(entry.to or old_id)
        if method:
            yield _file(f"embed/{old_id}/"), _embed(method, library, site)
        elif gone:
            yield _file(f"embed/{old_id}/"), render("catalogue/embed_removed.html", root="../../", view=gone, site_name=site.name)
        if entry.to:
            yield _file(f"methoden/{old_id}/"), _way(old_id, "../", entry.to, (method or gone).name, site)
    for tool_id, former in library.former_tools.items():
        name = library.methods[former.to].name
        yield _file(f"werkvormen/{tool_id}/"), _way(tool_id, "../../methoden/", former.to, name, site)


def _embed(method: Method, library: Library, site: Site) -> str:
    view = embed_view(method, library)
    return render("catalogue/embed.html", root="../../", view=view, canonical=site.address(view.link), site_name=site.name)


def _way(old_id: str, cards: str, new_id: str, name: str, site: Site) -> str:
    """The page at an old address; `cards` is where the cards are, seen from there."""
    new = site.address(f"methoden/{new_id}/")
    return render("site/moved.html", root="../../", view=None, old=old_id, name=name, to=f"{cards}{new_id}/", canonical=new)


def _file(address: str) -> str:
    return f"{address}index.html"
