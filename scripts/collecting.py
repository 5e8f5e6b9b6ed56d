"""Python's garbage collection, which does nothing for a process that makes millions of objects that all live to its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """No garbage collection meanwhile, or until the first page is written (macros/parallel.py), and afterwards none of what was
    made: searching all of it finds nothing.

    Without this a build takes 13 per cent more processor time (median of four pairs of builds of 300 cards).
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
