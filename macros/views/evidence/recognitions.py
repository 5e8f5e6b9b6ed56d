"""The decisions of bodies about methods, in their own words, and the scales that they use. Never a rating of our own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.library.claims import anchor_of
from macros.library.library import Library
from macros.model.crosswalk import Scale, ScaleStep
from macros.model.data import Source, Term
from macros.model.method import Method
from macros.model.recognition import Recognition
from macros.views.common.comparability import is_old
from macros.views.common.dutch import listed
from macros.views.common.lines import Line, NoNotes, link_to_card, row_context
from macros.views.common.wording import ladder_text
from macros.views.evidence.evidence_rows import statement_lines
from macros.views.evidence.verdicts import verdict_views
from macros.views.missing.why_empty import empty_lines

METHODS_PER_PAGE = 200
"""Methods on one page."""


class RecognitionRow(NamedTuple):
    method: str
    link: str
    body: str | None
    level: str | None
    """Word for word"""
    step: str | None
    """Id of the step on the Dutch scale, to filter on."""
    scope: str | None
    date: str | None
    year: int | None
    is_old: bool
    state: str
    state_id: str
    """State of the recognition; or unknown, not-found, not-applicable if there is none."""
    remarks: tuple[str, ...]
    """What it replaced, why, what the body adds, and how others show the same decision; or why nothing is known."""
    sources: tuple[Source, ...]
    claims: tuple[Line, ...]
    """What others say about recognition, which is not a decision."""


class ScaleStepView(NamedTuple):
    label: str
    text: str
    is_checked: bool


class ScaleView(NamedTuple):
    id: str
    name: str
    body: str
    country: str
    rates: str
    urls: tuple[str, ...]
    steps: tuple[ScaleStepView, ...]


class BandView(NamedTuple):
    name: str
    description: str
    cells: tuple[tuple[str, ...], ...]
    """For each scale the labels of its steps that require this."""


class Crosswalk(NamedTuple):
    scales: tuple[ScaleView, ...]
    bands: tuple[BandView, ...]
    outside_bands: tuple[tuple[str, ...], ...]
    """For each scale the steps that fit no band."""
    not_checked: tuple[tuple[str, ...], ...]
    """For each scale the steps whose requirements were not looked up."""


def recognition_rows(methods: Sequence[Method], library: Library) -> tuple[RecognitionRow, ...]:
    """A row for each verdict, and one for each method without recognitions, in the order of the methods."""
    return tuple(row for method in methods for row in _method_rows(method, library))


def _method_rows(method: Method, library: Library) -> Iterator[RecognitionRow]:
    link = f"methoden/{method.id}/#erkenning"
    statements_of_owner = statement_lines("recognition-claim", method.recognition_claims, NoNotes())
    steps = (
        Line(f"Trede op de effectladder: {ladder_text(step)}", claim=anchor_of("effect-ladder", step))
        for step in method.effect_ladder
    )
    claims = tuple(link_to_card(line, method.id) for line in (*statements_of_owner, *steps))
    if not method.recognitions:
        why = empty_lines(method, "recognitions")[0]
        state = "geen erkenning gevonden" if why.tone == "not-found" else why.text
        yield RecognitionRow(
            method.name,
            link,
            *(None,) * 6,
            is_old=False,
            state=state,
            state_id=why.tone,
            remarks=(why.detail,) if why.detail else (),
            sources=(),
            claims=claims,
        )
    for view in verdict_views(method, row_context(library)):
        decision = view.recognition
        yield RecognitionRow(
            method=method.name,
            link=f"methoden/{method.id}/#{view.anchor}",
            body=view.body,
            level=view.level,
            step=view.verdict.step.id if view.verdict.step else None,
            scope=view.scope,
            date=view.date,
            year=decision.date.year if decision.date else None,
            is_old=is_old(decision, library.today),
            state=view.state,
            state_id=view.state_id,
            remarks=tuple(filter(None, (view.before, decision.reason, decision.note, *_readings(decision)))),
            sources=tuple(citation.source for citation in decision.sources),
            claims=claims,
        )


def _readings(decision: Recognition) -> Iterator[str]:
    for reading in decision.readings:
        yield f"{listed([citation.source.publisher for citation in reading.sources])} toont dit besluit anders: {reading.says}"


def crosswalk_view(library: Library) -> Crosswalk:
    scales = tuple(library.crosswalk.values())
    bands = library.vocabularies["evidence-band"].terms.values() if scales else ()
    return Crosswalk(
        scales=tuple(_scale_view(scale) for scale in scales),
        bands=tuple(_band_view(band, scales) for band in bands),
        outside_bands=tuple(tuple(step.label for step in scale.steps if step.meaning and not step.asks) for scale in scales),
        not_checked=tuple(tuple(step.label for step in scale.steps if not step.meaning) for scale in scales),
    )


def _scale_view(scale: Scale) -> ScaleView:
    return ScaleView(
        scale.id, scale.name, scale.body, scale.country, scale.rates, scale.urls, tuple(_step_view(step) for step in scale.steps)
    )


def _step_view(step: ScaleStep) -> ScaleStepView:
    return ScaleStepView(step.label, " ".join(filter(None, (step.meaning, step.note))), step.meaning is not None)


def _band_view(band: Term, scales: Sequence[Scale]) -> BandView:
    cells = tuple(tuple(step.label for step in scale.steps if step.asks and step.asks.id == band.id) for scale in scales)
    return BandView(band.nl, band.description, cells)
