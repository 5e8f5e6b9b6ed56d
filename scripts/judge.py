"""Judge the search by questions of which it is known what they should find, without a browser.

`python -m scripts.judge FILE [LIBRARY]` prints what does not hold: of tests/search/queries.yml for tests/example_site, of
tests/real_library/queries.yml for the library itself.
"""

import argparse
from pathlib import Path

from macros.library.loader import load_library
from scripts import run
from scripts.judging.asking import ask, read_questions
from scripts.judging.expectations import compute_figures, find_broken

ROOT = Path(__file__).parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.judge", description="Beoordeel de antwoorden van de zoekmachine.")
    parser.add_argument("questions", type=Path, help="bestand met vragen en wat die moeten vinden")
    parser.add_argument("library", type=Path, nargs="?", default=ROOT, help="map met de kaarten en de gegevens")
    given = parser.parse_args()
    questions = read_questions(given.questions)
    judged = list(zip(questions, ask(load_library(given.library), [one["q"] for one in questions]), strict=True))
    for question, answer in judged:
        if broken := find_broken(question, answer):
            print(f"{question['q']}: {'; '.join(broken)}")
    print(compute_figures(judged))
    return 0


if __name__ == "__main__":
    run(main)
