"""What was put into boxes and the browser may not know yet.

Streamlit sends what is put into a widget once, with the answer of the run that puts it. An answer that is cut short by
the next click is not sent to its end: the browser goes on with what it had, and says so with that click, where it looks
like a change of the reader's. Two quick clicks on Undo would then bring back what the first of them took away.

A browser that draws two answers at once, or still fetches the code of a box, loses what only the first of them put
there. So a box also begins with the same content (`inputs.initially`), and what the page's own script has to say waits
until the page is drawn.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec

from streamlit.runtime.scriptrunner import RerunException, StopException

from wizard.ui.session import held

P = ParamSpec("P")

# Seconds after the end of a run: until then its last messages may not be under way, and Streamlit drops them when the
# next run begins; and until then what a browser says may be older than what it was told.
_UNDER_WAY = 0.3
_ON_ITS_WAY_BACK = 0.7


# What a box held that was not there: equal to nothing a browser can say.
UNKNOWN = object()


@dataclass(frozen=True)
class _Put:
    before: Any
    at: float


@dataclass
class Told:
    """What the runs of a tab have put into its boxes lately; `ended` is the end of the last run, none within one."""

    clock: Callable[[], float] = time.monotonic
    puts: dict[str, _Put] = field(default_factory=dict)
    ended: float | None = None
    again: bool = False

    def begin(self) -> None:
        """A run begins; what an earlier one has surely brought to the browser is forgotten."""
        now = self.clock()
        self.again = self.ended is None or now - self.ended < _UNDER_WAY
        if not self.again:
            self.puts = {name: put for name, put in self.puts.items() if now - put.at < _ON_ITS_WAY_BACK}
        self.ended = None

    def end(self) -> None:
        self.ended = self.clock()

    def put(self, name: str, before: Any) -> None:
        self.puts[name] = _Put(before, self.clock())

    def is_lost(self, name: str) -> bool:
        """Whether what was put into this box has to be put there again."""
        return self.again and name in self.puts

    def is_stale(self, name: str, value: Any) -> bool:
        """Whether this is what the box held before, said by a browser that had not got its new content.

        Anything else is the reader's own, and so is whatever that box says after it: it may be what it held before.
        """
        put = self.puts.get(name)
        if put is not None and put.before == value:
            return self.ended is None or self.clock() - self.ended < _ON_ITS_WAY_BACK
        self.puts.pop(name, None)
        return False


def told() -> Told:
    """That of this tab."""
    return held("voronka.told", Told)


def unbroken(callback: Callable[P, None]) -> Callable[P, None]:
    """A callback that is carried out though the next click is there; it may look into the session only before it acts.

    Streamlit turns to the next click wherever the session is looked into, and never calls that callback again.
    """

    @wraps(callback)
    def call(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            callback(*args, **kwargs)
        except (RerunException, StopException):
            callback(*args, **kwargs)
            raise

    return call
