"""The HTML that another site pastes to show a small card or a chart."""

from markupsafe import Markup

WIDTH, HEIGHT = 320, 400
"""Size of the frame in CSS pixels; the small card is designed to fit."""
_FRAME = Markup(
    '<iframe src="{address}" title="{title}" width="{width}" height="{height}" loading="lazy"'
    ' sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>'
)
"""The frame may open the card in a new tab and nothing else: no script, no form, and no referrer of the reader's page."""


def embed_code(address: str, name: str) -> Markup:
    """The frame that shows the small card at this address; the texts are escaped."""
    return _FRAME.format(address=address, title=f"Methodekaart: {name}", width=WIDTH, height=HEIGHT)


_IMAGE = Markup(
    '<a href="{page}"><img src="{picture}" alt="{title}" width="780" loading="lazy" style="max-width:100%;height:auto"></a>'
)
"""A chart has its title, sources and date in it; the page behind it has the same in words."""


def chart_code(picture: str, page: str, title: str) -> Markup:
    """The image of the chart at this address, which leads to its page; the texts are escaped."""
    return _IMAGE.format(picture=picture, page=page, title=title)
