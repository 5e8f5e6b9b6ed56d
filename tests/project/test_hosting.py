"""The site behind a real nginx with the configuration of hosting/: headers, types, compression, caching, wrong addresses.

hosting/headers.toml says what must be said; nginx is started with the files as they are, at the root and below a path.
"""

import contextlib
import gzip
import http.client
import re
import shutil
import socket
import ssl
import subprocess
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
from built import Site, served
from paths import ROOT
from playwright.sync_api import Browser, Error, expect
from waiting import patient_context

from scripts.nginx import ON_THIS_MACHINE, find, tried

HOSTING = ROOT / "hosting"
HEADERS = tomllib.loads((HOSTING / "headers.toml").read_text(encoding="utf-8"))
NGINX = find(ON_THIS_MACHINE)
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Where the package of Debian and Ubuntu puts the module."""
needs_nginx = pytest.mark.skipif(not NGINX, reason=f"no nginx; tried: {tried()}")

MAIN = """\
{module}
daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events {{}}
http {{
    include {types};
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include {site};
}}
"""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    """By name in small letters; each name was there once."""
    body: bytes


class Host(NamedTuple):
    """A running nginx."""

    port: int
    https_port: int
    prefix: str
    """The path of the site: / or /bibliotheek/"""

    def get(self, path: str, method: str = "GET", https: bool = False, **headers: str) -> Answer:
        """Ask for a path below the site."""
        context = ssl._create_unverified_context()
        connection = (
            http.client.HTTPSConnection("127.0.0.1", self.https_port, context=context)
            if https
            else http.client.HTTPConnection("127.0.0.1", self.port)
        )
        with contextlib.closing(connection):
            connection.request(method, self.prefix + path, headers=headers)
            answer = connection.getresponse()
            names = [name.lower() for name, _ in answer.getheaders()]
            assert len(names) == len(set(names)), names
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site and one file of each kind that it may come to hold."""
    folder = tmp_path_factory.mktemp("host") / "site"
    shutil.copytree(site.path, folder)
    extra = {
        "embed/dok/index.html": "<!doctype html><title>kaart</title>",
        "api/v1/methods.json": "[]" * 1000,
        "catalog.jsonld": "{}",
        "catalog.ttl": "",
        "data/methods.csv": "naam;één\n",
        "feed.xml": "<feed/>",
        "opensearch.xml": "<OpenSearchDescription/>",
        "sitemap.xml": "<urlset/>",
        ".well-known/security.txt": "Contact: https://voorbeeld.example/",
        ".git/config": "geheim",
        "map/.htaccess": "geheim",
        "groot.txt": "niet dit",
    }
    for name, text in extra.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with gzip.open(folder / "groot.txt.gz", "wb") as packed:
        packed.write(b"vooraf gecomprimeerd")
    (folder / "groot.txt.br").write_bytes(brotli.compress(b"vooraf gecomprimeerd, en kleiner"))
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificate(folder: Path) -> str:
    """Lines for a server that speaks HTTPS too; none where openssl is not there to make a certificate."""
    if not shutil.which("openssl"):
        return ""
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    options = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj", "/CN=test"]
    subprocess.run(["openssl", "req", *options, *files], check=True, capture_output=True)
    return f"ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;"


def with_http2(listen: str) -> str:
    """The line for HTTPS with what HOSTING.md tells to add for this version of nginx."""
    told = " ".join((ROOT / "HOSTING.md").read_text(encoding="utf-8").split())
    assert "Add `http2 on;` beside `listen 443 ssl` (before nginx 1.25.1: `listen 443 ssl http2`)" in told
    version = re.search(r"nginx/([0-9.]+)", subprocess.run([NGINX, "-v"], capture_output=True, text=True).stderr)[1]
    is_new = tuple(map(int, version.split("."))) >= (1, 25, 1)
    return f" {listen}; http2 on; " if is_new else f" {listen} http2; "


