"""How many families a comparison needs, as a chart to take along."""

import datetime

from macros.views.common.dutch import date_text
from macros.views.common.figure import Drawing, Figure, Sign
from macros.views.evidence.sample_size import sample_sizes

PAGE = "bewijs/hoeveel-gezinnen/"
"""Hand-written, with the macro that draws it."""
ROW = 30


def sample_size_figure(today: datetime.date) -> Figure:
    """The bars of the page, with what they rest on."""
    view = sample_sizes()
    title = "Hoeveel gezinnen in elke groep, als het met de gewone hulp bij de helft lukt"
    words = "; ".join(f"50% tegen {50 + point.difference}%: {point.families}" for point in view.curve)
    return Figure(
        title=title,
        page=PAGE,
        name="hoeveel-gezinnen",
        drawing=Drawing("bars", ROW * len(view.curve) + 8, view),
        signs=(Sign("few", f"De streep: {view.few} gezinnen."),),
        notes=(
            f"Berekend, niet gemeten. Twee groepen die even groot zijn; kans op een verschil dat er niet is: {view.alpha} "
            f"(tweezijdig); kans om een verschil te zien dat er is: {view.power}.",
        ),
        sources=(view.source,),
        day=date_text(today),
        description=f"{title}: {words}.",
        table=(
            ("gewone hulp (%)", "met de methode (%)", "gezinnen per groep", "gezinnen samen"),
            *((50, 50 + point.difference, point.families, 2 * point.families) for point in view.curve),
        ),
    )
