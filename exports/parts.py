"""The files of an archive, two at once: Typst works outside the lock of Python, so Word is written meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from exports.exporter import Files

AT_ONCE = 2

Part = tuple[str, Callable[[], bytes]]


def made(parts: Iterable[Part]) -> Files:
    """The files in the order of their parts; what is not begun when nobody asks for more is left."""
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="papers") as pool:
        begun = [(name, pool.submit(make)) for name, make in parts]
        try:
            for name, data in begun:
                yield name, data.result()
        finally:
            for _, data in begun:
                data.cancel()