@contextlib.contextmanager
def running(conf: str, prefix: str, site: Path, folder: Path) -> Iterator[Host]:
    """nginx with one of the files of hosting/nginx/, of which only the address and the place of the site are changed."""
    assert NGINX
    shutil.copytree(HOSTING / "nginx", folder / "methodebibliotheek")
    host = Host(free_port(), free_port(), prefix)
    certificate = make_certificate(folder)
    listen = f"listen 127.0.0.1:{host.port};"
    listen += with_http2(f"listen 127.0.0.1:{host.https_port} ssl") + certificate if certificate else ""
    text = (HOSTING / "nginx" / conf).read_text(encoding="utf-8")
    assert "listen 80;" in text and "/srv/methodebibliotheek/site" in text
    if BROTLI.exists():
        assert "# include methodebibliotheek/brotli.conf;" in text
        text = text.replace("# include methodebibliotheek/brotli.conf;", "include methodebibliotheek/brotli.conf;")
    text = text.replace("listen 80;", listen).replace("/srv/methodebibliotheek/site", str(site))
    (folder / "site.conf").write_text(text, encoding="utf-8")
    told = subprocess.run([NGINX, "-V"], capture_output=True, text=True).stderr
    types = Path(re.search(r"--conf-path=(\S+)", told).group(1)).with_name("mime.types")
    (folder / "nginx.conf").write_text(
        MAIN.format(module=f"load_module {BROTLI};" * BROTLI.exists(), types=types, site=folder / "site.conf"), encoding="utf-8"
    )
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr and "[emerg]" not in checked.stderr, checked.stderr
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        wait_for(host.port, process)
        yield host
    finally:
        process.terminate()
        process.communicate(timeout=120)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(2400):
        assert process.poll() is None, process.stderr.read().decode() if process.stderr else ""
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


