"""The small files that programs look for at a fixed address: robots.txt, llms.txt, OpenSearch and security.txt."""

import datetime
from collections.abc import Iterator

from markupsafe import escape

from macros.library.library import Library
from macros.open_data.publication import API, DATA_LICENCE, TEXT_LICENCE, Publication

OPEN_SEARCH = "opensearch.xml"
SECURITY = ".well-known/security.txt"
_VALID = datetime.timedelta(days=364)
"""RFC 9116 advises less than a year."""


def signpost_files(library: Library, publication: Publication) -> Iterator[tuple[str, str]]:
    """(address, text) of each file; a file is left out if a setting that it needs is missing."""
    yield "robots.txt", _robots(publication)
    yield "llms.txt", _llms(library, publication)
    if publication.url:
        yield OPEN_SEARCH, _open_search(publication)
    if publication.security_contact or publication.repository:
        yield SECURITY, _security(library, publication)


def _robots(publication: Publication) -> str:
    sitemap = f"\nSitemap: {publication.url}sitemap.xml\n" if publication.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _llms(library: Library, publication: Publication) -> str:
    """A description of the site for language models (llmstxt.org)."""
    at = publication.address
    return f"""# {publication.name}

> {publication.description}

{len(library.methods)} methoden, elk op een kaart. Opname is geen aanbeveling. Bij elk gegeven staat de bron. Neem een getal \
alleen over met zijn totaal, zijn eenheid, wie het mat en de bron; een percentage zonder totaal is niet te wegen. Wat op een \
kaart ontbreekt, is onbekend en geen nee.

## Gegevens

- [Alle methoden]({at(API)}methods.json): JSON, met facetten
- [Wat bronnen zeggen]({at(API)}claims.json): JSON, met interval, bron en vast adres
- [Begrippen]({at(API)}vocabularies.json): JSON, Nederlands en Engels
- [Alle bestanden]({at(API)}index.json): JSON, met de schema's

## Uitleg

- [Open data]({at("data/")}): alle vormen, met voorbeelden
- [Hoe wij bewijs weergeven]({at("over/weging/")})
- [Licentie]({at("over/licentie/")}): gegevens {DATA_LICENCE}, teksten {TEXT_LICENCE}
"""


def _open_search(publication: Publication) -> str:
    """Lets a browser search the site from its address bar."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Methoden</ShortName>
<LongName>{escape(publication.name)}</LongName>
<Description>{escape(f"Zoek een methode in {publication.name}.")}</Description>
<Url type="text/html" template="{escape(publication.url)}methoden/?q={{searchTerms}}"/>
<Language>nl</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image height="16" width="16" type="image/svg+xml">{escape(publication.url)}assets/favicon.svg</Image>
</OpenSearchDescription>
"""


def _security(library: Library, publication: Publication) -> str:
    """RFC 9116. The contact is a page or the address of a role, never a person."""
    canonical = f"Canonical: {publication.url}{SECURITY}\n" if publication.url else ""
    return (
        f"Contact: {publication.security_contact or publication.repository}\n"
        f"Expires: {(library.today + _VALID).isoformat()}T00:00:00Z\n"
        f"Preferred-Languages: nl, en\n{canonical}"
    )
