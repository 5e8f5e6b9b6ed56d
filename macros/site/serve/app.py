"""The served site over HTTP, and the news of changes to open pages.

Pages are those of the build, with one script more, which listens for changes. The policy of the site holds for that too: it
comes from the site itself and asks only the site (server-sent events, html.spec.whatwg.org/multipage/server-sent-events.html).
"""

import asyncio
import mimetypes
from collections.abc import AsyncIterator
from html import escape
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from macros.site.serve.served_site import INDEX, OWN, ServedAnswer, ServedSite
from macros.validation.problems import count_text

_TYPES = {".ttl": "text/turtle", ".jsonld": "application/ld+json", ".ris": "application/x-research-info-systems"}
"""What Python does not know by itself."""


class Changes:
    """Tells every open page that something changed."""

    def __init__(self, site: ServedSite) -> None:
        self._site = site
        self._changed = asyncio.Condition()
        self._is_over = False

    async def tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def end(self) -> None:
        """Let the pages go, so that the server can stop."""
        self._is_over = True
        await self.tell()

    async def news(self, seen: int) -> AsyncIterator[str]:
        """An event as soon as there is a later version than a page has seen; then the page is shown anew."""
        yield "retry: 300\n\n"
        async with self._changed:
            await self._changed.wait_for(lambda: self._is_over or self._site.version != seen)
        if not self._is_over:
            yield "data: changed\n\n"


def make_app(site: ServedSite, changes: Changes) -> Starlette:
    """The application that a server runs."""

    def answer(request: Request) -> Response:
        path = request.path_params["path"]
        return _response(site, path, site.answer(path), keep="v" in request.query_params)

    def overview(request: Request) -> Response:
        return _response(site, INDEX, site.overview())

    def news(request: Request) -> Response:
        seen = int(request.query_params.get("seen", "0"))
        return StreamingResponse(changes.news(seen), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    return Starlette(
        routes=[
            Route(f"/{OWN}changes", news),
            Route(f"/{OWN}fouten/", overview),
            Mount(f"/{OWN}", StaticFiles(directory=Path(__file__).parent / "assets")),
            Route("/{path:path}", answer),
        ]
    )


def _response(site: ServedSite, path: str, answer: ServedAnswer, *, keep: bool = False) -> Response:
    """With `keep` a browser may keep it: its address has the version of scripts and styles, and changes when they do."""
    suffix = Path(path).suffix if path and not path.endswith("/") else ".html"
    is_page = suffix == ".html" or answer.status != 200
    kind = "text/html" if is_page else _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    content = with_script(answer.content.decode(), site).encode() if is_page else answer.content
    caching = "max-age=86400, immutable" if keep else "no-cache"
    return Response(content, answer.status, {"Cache-Control": caching}, kind)


def with_script(page: str, site: ServedSite) -> str:
    """The page with the script that listens for changes, and with word of what is wrong if anything is."""
    own = f'<script src="/{OWN}reload.js?seen={site.version}" type="module"></script>\n'
    if site.mistake or site.problems:
        text = escape("De site heeft een fout" if site.mistake else count_text(site.problems))
        own += f'<link rel="stylesheet" href="/{OWN}serve.css">\n'
        own += f'<p class="served-problems"><a href="/{OWN}fouten/">{text}</a></p>\n'
    return page.replace("</body>", f"{own}</body>")
