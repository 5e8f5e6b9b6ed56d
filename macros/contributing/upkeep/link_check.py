"""Check politely whether external links still work; the result is works, gone, blocked or unreachable."""

import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple
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
    longest: float = 400
    """For one address, with all repeated requests: 2 methods, 3 requests each of 20 seconds, and the waits of a minute."""


class LinkResult(NamedTuple):
    """The result of checking one address."""

    state: str
    """works, gone, blocked or unreachable"""
    address: str
    detail: str
    """The HTTP status, or what went wrong, in Dutch."""


MOST_REDIRECTS = 20
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
    for index, address in enumerate(addresses):
        if index:
            time.sleep(politeness.pause)
        found.append(_check_in_time(address, politeness))
    return found


def _check_in_time(address: str, politeness: Politeness) -> LinkResult:
    """The result, or that there is none after `longest`. A server that sends a byte now and then never runs into a timeout,
    and nothing can stop the thread that listens to it; it ends with the program."""
    results: list[LinkResult] = []
    asking = threading.Thread(target=lambda: results.append(_check_safely(address, politeness)), daemon=True)
    asking.start()
    asking.join(politeness.longest)
    return results[0] if results else LinkResult("unreachable", address, "geen antwoord op tijd")


def _check_safely(address: str, politeness: Politeness) -> LinkResult:
    try:
        with _session(politeness) as session:
            return _check_link(session, address, politeness)
    except Exception as error:  # whatever a stranger sends, it is a line in the report
        return LinkResult("unreachable", address, f"geen leesbaar antwoord ({type(error).__name__})")


class _Session(requests.Session):
    """Leaves redirects to _status: requests itself reads the body of each, which may have no end."""

    def resolve_redirects(self, *arguments: Any, **options: Any) -> Iterator[requests.Response]:
        return iter(())


def _session(politeness: Politeness) -> requests.Session:
    session = _Session()
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
            status = _status(session, method, address, politeness)
        except requests.RequestException as error:
            found = LinkResult("unreachable", address, _reason(error))
            if isinstance(error, requests.exceptions.ConnectTimeout):
                return found  # no server answers, so GET would not either
            continue
        found = LinkResult(_link_state(status), address, str(status))
        if found.state == "works":
            return found
    return found


def _status(session: requests.Session, method: str, address: str, politeness: Politeness) -> int:
    """The status behind all redirects, of which no body is read: one may have no end. Raises RequestException."""
    for _ in range(MOST_REDIRECTS):
        with session.request(method, address, timeout=politeness.timeout, allow_redirects=False, stream=True) as answer:
            target = session.get_redirect_target(answer)
            if not target:
                return answer.status_code
            address = requests.compat.urljoin(answer.url, requests.utils.requote_uri(target))
    raise requests.TooManyRedirects


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