@pytest.fixture(scope="module", params=[("root.conf", "/"), ("subpath.conf", "/bibliotheek/")], ids=["root", "subpath"])
def host(request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with running(*request.param, folder, tmp_path_factory.mktemp("nginx")) as host:
        yield host


def expected(*kinds: str) -> dict[str, str]:
    """The headers of an answer, those of later kinds over those of earlier ones; an empty text: not there."""
    return {name.lower(): value for kind in ("page", *kinds) for name, value in HEADERS[kind].items()}


def check_headers(answer: Answer, *kinds: str) -> None:
    for name, value in expected(*kinds).items():
        assert answer.headers.get(name, "") == value, name


# the truth itself


def test_the_policy_allows_nothing_unsafe_and_nobody_else() -> None:
    policies = [kind["Content-Security-Policy"] for kind in HEADERS.values() if "Content-Security-Policy" in kind]
    assert len(policies) == 2
    for policy in policies:
        assert policy.startswith("default-src 'self'; ")
        assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    assert "frame-ancestors 'none'" in policies[0] and "frame-ancestors" not in policies[1]


def test_the_policy_in_the_pages_is_that_of_the_host_but_for_what_only_a_host_can_say(site: Site) -> None:
    ours = HEADERS["page"]["Content-Security-Policy"].replace("; frame-ancestors 'none'", "")
    pages = [page for page in site.pages.values() if not page.address.startswith("embed/")]
    assert len(pages) > 100
    for page in pages:
        metas = {meta.get("http-equiv") or meta.get("name"): meta.get("content") for meta in page.elements("meta")}
        if metas.get("refresh"):
            continue  # leads to another page and shows nothing
        assert metas["Content-Security-Policy"] == ours, page.address
        assert metas["referrer"] == HEADERS["page"]["Referrer-Policy"], page.address


# every answer


@needs_nginx
@pytest.mark.parametrize(
    "path", ["", "methoden/dok/", "404.html", "assets/pages/card.js", "bestaat-niet", "methoden", ".git/config"]
)
def test_every_answer_says_what_keeps_a_reader_safe(host: Host, path: str) -> None:
    check_headers(host.get(path))


@needs_nginx
def test_a_small_card_and_a_chart_may_stand_on_another_site_and_nothing_else(host: Host) -> None:
    check_headers(host.get("embed/dok/"), "embed")
    check_headers(host.get("embed/beeld/methoden/sirius-familiezorg.svg"), "embed")
    check_headers(host.get("methoden/dok/?x=/embed/dok/"))


@needs_nginx
@pytest.mark.parametrize(
    "path", ["api/v1/methods.json", "catalog.jsonld", "data/methods.csv", "methoden/dok/dok.yml", "feed.xml", "termijnen.ics"]
)
def test_programs_on_other_sites_may_read_the_data_and_nothing_else(host: Host, path: str) -> None:
    check_headers(host.get(path), "data")
    assert "access-control-allow-origin" not in host.get("methoden/dok/").headers


@needs_nginx
@pytest.mark.parametrize(
    "path",
    ["api/v1/methods/bestaat-niet.json", "data/weg.csv", "catalogus.ttl", "methoden/weg/weg.yml?x=1", "methoden/weg/feed.xml"],
)
def test_a_record_that_is_not_there_is_a_404_to_programs_on_other_sites_too(host: Host, path: str) -> None:
    answer = host.get(path)
    assert answer.status == 404
    check_headers(answer, "data")
    assert "access-control-allow-origin" not in host.get("bestaat-niet?x=/api/").headers


@needs_nginx
@pytest.mark.parametrize("path", ["api/v1/methods.json", "api/v1/weg.json", "data/methods.csv", "catalog.ttl", "feed.xml"])
def test_what_a_browser_asks_before_a_program_sends_headers_is_answered(host: Host, path: str) -> None:
    answer = host.get(path, method="OPTIONS", Origin="https://elders.example", **{"Access-Control-Request-Method": "GET"})
    assert (answer.status, answer.body) == (204, b"")
    check_headers(answer, "data", "preflight")
    assert host.get("methoden/dok/", method="OPTIONS").status == 405
    assert not set(map(str.lower, HEADERS["preflight"])) & set(host.get(path).headers)


ASK = """async ([address, headers]) => {
    const answer = await fetch(address, { headers, cache: 'no-store' });
    return [answer.status, answer.headers.get('etag'), (await answer.text()).length > 0];
}"""


@needs_nginx
def test_a_program_on_another_site_reads_records_and_learns_that_one_is_not_there(
    host: Host, browser: Browser, folder: Path
) -> None:
    start = f"http://127.0.0.1:{host.port}{host.prefix}"
    with served(folder) as elsewhere, patient_context(browser) as context:
        page = context.new_page()
        page.goto(f"{elsewhere.replace('127.0.0.1', 'localhost')}assets/favicon.svg")
        status, tag, _ = page.evaluate(ASK, [f"{start}api/v1/methods.json", {}])
        assert status == 200 and tag
        assert page.evaluate(ASK, [f"{start}api/v1/methods.json", {"If-None-Match": tag}])[0] == 304
        assert page.evaluate(ASK, [f"{start}api/v1/methods/weg.json", {}])[0] == 404
        assert page.evaluate(ASK, [f"{start}data/weg.csv", {"X-Eigen": "1"}])[0] == 404
        with pytest.raises(Error, match="Failed to fetch"):
            page.evaluate(ASK, [f"{start}methoden/dok/", {}])


@needs_nginx
def test_a_browser_is_told_to_stay_with_https_only_over_https(host: Host) -> None:
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate")
    check_headers(host.get("", https=True), "https")
    assert "strict-transport-security" not in host.get("").headers


@needs_nginx
def test_over_https_a_browser_gets_a_page_and_what_it_loads_by_http_2(host: Host, browser: Browser) -> None:
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate")
    ask = "performance.getEntries().filter(one => 'nextHopProtocol' in one).map(one => [one.name, one.nextHopProtocol])"
    with patient_context(browser, ignore_https_errors=True) as context:
        page = context.new_page()
        page.goto(f"https://127.0.0.1:{host.https_port}{host.prefix}methoden/dok/", wait_until="load")
        found = [protocol for name, protocol in page.evaluate(ask) if name.startswith("https://")]
    assert len(found) > 2 and set(found) == {"h2"}


@needs_nginx
def test_no_answer_tells_which_server_gives_it_or_sets_a_cookie(host: Host) -> None:
    for path in ("", "bestaat-niet"):
        answer = host.get(path)
        assert answer.headers["server"] == "nginx"
        assert "set-cookie" not in answer.headers and "x-powered-by" not in answer.headers


# files


@needs_nginx
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("assets/pages/card.js", "application/javascript; charset=utf-8"),
        ("assets/pages/card.css", "text/css; charset=utf-8"),
        ("assets/favicon.svg", "image/svg+xml"),
        ("zoek/begin.json", "application/json"),
        ("catalog.jsonld", "application/ld+json"),
        ("catalog.ttl", "text/turtle; charset=utf-8"),
        ("data/methods.csv", "text/csv; charset=utf-8"),
        ("termijnen.ics", "text/calendar; charset=utf-8"),
        ("feed.xml", "application/atom+xml"),
        ("methoden/dok/feed.xml", "application/atom+xml"),
        ("opensearch.xml", "application/opensearchdescription+xml"),
        ("sitemap.xml", "text/xml"),
        ("methoden/dok/dok.yml", "application/yaml; charset=utf-8"),
        (".well-known/security.txt", "text/plain; charset=utf-8"),
    ],
)
def test_every_kind_of_file_is_called_what_it_is(host: Host, path: str, kind: str) -> None:
    answer = host.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)


@needs_nginx
@pytest.mark.parametrize("path", ["", "assets/pages/card.css", "assets/lazy/search.js", "zoek/begin.json", "api/v1/methods.json"])
def test_text_is_compressed_for_who_can_unpack_it(host: Host, path: str) -> None:
    packed, plain = host.get(path, **{"Accept-Encoding": "gzip"}), host.get(path)
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body)
    assert packed.headers["vary"] == "Accept-Encoding"


