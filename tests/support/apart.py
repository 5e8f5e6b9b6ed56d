"""Work in a thread of its own: the thread of the tests has a running event loop once a browser was driven from it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def apart(work: Callable[[], Result]) -> Result:
    """What `work` returns, or its error."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()
