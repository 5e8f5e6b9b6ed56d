"""Check politely whether external links still work; the result is works, gone, blocked or unreachable."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import ReadTimeoutError

USER_AGENT = "methodebibliotheek-verwijzingen/1 (controle van bronnen, eens per week)"
"""Identifies us, so that a site can refuse us or contact us."""


class Politeness(NamedTuple):
    """Limits on the load for other sites; times are in seconds."""

    timeout: float = 20
    pause: float = 2
    """Between two requests to one site."""
    retries: int = 2
    """Number of repeated requests after no answer, or after a status of _LATER."""
    backoff: float = 2
    """Wait before the first repeated request; doubled each time."""
    longest_wait: int = 60
    """Upper limit of the wait, even if a site asks for more."""
    sites_at_once: int = 8


class LinkResult(NamedTuple):
    """The result of checking one address."""

    state: str
    """works, gone, blocked or unreachable"""
    address: str
    detail: str
    """The HTTP status, or what went wrong, in Dutch."""


_GONE = (404, 410)
_BLOCKED = (401, 402, 403, 405, 406, 407, 429, 451, 999)
"""Statuses that say more about the client than about the page; some networks answer 999 to programs."""
_LATER = (429, 500, 502, 503, 504)


def check_links(addresses: Iterable[str], politeness: Politeness | None = None) -> Iterator[LinkResult]:
    """Check every address, with one request at a time for each site and several sites at once. Never raises for an address."""
    politeness = politeness or Politeness()
    by_site: dict[str, list[str]] = {}
    for address in addresses:
        by_site.setdefault(_site(address), []).append(address)
    with ThreadPoolExecutor(max_workers=politeness.sites_at_once) as pool:
        for found in pool.map(lambda site: _check_site(site, politeness), by_site.values()):
            yield from found


def _site(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""  # not a valid address; the request will report that


def _check_site(addresses: list[str], politeness: Politeness) -> list[LinkResult]:
    found = []
    with _session(politeness) as session:
        for index, address in enumerate(addresses):
            if index:
                time.sleep(politeness.pause)
            found.append(_check_link(session, address, politeness))
    return found


def _session(politeness: Politeness) -> requests.Session:
    session = requests.Session()
    session.headers["User-Agent"] = USER_AGENT
    retry = Retry(
        total=politeness.retries,
        backoff_factor=politeness.backoff,
        status_forcelist=_LATER,
        allowed_methods=("HEAD", "GET"),
        raise_on_status=False,
        retry_after_max=politeness.longest_wait,
    )
    for scheme in ("https://", "http://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    return session


def _check_link(session: requests.Session, address: str, politeness: Politeness) -> LinkResult:
    """Try HEAD first. Many sites do not answer it well, so a failure is repeated with GET, of which the body is not read."""
    for method in ("HEAD", "GET"):
        try:
            with session.request(method, address, timeout=politeness.timeout, allow_redirects=True, stream=True) as answer:
                status = answer.status_code
        except requests.RequestException as error:
            found = LinkResult("unreachable", address, _reason(error))
            if isinstance(error, requests.exceptions.ConnectTimeout):
                return found  # no server answers, so GET would not either
            continue
        found = LinkResult(_link_state(status), address, str(status))
        if found.state == "works":
            return found
    return found


def _link_state(status: int) -> str:
    if status < 400:
        return "works"
    return "gone" if status in _GONE else "blocked" if status in _BLOCKED else "unreachable"


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (requests.exceptions.SSLError, "het certificaat klopt niet"),
    (requests.exceptions.Timeout, "geen antwoord op tijd"),
    (requests.exceptions.TooManyRedirects, "wordt steeds doorverwezen"),
    (requests.exceptions.RetryError, "blijft een storing melden"),
    (requests.exceptions.InvalidURL, "het adres klopt niet"),
    (requests.exceptions.ConnectionError, "geen verbinding"),
)


def _reason(error: requests.RequestException) -> str:
    if any(isinstance(getattr(cause, "reason", None), ReadTimeoutError) for cause in error.args):
        return "geen antwoord op tijd"  # requests reports repeated read timeouts as a connection error
    return next((words for kind, words in _REASONS if isinstance(error, kind)), "geen leesbaar antwoord")
