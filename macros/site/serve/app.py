"""The served site over HTTP, and the news of changes to open pages.

Pages are those of the build, with one script more, which listens for changes. The policy of the site holds for that too: it
comes from the site itself and asks only the site (server-sent events, html.spec.whatwg.org/multipage/server-sent-events.html).
"""

import asyncio
import json
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

    async def news(self, path: str, seen: int) -> AsyncIterator[str]:
        """What a page has become, by its path from the root of the site, whenever there is a later version of the site than the
        page has seen; until the end. An event holds JSON: `status`, and `page`, its HTML."""
        yield "retry: 300\n\n"
        while not self._is_over:
            async with self._changed:
                while not self._is_over and self._site.version == seen:
                    await self._changed.wait()
            if self._site.version != seen:
                seen = self._site.version
                yield f"data: {await asyncio.to_thread(self._page, path)}\n\n"

    def _page(self, path: str) -> str:
        answer = self._site.answer(path)
        return json.dumps({"status": answer.status, "page": with_script(answer.content.decode(), self._site)})


def make_app(site: ServedSite, changes: Changes) -> Starlette:
    """The application that a server runs."""

    def answer(request: Request) -> Response:
        path = request.path_params["path"]
        return _response(site, path, site.answer(path), keep="v" in request.query_params)

    def overview(request: Request) -> Response:
        return _response(site, INDEX, site.overview())

    def news(request: Request) -> Response:
        page, seen = request.query_params.get("page", ""), int(request.query_params.get("seen", "0"))
        return StreamingResponse(changes.news(page, seen), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

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
    """The page with the script that listens for changes, and with word of what is wrong if anything is. The script is the last of
    the page and no module, so that it finds all as it was served."""
    own = ""
    if site.mistake or site.problems:
        text = escape("De site heeft een fout" if site.mistake else count_text(site.problems))
        own += f'<link rel="stylesheet" href="/{OWN}serve.css">\n'
        own += f'<p class="served-problems"><a href="/{OWN}fouten/">{text}</a></p>\n'
    own += f'<script id="bekijken" src="/{OWN}reload.js?seen={site.version}"></script>\n'
    return page.replace("</body>", f"{own}</body>")