@needs_nginx
def test_a_file_that_was_compressed_before_is_sent_as_it_is(host: Host) -> None:
    assert gzip.decompress(host.get("groot.txt", **{"Accept-Encoding": "gzip"}).body) == b"vooraf gecomprimeerd"
    assert host.get("groot.txt").body == b"niet dit"


@needs_nginx
@pytest.mark.skipif(not BROTLI.exists(), reason=f"nginx without the module for brotli; tried: {BROTLI}")
@pytest.mark.parametrize("asked", ["br", "gzip, br", "gzip, deflate, br, zstd"])
def test_who_can_unpack_brotli_gets_the_smaller_copy_with_all_headers(host: Host, asked: str) -> None:
    answer = host.get("groot.txt", **{"Accept-Encoding": asked})
    assert brotli.decompress(answer.body) == b"vooraf gecomprimeerd, en kleiner"
    assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("br", "Accept-Encoding")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    check_headers(answer)
    assert answer.headers["etag"]


# caching


@needs_nginx
def test_what_a_page_asks_for_may_be_kept_and_the_page_itself_is_asked_for_again(host: Host, site: Site) -> None:
    page = site.page("methoden/dok/")
    assert host.get(page.address).headers["cache-control"] == HEADERS["cache"]["other"]
    links = [link.get("href", "") for link in page.elements("link") if link.get("rel") == "stylesheet"]
    addresses = [*links, *(script.get("src", "") for script in page.elements("script") if script.get("src"))]
    assert len(addresses) == 2, "one sheet and one script"
    for address in addresses:
        answer = host.get(f"methoden/dok/{address}")
        assert (answer.status, answer.headers["cache-control"]) == (200, HEADERS["cache"]["versioned"]), address


@needs_nginx
@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("zoek/begin.json", False),
        ("zoek/w/0.json?v=0123456789ab", True),
        ("zoek/w/0.json", False),
        ("assets/pages/card.js", False),
        ("assets/pages/card.js?v=", False),
        ("assets/weg.js?v=0123456789ab", False),
        ("methoden/dok/?v=0123456789ab", False),
        ("api/v1/methods.json?v=0123456789ab", False),
    ],
)
def test_only_an_address_that_changes_with_its_content_may_be_kept(host: Host, path: str, kept: bool) -> None:
    assert host.get(path).headers["cache-control"] == HEADERS["cache"]["versioned" if kept else "other"]


@needs_nginx
def test_what_did_not_change_is_not_sent_again(host: Host) -> None:
    for options in ({}, {"Accept-Encoding": "gzip"}):
        first = host.get("methoden/dok/", **options)
        again = host.get("methoden/dok/", **options, **{"If-None-Match": first.headers["etag"]})
        assert (again.status, again.body) == (304, b"")


# wrong addresses


@needs_nginx
@pytest.mark.parametrize(
    "path", ["bestaat-niet", "methoden/bestaat-niet/", "assets/weg.js", ".git/config", "map/.htaccess", ".env"]
)
def test_a_wrong_address_and_a_hidden_file_give_the_page_for_wrong_addresses(host: Host, path: str, site: Site) -> None:
    answer = host.get(path)
    assert answer.status == 404
    assert answer.body == site.page("404.html").path.read_bytes()


@needs_nginx
def test_an_address_without_its_last_slash_leads_to_the_page(host: Host) -> None:
    answer = host.get("methoden/dok")
    assert (answer.status, answer.headers["location"]) == (301, f"{host.prefix}methoden/dok/")


@needs_nginx
@pytest.mark.parametrize("path", ["../", "..%2f", "%2e%2e/%2e%2e/etc/passwd", "assets../nginx.conf"])
def test_nothing_outside_the_site_can_be_asked_for(host: Host, path: str) -> None:
    answer = host.get(path)
    assert answer.status in (400, 404) and b"root:" not in answer.body and b"daemon" not in answer.body


@needs_nginx
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_site_can_be_read_and_nothing_else(host: Host, method: str) -> None:
    assert host.get("", method=method).status == 405
    assert host.get("", method="HEAD").body == b""


# in a browser


@needs_nginx
def test_under_these_headers_a_browser_searches_and_compares_without_a_complaint(host: Host, browser: Browser) -> None:
    start, wrong = f"http://127.0.0.1:{host.port}{host.prefix}", []
    with patient_context(browser) as context:
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(start) else None)
        page.goto(f"{start}methoden/?q=kopp")
        expect(page.locator("[data-results]")).to_contain_text("Buitenspelproject")
        page.goto(f"{start}vergelijken/?m=dok,steunpartners")
        expect(page.locator("[data-short] thead th")).to_have_count(2)
    assert wrong == []
