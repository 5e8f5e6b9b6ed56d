"""The JSON files below /api/: each kind with its schema."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.library.library import Library
from macros.model.data import Vocabulary
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.open_data.added import ADDED, number_text, who_label
from macros.open_data.documents import KINDS, PER_ID, TERM_LISTS, TERM_VALUES, file_schema, schema_path
from macros.open_data.members import Writer, plain_named, plain_term
from macros.open_data.publication import API, Publication, file_head
from macros.rendering.compact_json import compact
from macros.views.catalogue.catalogue import summary_line
from macros.views.catalogue.facets import FACETS, labels_of
from macros.views.common.comparability import STANDING_SENTENCES
from macros.views.common.dutch import by_name
from macros.views.evidence.claims import ClaimView, LedgerClaim, claim_view, ledger_claims
from macros.views.reference.organisations import OrganisationView, organisation_views

AT_ONCE = 500
"""Claims in a file: about half a megabyte, so that no program has to hold all claims in memory."""
Files = Iterator[tuple[str, str]]


class Api:
    """Makes the files. Each process needs an object of its own, because a writer remembers which sources it cited."""

    def __init__(self, library: Library, publication: Publication) -> None:
        self.library = library
        self.publication = publication
        self.write = Writer(library, ADDED)

    def file(self, kind: str, name: str, body: dict[str, Any]) -> tuple[str, str]:
        """(address, text) of a file; `references` are added where its kind has them."""
        path = f"{API}{name}.json"
        values = file_head(kind, path, self.publication, self.library.today) | body
        if "references" in KINDS[kind].body:
            values["references"] = self.write.references()
        return path, compact(values)

    def schemas(self) -> Files:
        for kind in KINDS:
            text = json.dumps(file_schema(kind, self.write), ensure_ascii=False, indent=1) + "\n"
            yield schema_path(kind), text

    def index(self) -> tuple[str, str]:
        documents = [
            {
                "address": API + (f"{PER_ID[kind]}/<id>.json" if kind in PER_ID else f"{kind}.json"),
                "schema": schema_path(kind),
                "title": about.title,
            }
            for kind, about in KINDS.items()
        ]
        return self.file("index", "index", {"documents": documents})

    def methods(self) -> Files:
        """A file for each method, and the list of all."""
        counts: dict[str, dict[str, int]] = {facet.id: {} for facet in FACETS}
        rows = {}
        for method in self.library.methods.values():
            body = self.write(method)
            rows[method.id] = _list_entry(method, body)
            _count_values(body["facets"], counts)
            yield self.file("method", f"methods/{method.id}", body | {"standing_sentences": STANDING_SENTENCES})
        listed = [rows[method.id] for method in by_name(self.library.methods.values())]
        described = [self._facet(facet, counts[facet.id]) for facet in FACETS]
        body = {"total": len(listed), "standing_sentences": STANDING_SENTENCES, "facets": described, "methods": listed}
        yield self.file("methods", "methods", body)

    def moved(self) -> Files:
        """A file at the address of every moved or removed method, so that published addresses keep working."""
        for old_id, entry in self.library.moved.items():
            method = self.library.methods.get(entry.to or "")
            body: dict[str, Any] = {"id": old_id}
            if method:
                body |= {"moved_to": plain_named(method), "data": f"{API}methods/{method.id}.json"}
            else:
                gone = self.library.moved.get(entry.to or "", entry)
                body |= {"name": gone.name, "removed": str(gone.removed), "reason": gone.reason}
            yield self.file("moved", f"methods/{old_id}", body)

    def _facet(self, facet: Any, counts: dict[str, int]) -> dict[str, Any]:
        values = [
            {"id": value, "label": label, "count": counts[value]}
            for value, label in labels_of(facet, self.library).items()
            if value in counts
        ]
        return {"id": facet.id, "label": facet.label, "group": facet.group, "subject": facet.subject, "values": values}

    def organisation_files(self) -> Files:
        for view in organisation_views(self.library):
            record = self.library.organisations[view.id]
            yield self.file("organisation", f"organisations/{view.id}", self.write(record) | {"roles": list(_roles(view))})

    def lists(self) -> Files:
        """The files that are a list of records."""
        records: dict[str, Iterable[Any]] = {
            "organisations": by_name(self.library.organisations.values()),
            "sources": self.library.sources.values(),
            "elements": by_name(self.library.elements.values()),
            "tools": by_name(self.library.tools.values()),
            "base_rates": self.library.base_rates.values(),
            "guidelines": by_name(self.library.guidelines.values()),
            "helplines": self.library.helplines.values(),
            "scales": self.library.crosswalk.values(),
        }
        for kind, all_of_them in records.items():
            yield self.file(kind, kind, {kind: [self.write(record) for record in all_of_them]})
        vocabularies = [_vocabulary(name, vocabulary) for name, vocabulary in sorted(self.library.vocabularies.items())]
        yield self.file("vocabularies", "vocabularies", {"vocabularies": vocabularies})

    def claims(self) -> Files:
        everything = list(ledger_claims(self.library))
        pages = -(-len(everything) // AT_ONCE) or 1
        for page in range(1, pages + 1):
            some = everything[(page - 1) * AT_ONCE : page * AT_ONCE]
            following = {"next": f"{API}claims/{page + 1}.json"} if page < pages else {}
            name = "claims" if page == 1 else f"claims/{page}"
            body = {"total": len(everything), "page": page, "pages": pages, **following}
            yield self.file("claims", name, body | {"claims": [self._claim(one, claim_view(one)) for one in some]})

    def _claim(self, claim: LedgerClaim, view: ClaimView) -> dict[str, Any]:
        subject = view.subject
        values = {
            "id": view.id,
            "address": view.link,
            "kind": {"id": view.kind, "nl": view.kind_name},
            "subject": {
                "kind": "tool" if subject.is_tool else "method",
                "id": subject.id,
                "name": subject.name,
                "address": subject.link,
            },
            "text": view.text,
            "number": number_text(view.number),
            "result": self.write(claim.record.result) if isinstance(claim.record, Outcome) else None,
            "measure": plain_term(view.measure) if view.measure else None,
            "direction": plain_term(view.direction) if view.direction else None,
            "design": plain_term(view.design) if view.design else None,
            "study": {"id": view.study.id, "title": view.study_title, "address": view.study_link} if view.study else None,
            "who": who_label(view.who) if view.who else None,
            "facts": list(view.facts),
            "caveat": view.caveat,
            "others": [
                {"text": other.text, "sources": [self.write.cite(source) for source in other.sources]} for other in view.others
            ],
            "sources": [self.write(citation) for citation in view.sources],
        }
        return {name: value for name, value in values.items() if value is not None}


def _list_entry(method: Method, body: Mapping[str, Any]) -> dict[str, Any]:
    """The entry of a method in the list of all, taken from the content of its own file."""
    kept = {name: body[name] for name in ("id", "name", "address", "reviewed") if name in body}
    return kept | {"line": summary_line(method.summary), "facets": body["facets"]}


def _count_values(values: Mapping[str, list[str]], counts: dict[str, dict[str, int]]) -> None:
    for facet_id, found in values.items():
        for value in set(found):
            counts[facet_id][value] = counts[facet_id].get(value, 0) + 1


def _roles(view: OrganisationView) -> Iterator[dict[str, Any]]:
    for role in view.roles:
        method_id = role.link.split("/")[1]
        yield {"method": {"id": method_id, "name": role.method}, "role": role.role} | ({"note": role.note} if role.note else {})


def _vocabulary(name: str, vocabulary: Vocabulary) -> dict[str, Any]:
    terms = [
        {"id": term.id, "nl": term.nl, "en": term.en}
        | {name: list(value) for name in TERM_LISTS if (value := getattr(term, name))}
        | {name: value for name in TERM_VALUES if (value := getattr(term, name))}
        | {"description": term.description, "address": f"begrippen/#{name}-{term.id}"}
        for term in vocabulary.terms.values()
    ]
    return {
        "id": name,
        "address": f"begrippen/#{name}",
        "label": vocabulary.label,
        "label_en": vocabulary.label_en,
        "description": vocabulary.description,
        "origin": vocabulary.origin,
        "origin_urls": list(vocabulary.origin_urls),
        "complete": vocabulary.complete,
        "closed": vocabulary.closed,
        "terms": terms,
    }
