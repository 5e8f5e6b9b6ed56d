"""What argparse says of itself, in Dutch: it asks gettext for each text, and there is no Dutch catalogue of Python."""

import argparse

TEXTS = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat u noemt",
    "options": "mogelijkheden",
    "show this help message and exit": "toon deze uitleg",
    "show program's version number and exit": "toon de versie",
    " (default: %(default)s)": " (zonder: %(default)s)",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fout: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "bij %(argument_name)s: %(message)s",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "one of the arguments %s is required": "een hiervan is nodig: %s",
    "unrecognized arguments: %s": "dit is onbekend: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "expected one argument": "hierachter hoort één waarde",
    "expected at most one argument": "hierachter hoort hoogstens één waarde",
    "expected at least one argument": "hierachter hoort minstens één waarde",
    "expected %s argument": "hierachter hoort %s waarde",
    "expected %s arguments": "hierachter horen %s waarden",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet; kies uit %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r kan niet",
    "ignored explicit argument %r": "hier hoort geen waarde: %r",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan meer betekenen: %(matches)s",
    "can't open '%(filename)s': %(error)s": "“%(filename)s” is niet te openen: %(error)s",
}
"""As argparse says it → as we do."""


def speak_dutch() -> None:
    """Let every parser of this process do so."""
    argparse._ = lambda text: TEXTS.get(text, text)  # type: ignore[attr-defined]
    argparse.ngettext = lambda one, more, count: TEXTS.get(one if count == 1 else more, more)  # type: ignore[attr-defined]
