"""Measure the build against others: `python -m scripts.bench [--sizes N …] [--peers-at N …] [--runs N] [--profile]`.

The same cards are built by this library, by plain MkDocs and by Hugo, in turns, each in a fresh process; and checked, compared
and built again with one card changed, with what the first time kept. Compare the ratios and not the seconds: those belong to
the machine. What differs too much from turn to turn is not reported; the exit code is then 2.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from scripts.benchmark.library import REPOSITORY, begin_history, card_files, real_cards, write_library
from scripts.benchmark.measure import BuiltCards, MeasurementFailed, RunCost, failure_text, measure_output, measure_run
from scripts.benchmark.memory import can_measure, measure_memory
from scripts.benchmark.steps import OURS, BenchStep, steps
from scripts.benchmark.table import memory_text, promise_text, promises, table

LEAST_WORDS = 0.75
"""Share of our words that a peer must show on a card page; with fewer it does not do the same work."""
DISK_WAIT = 10
"""Seconds."""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    costs: dict[int, dict[str, list[RunCost]]] = {}
    try:
        if options.folder.exists():
            shutil.rmtree(options.folder)
        for size in options.sizes:
            folder = options.folder / str(size)
            costs[size] = _measure(folder, size, options)
            print(table(size, costs[size]), flush=True)
            if can_measure():
                print(memory_text(size, measure_memory(_cold(folder), REPOSITORY)), flush=True)
            if options.profile:
                _profile(folder)
    except (MeasurementFailed, ValueError, OSError, subprocess.CalledProcessError) as error:
        print(f"de meting is mislukt: {failure_text(error)}", file=sys.stderr)
        return 1
    found = list(promises(costs))
    print("", *map(promise_text, found), sep="\n")
    return 2 if any(promise.is_kept is None for promise in found) else 0


def _measure(folder: Path, size: int, options: argparse.Namespace) -> dict[str, list[RunCost]]:
    """Write the projects of one size and go through the steps in turns, each in a process of its own."""
    library = folder / "library"
    write_library(library, size)
    begin_history(library)
    print(_description(library), flush=True)
    turn = steps(folder, with_peers=options.peers_at is None or size in options.peers_at)
    costs: dict[str, list[RunCost]] = {step.name: [] for step in turn}
    _wait_for_disk()
    for _ in range(options.runs):
        for step in turn:
            step.prepare()
            costs[step.name].append(measure_run(step.command, step.folder))
            print(f"- {step.name}: {_run_text(costs[step.name][-1])}", flush=True)
    _compare_outputs(turn, [file.stem for file in card_files(library)])
    return costs


def _wait_for_disk() -> None:
    """Wait for the file system: for some seconds after thousands of files were created or removed, ext4 creates files four
    times slower, which would be unfair to the builder that creates most of them."""
    os.sync()
    time.sleep(DISK_WAIT)


def _compare_outputs(turn: Sequence[BenchStep], ids: Sequence[str]) -> None:
    """Say what each made of the cards. Raises MeasurementFailed if one did not do the same work."""
    outputs: dict[str, BuiltCards] = {step.name: measure_output(step.site, ids) for step in turn if step.site}
    for name, found in outputs.items():
        print(f"- {name}: {found.pages} kaartpagina's, gemiddeld {found.bytes / 1000:.1f} kB HTML en {found.words:.0f} woorden")
        if found.words < LEAST_WORDS * outputs[OURS].words:
            ours = outputs[OURS].words
            raise MeasurementFailed(
                f"{name} toont {found.words:.0f} woorden per kaart en wij {ours:.0f}: dat is niet hetzelfde werk"
            )


def _cold(folder: Path) -> Sequence[object]:
    """Our build once more, into a new folder and without kept work."""
    shutil.rmtree(folder / "library" / ".cache", ignore_errors=True)
    return (sys.executable, "-m", "scripts.site", "--root", folder / "library", "--to", folder / "measured")


def _profile(folder: Path) -> None:
    """Print the time of each phase of our own build. This is a separate build, so that the timers do not affect the table."""
    library = folder / "library"
    command = (sys.executable, "-m", "scripts.benchmark.phases", "--root", library, "--to", folder / "profiled")
    done = subprocess.run([str(part) for part in command], cwd=REPOSITORY, capture_output=True, text=True)
    if done.returncode:
        raise MeasurementFailed(done.stderr)
    print(done.stdout)


def _description(library: Path) -> str:
    real = real_cards(library)
    synthetic = [file for file in card_files(library) if file not in set(real)]
    more = f" en {len(synthetic)} kunstmatige ({_size(synthetic)})" if synthetic else ""
    return f"\n{len(real)} geschreven kaarten ({_size(real)}){more}"


def _size(files: Sequence[Path]) -> str:
    lines, size = mean(file.read_bytes().count(b"\n") for file in files), mean(file.stat().st_size for file in files)
    return f"gemiddeld {lines:.0f} regels en {size / 1000:.1f} kB"


def _run_text(cost: RunCost) -> str:
    return f"{cost.seconds:.2f} s, {cost.cpu:.2f} s processor, {cost.mebibytes:.0f} MiB"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description="Meet hoe lang het bouwen duurt.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[7, 1000, 5000], help="aantallen kaarten")
    parser.add_argument("--peers-at", type=int, nargs="*", help="aantallen waarbij anderen meedoen; weggelaten: alle")
    parser.add_argument("--runs", type=int, default=3, help="hoe vaak; de mediaan telt, en van minder dan drie is er geen")
    parser.add_argument("--profile", action="store_true", help="vertel ook waar onze tijd blijft")
    parser.add_argument("--folder", type=Path, default=REPOSITORY / ".bench", help="map voor de projecten")
    return parser


if __name__ == "__main__":
    sys.exit(main())
