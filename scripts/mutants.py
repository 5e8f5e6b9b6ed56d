"""Put small faults into the code and see whether the tests of its room notice: `make mutants`, `make mutants ROOM=model`.

Prints how many faults were made, how many a test noticed, and the rest by name. SAMPLE=150 makes so many in each room of
Python, and those of so many lines of JavaScript, always the same ones. What no test needs to notice stands in
tests/mutants/accepted.toml.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from scripts.mutation.accepted import Accepted, Key, read_accepted
from scripts.mutation.javascript import run_stryker
from scripts.mutation.mutants import mutants_of
from scripts.mutation.runs import measure, run
from scripts.mutation.workspace import workspace

ROOMS = ("model", "validation", "library", "history", "views", "search", "open_data", "contributing", "javascript")
LEAST = 85
"""Per cent of the mutants that the tests of a room must catch, those that are accepted left out."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", choices=(*ROOMS, []), help="all rooms without one")
    parser.add_argument("--sample", type=int, help="so many mutants of each room; of JavaScript those of so many lines")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="so many runs at the same time")
    options = parser.parse_args(arguments)
    accepted = read_accepted()
    shares = [_share(room, accepted, options.sample, options.jobs) for room in options.rooms or ROOMS]
    return 0 if min(shares) >= LEAST else 1


def _share(room: str, accepted: Accepted, sample: int | None, jobs: int) -> float:
    """The per cent that the tests of a room catch; prints what they do not."""
    begin = time.monotonic()
    counts = {"caught": 0, "accepted": 0, "rest": 0}
    with workspace() as folder:
        found = run_stryker(folder, jobs, sample) if room == "javascript" else _python(folder, room, sample, jobs)
        for key, line, is_caught in found:
            kind = "caught" if is_caught else "accepted" if key in accepted else "rest"
            counts[kind] += 1
            if kind == "rest":
                print(f"  {key[0]}:{line}\n    - {key[1]}\n    + {key[2]}", flush=True)
    share = 100 * counts["caught"] / max(1, counts["caught"] + counts["rest"])
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    print(f"{room}: {sum(counts.values())} mutants, {told}: {share:.0f}% in {time.monotonic() - begin:.0f} s", flush=True)
    if not sample and (unused := accepted.unused("docs/" if room == "javascript" else f"macros/{room}/")):
        print("  accepted, but no longer made:", *unused, sep="\n    ")
    return share


def _python(folder: Path, room: str, sample: int | None, jobs: int) -> Iterator[tuple[Key, int, bool]]:
    mutants = mutants_of(folder, f"macros/{room}")[:sample]
    for mutant, is_caught in run(folder, room, measure(folder, room), mutants, jobs):
        yield mutant.key, mutant.lines[0], is_caught


if __name__ == "__main__":
    sys.exit(main())
