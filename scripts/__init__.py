"""The commands. Each ends by `run`, so that what the system refuses is one Dutch sentence and never a traceback. What argparse
says of their options is Dutch too.
"""

import io
import json
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from macros.validation.system_reasons import system_report
from scripts.dutch_options import speak_dutch

speak_dutch()

for _stream in (sys.stdout, sys.stderr):
    if isinstance(_stream, io.TextIOWrapper):
        _stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a sign shows its number


def print_json(text: str) -> None:
    """Print JSON; where a terminal cannot show its letters, as JSON itself writes them, so that it stays JSON."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(json.loads(text), indent=2)
    print(text.rstrip("\n"))


def run(main: Callable[[], int]) -> NoReturn:
    """End the process with what `main` returns; 1 after what the system refuses, 130 after Ctrl+C."""
    try:
        sys.exit(main())
    except BrokenPipeError:  # who reads along, such as `head`, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        print(f"niet gelukt: {system_report(error)}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("afgebroken", file=sys.stderr)
        sys.exit(130)
