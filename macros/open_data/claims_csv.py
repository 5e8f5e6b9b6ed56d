"""The ledger as CSV: one claim a row, with numbers as numbers."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.results import Proportion
from macros.open_data.cells import dutch_cell
from macros.open_data.csv_text import dutch_csv
from macros.views.common.comparability import INDEPENDENCE
from macros.views.common.dutch import UNKNOWN
from macros.views.common.intervals import wilson
from macros.views.common.subjects import Subject
from macros.views.common.wording import citation_text, follow_up_text
from macros.views.evidence.claims import ClaimView, LedgerClaim, claim_view, ledger_claims, outcome_claim
from macros.views.evidence.studies import participants_text

COLUMNS = (
    "id", "soort", "over", "adres", "maat", "uitspraak", "waarde", "toelichting", "aantal", "totaal", "eenheid", "percentage",
    "interval_laag", "interval_hoog", "richting", "opzet", "vervolgmeting", "basisset", "wie", "onafhankelijk", "kanttekening",
    "andere_lezingen", "bronnen", "adressen", "verschenen", "wie_spreekt", "onderzoek", "deelnemers",
)  # fmt: skip


def claims_csv(library: Library, root: str = "") -> bytes:
    """The whole file, in UTF-8; `root` is the address of the site, if it knows that."""
    return _csv(ledger_claims(library), root)


def outcomes_csv(results: Iterable[tuple[Subject, Outcome]], root: str = "") -> bytes:
    """The same columns for some results."""
    return _csv(map(outcome_claim, results), root)


def outcome_lines(results: Iterable[tuple[Subject, Outcome]], root: str = "") -> tuple[str, dict[str, str]]:
    """The same line by line, for a chart that carries its numbers: (the names of the columns, address of a result → its line)."""
    found = list(results)
    lines = {
        subject.claim_link(outcome): _line(map(dutch_cell, _values(outcome_claim((subject, outcome)), root)))
        for subject, outcome in found
    }
    return _line(COLUMNS), lines


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="").writerow(cells)
    return text.getvalue()


def _values(claim: LedgerClaim, root: str) -> list[Any]:
    """In the order of the columns. Raises KeyError for a value without a column."""
    row = _row(claim, claim_view(claim), root)
    if stray := row.keys() - set(COLUMNS):
        raise KeyError(*stray)
    return [row.get(name) for name in COLUMNS]


def _csv(claims: Iterable[LedgerClaim], root: str) -> bytes:
    text = dutch_csv()
    text.write(COLUMNS)
    for one in claims:
        text.write(_values(one, root))
    return text.content()


def _row(claim: LedgerClaim, view: ClaimView, root: str) -> dict[str, Any]:
    return {
        "id": view.id,
        "soort": view.kind_name,
        "over": view.subject.name,
        "adres": root + view.link,
        "maat": view.measure.nl if view.measure else None,
        "uitspraak": view.text,
        "waarde": view.number.headline if view.number else None,
        "toelichting": view.number.remark if view.number else None,
        **_figures(claim),
        "richting": view.direction.nl if view.direction else None,
        "opzet": view.design.nl if view.design else None,
        **_of_outcome(claim.record),
        "wie": "; ".join(view.facts),
        "onafhankelijk": {"independent": "ja", "own": "nee", "unknown": UNKNOWN}[view.who] if view.who in INDEPENDENCE else None,
        "kanttekening": view.caveat,
        "andere_lezingen": " | ".join(
            f"{other.text} ({'; '.join(source.publisher for source in other.sources)})" for other in view.others
        ),
        "bronnen": " | ".join(map(citation_text, view.sources)),
        "adressen": " | ".join(citation.source.URL or "zonder adres" for citation in view.sources),
        "verschenen": " | ".join(str(citation.source.issued or "zonder datum") for citation in view.sources),
        "wie_spreekt": " | ".join(citation.source.voice.nl for citation in view.sources),
    }


def _of_outcome(record: Any) -> dict[str, Any]:
    """The columns that only a result fills."""
    if not isinstance(record, Outcome):
        return {}
    return {
        "vervolgmeting": follow_up_text(record.follow_up) if record.follow_up else None,
        "basisset": record.basic_set.nl if record.basic_set else None,
        "onderzoek": record.study.id,
        "deelnemers": participants_text(record.study.participants) if record.study.participants else None,
    }


def _figures(claim: LedgerClaim) -> dict[str, Any]:
    """The columns with numbers; an interval (Wilson, 95%, in per cent) only if count and total are known."""
    record = claim.record.result if isinstance(claim.record, Outcome) else claim.record
    unit = getattr(record, "unit", None)
    figures = {
        "aantal": getattr(record, "count", None),
        "eenheid": unit.nl if unit else None,
        "totaal": getattr(record, "of", None),
        "percentage": getattr(record, "percent", None),
    }
    if isinstance(record, Proportion):
        interval = wilson(record.count, record.of)
        share = round(100 * record.count / record.of, 1)
        figures |= {
            "percentage": share,
            "interval_laag": round(100 * interval.low, 1),
            "interval_hoog": round(100 * interval.high, 1),
        }
    return figures
