"""A page of a built site as the tests of the evidence pages read it."""

from pathlib import Path

import html5lib


class Parsed:
    """One page of a site, parsed as browsers do."""

    def __init__(self, site: Path, address: str) -> None:
        self.site, self.address = site, address
        self.html = (site / address / "index.html").read_text(encoding="utf-8")
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree = parser.parse(self.html)
        self.errors = parser.errors

    def all(self, path: str) -> list:
        return self.tree.findall(f".//{path}")

    def drawn(self, name: str) -> list:
        """All elements of a name inside pictures."""
        return [
            one for one in self.tree.iter() if isinstance(one.tag, str) and one.tag == f"{{http://www.w3.org/2000/svg}}{name}"
        ]

    @property
    def ids(self) -> set[str]:
        return {element.attrib["id"] for element in self.tree.iter() if "id" in element.attrib}

    @property
    def text(self) -> str:
        return text_of(self.tree.find("body"))

    def follow(self, href: str) -> tuple[str, str]:
        """(address of the page, anchor) that a link within the site leads to."""
        path, _, anchor = href.partition("#")
        target = (self.site / self.address / path).resolve().relative_to(self.site.resolve()).as_posix()
        return ("" if target == "." else f"{target}/"), anchor


def text_of(element) -> str:
    return " ".join("".join(element.itertext()).split())
