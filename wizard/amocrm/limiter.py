"""How often an account's server may be asked: at most seven requests in any second, all sessions together.

A request takes one of seven places when it is sent and gives it back a second after its answer came. So the server,
too, never sees more than seven within a second, however long each of them was under way.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import PriorityQueue
from threading import Lock

from wizard.amocrm.connection import RUSSIAN, Address
from wizard.amocrm.refused import BlockedError

PLACES = 7
# A little over a second, for clocks are not that fine.
SECOND = 1.02
SLOWEST = 8 * SECOND
LONGEST_PAUSE = 30.0
BLOCKED_MINUTES = 15
# As many good answers in a row make it faster again.
GOOD = 2 * PLACES


class Limiter:
    """Lets requests through at the pace a server allows; safe to use from many threads."""

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._free: PriorityQueue[float] = PriorityQueue()
        for _ in range(PLACES):
            self._free.put(clock())
        self._lock = Lock()
        self._second, self._pause, self._good = SECOND, 1.0, 0
        self._resume = clock()
        self._blocked: dict[str, float] = {}

    @contextmanager
    def place(self, host: str) -> Iterator[None]:
        """Waits until one more request may be sent; the body sends it and takes its whole answer."""
        self.refuse_if_blocked(host)
        free = self._free.get()
        try:
            while (wait := max(free, self._resume) - self._clock()) > 0:
                self._sleep(wait)
            # It may have been blocked by the answer to another request meanwhile.
            self.refuse_if_blocked(host)
            yield
        finally:
            self._free.put(self._clock() + self._second)

    def rest(self, seconds: float) -> None:
        """Wait before trying the same again."""
        self._sleep(seconds)

    def slow_down(self, seconds: float | None = None) -> None:
        """The server asked for it: nobody sends for a while, longer every time; then at half the pace."""
        with self._lock:
            now = self._clock()
            if now < self._resume:
                return  # the others of the same burst say the same
            self._resume = now + min(seconds or self._pause, LONGEST_PAUSE)
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            self._second = min(2 * self._second, SLOWEST)
            self._good = 0

    def speed_up(self) -> None:
        """A good answer came; after enough of them the pace doubles, up to what is allowed."""
        with self._lock:
            self._good += 1
            if self._good >= GOOD:
                self._second = max(SECOND, self._second / 2)
                self._pause = 1.0 if self._second == SECOND else self._pause
                self._good = 0

    def block(self, host: str) -> None:
        """The server shut the door: nothing is sent to this host for a while, for asking on makes it worse."""
        self._blocked[host] = self._clock() + BLOCKED_MINUTES * 60

    def refuse_if_blocked(self, host: str) -> None:
        until = self._blocked.get(host)
        if until is not None and (seconds := until - self._clock()) > 0:
            raise BlockedError(host=host, minutes=math.ceil(seconds / 60))


_limiters: dict[str, Limiter] = {}
_making = Lock()


def limiter_of(address: Address) -> Limiter:
    """The one limiter of this process for a server. Kommo counts by the asking address, amoCRM by the account."""
    counted = address.host if address.cloud == RUSSIAN else address.cloud.replace("amocrm.com", "kommo.com")
    with _making:
        return _limiters.setdefault(counted, Limiter())
