"""Measure the build against others: `python -m scripts.bench [--sizes N …] [--peers-at N …] [--runs N] [--profile]`.

The same cards are built by this library, by plain MkDocs and by Hugo, in turns, each in a fresh process. Compare the
ratios and not the seconds: those belong to the machine.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from macros.kept import FOLDER as KEPT
from macros.validation.system_reasons import reason_of
from scripts.benchmark.hugo import hugo
from scripts.benchmark.library import REPOSITORY, card_files, real_cards, write_library
from scripts.benchmark.measure import BuiltCards, MeasurementFailed, RunCost, measure_output, measure_run
from scripts.benchmark.peers import write_hugo, write_plain

OURS, AGAIN, CHANGED, PLAIN, HUGO = "wij", "wij, niets veranderd", "wij, één kaart veranderd", "gewone MkDocs", "Hugo"
"""The second and third are our build with what the first kept and left."""
LEAST_WORDS = 0.75
"""Share of our words that a peer must show on a card page; with fewer it does not do the same work."""
DISK_WAIT = 10
"""Seconds."""
MOST_GROWTH, LEAST_LEAD = 5.5, 4.0
"""The promised limits: growth of the time from 1,000 to 5,000 cards, and how many times faster than plain MkDocs."""


class Generator(NamedTuple):
    name: str
    project: Path
    command: Sequence[object]
    folder: Path
    """Where the command runs."""


class Result(NamedTuple):
    cost: RunCost
    """Medians of all runs."""
    output: BuiltCards


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    results: dict[int, dict[str, Result]] = {}
    try:
        _clear(options.folder)
        for size in options.sizes:
            results[size] = _measure(options.folder / str(size), size, size in options.peers_at, options.runs)
            if options.profile:
                _profile(options.folder / str(size))
    except (MeasurementFailed, ValueError, OSError) as error:
        print(f"de meting is mislukt: {reason_of(error) if getattr(error, 'errno', None) else error}", file=sys.stderr)
        return 1
    print(_table(results))
    return 0


def _clear(folder: Path) -> None:
    """Remove what an earlier run left."""
    if folder.exists():
        shutil.rmtree(folder)


def _wait_for_disk() -> None:
    """Wait for the file system: for some seconds after thousands of files were created or removed, ext4 creates files four
    times slower, which would be unfair to the builder that creates most of them."""
    os.sync()
    time.sleep(DISK_WAIT)


def _measure(folder: Path, size: int, with_peers: bool, runs: int) -> dict[str, Result]:
    """Write the projects of one size and build them in turns, each time into a new folder."""
    library = folder / "library"
    write_library(library, size)
    print(_description(library), flush=True)
    builders = _builders(folder, with_peers)
    costs: dict[str, list[RunCost]] = {builder.name: [] for builder in builders}
    _wait_for_disk()
    for _ in range(runs):
        for builder in builders:
            if builder.name == CHANGED:
                _change(library)
            elif builder.name != AGAIN and (site := builder.project / "site").exists():
                site.rename(builder.project / f"site.{len(costs[builder.name])}")
            if builder.name == OURS:
                _clear(library / KEPT)
            costs[builder.name].append(measure_run(builder.command, builder.folder))
            print(f"- {builder.name}: {_run_text(costs[builder.name][-1])}", flush=True)
    ids = [file.stem for file in card_files(library)]
    outputs = {builder.name: measure_output(builder.project / "site", ids) for builder in builders}
    _compare_outputs(outputs)
    return {name: Result(_medians(costs[name]), outputs[name]) for name in outputs}


def _change(library: Path) -> None:
    """Add a word to the summary of an artificial card, as an author would."""
    card = next(file for file in card_files(library) if file not in real_cards(library))
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("Deze kaart is", "Deze kaart is nu", 1), encoding="utf-8")


def _builders(folder: Path, with_peers: bool) -> list[Generator]:
    library, plain, go = folder / "library", folder / "plain", folder / "hugo"
    build = (sys.executable, "-m", "scripts.site", "--root", library, "--to", library / "site")
    builders = [Generator(name, library, build, REPOSITORY) for name in (OURS, AGAIN, CHANGED)]
    if with_peers:
        write_plain(plain, library)
        write_hugo(go, library)
        builders.append(Generator(PLAIN, plain, (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"), plain))
        builders.append(Generator(HUGO, go, (hugo(), "--quiet", "--destination", go / "site"), go))
    return builders


def _compare_outputs(outputs: dict[str, BuiltCards]) -> None:
    for name, found in outputs.items():
        print(f"- {name}: {found.pages} kaartpagina's, gemiddeld {found.bytes / 1000:.1f} kB HTML en {found.words:.0f} woorden")
        if found.words < LEAST_WORDS * outputs[OURS].words:
            ours = outputs[OURS].words
            raise MeasurementFailed(
                f"{name} toont {found.words:.0f} woorden per kaart en wij {ours:.0f}: dat is niet hetzelfde werk"
            )


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
    return f"\n{len(real)} echte kaarten ({_size(real)}) en {len(synthetic)} kunstmatige ({_size(synthetic)})"


def _size(files: Sequence[Path]) -> str:
    lines, size = mean(file.read_bytes().count(b"\n") for file in files), mean(file.stat().st_size for file in files)
    return f"gemiddeld {lines:.0f} regels en {size / 1000:.1f} kB"


def _medians(costs: Sequence[RunCost]) -> RunCost:
    return RunCost(*(median(values) for values in zip(*costs, strict=True)))


def _run_text(cost: RunCost) -> str:
    return f"{cost.seconds:.1f} s, {cost.cpu:.1f} s processor, {cost.mebibytes:.0f} MiB"


def _table(results: dict[int, dict[str, Result]]) -> str:
    """Seconds and peak memory by size, with the ratios that matter, as Markdown."""
    lines = [
        "",
        "| kaarten | wij s (MiB) | niets veranderd ÷ koud | één kaart veranderd ÷ koud "
        "| gewone MkDocs s (MiB) | gewone MkDocs ÷ wij | Hugo s (MiB) | wij ÷ Hugo |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for size, found in results.items():
        plain = (_cell(found, PLAIN), _ratio(found, PLAIN, OURS))
        hugos = (_cell(found, HUGO), _ratio(found, OURS, HUGO))
        kept = (_ratio(found, AGAIN, OURS), _ratio(found, CHANGED, OURS))
        lines.append(f"| {' | '.join((str(size), _cell(found, OURS), *kept, *plain, *hugos))} |")
    return "\n".join([*lines, "", *_promises(results)])


def _cell(found: dict[str, Result], name: str) -> str:
    return f"{found[name].cost.seconds:.1f} ({found[name].cost.mebibytes:.0f})" if name in found else "–"


def _ratio(found: dict[str, Result], above: str, below: str) -> str:
    return f"{found[above].cost.seconds / found[below].cost.seconds:.2g}×" if {above, below} <= found.keys() else "–"


def _promises(results: dict[int, dict[str, Result]]) -> list[str]:
    """The promised figures that can be computed from these sizes."""
    lines = []
    if {1000, 5000} <= results.keys():
        seconds = _growth(results, lambda cost: cost.seconds)
        cpu = _growth(results, lambda cost: cost.cpu)
        lines.append(_promise(f"Groei van 1000 naar 5000 kaarten: {seconds:.1f}×", cpu, f"ten hoogste {MOST_GROWTH}×"))
    if PLAIN in (found := results.get(1000, {})):
        seconds = found[PLAIN].cost.seconds / found[OURS].cost.seconds
        cpu = found[PLAIN].cost.cpu / found[OURS].cost.cpu
        lines.append(_promise(f"Bij 1000 kaarten {seconds:.1f}× zo snel als gewone MkDocs", cpu, f"ten minste {LEAST_LEAD}×"))
    return lines


def _promise(measured: str, cpu: float, promised: str) -> str:
    return f"- {measured} (in processortijd {cpu:.1f}×); belofte: {promised}."


def _growth(results: dict[int, dict[str, Result]], measure: Callable[[RunCost], float]) -> float:
    return measure(results[5000][OURS].cost) / measure(results[1000][OURS].cost)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description="Meet hoe lang het bouwen duurt.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000, 5000], help="aantallen kaarten")
    parser.add_argument("--peers-at", type=int, nargs="*", default=[200, 1000], help="aantallen waarbij anderen meedoen")
    parser.add_argument("--runs", type=int, default=3, help="hoe vaak; de mediaan telt")
    parser.add_argument("--profile", action="store_true", help="vertel ook waar onze tijd blijft")
    parser.add_argument("--folder", type=Path, default=REPOSITORY / ".bench", help="map voor de projecten")
    return parser


if __name__ == "__main__":
    sys.exit(main())
