"""The macro of the plain MkDocs project: a card as Markdown. It knows nothing of the library's own code."""

from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader

ROOT = Path(__file__).parent


def define_env(env):
    data = {name: read(ROOT / "data" / f"{name}.yml") for name in ("organisations", "sources", "elements", "tools")}
    words = {file.stem: read(file)["terms"] for file in (ROOT / "data" / "vocabularies").glob("*.yml")}
    cards = {file.stem: read(file) for file in (ROOT / "methods").glob("*.yml")}
    templates = Environment(loader=FileSystemLoader(ROOT), trim_blocks=True, lstrip_blocks=True)
    template = templates.get_template("card.md")

    @env.macro
    def method_card(id):
        card = cards[id]
        return template.render(card=card, cards=cards, words=words, numbers=source_numbers(card), **data)


def read(file):
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def source_numbers(value, numbers=None):
    """Number the sources in the order in which the card names them."""
    numbers = {} if numbers is None else numbers
    if isinstance(value, dict):
        if "source" in value:
            numbers.setdefault(value["source"], len(numbers) + 1)
        for inner in value.values():
            source_numbers(inner, numbers)
    elif isinstance(value, list):
        for inner in value:
            source_numbers(inner, numbers)
    return numbers
