"""The words that the format itself allows, and that are in no list: what Dutch people call them."""

LABELS = {
    "up": "meer",
    "down": "minder",
    "webpage": "webpagina",
    "report": "rapport",
    "article-newspaper": "artikel in een krant",
    "article-magazine": "artikel in een vakblad",
    "article-journal": "wetenschappelijk artikel",
    "thesis": "scriptie of proefschrift",
    "post-weblog": "bericht op een weblog",
    "legislation": "wet of regeling",
    "book": "boek",
}
"""Dutch for values of the format itself, which are in no vocabulary."""
