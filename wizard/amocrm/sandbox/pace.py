"""How many requests a second the server stands, and what it does to those who do not care."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from wizard.amocrm.sandbox.answers import Answer, page

A_SECOND = 7
# Not documented: how often one may go over before every request is refused.
PATIENCE = 10
# Clocks are not exact.
_TOLERANCE = 1e-6

Clock = Callable[[], float]


@dataclass
class Pace:
    """Counts the requests it let through in the last second."""

    clock: Clock
    limited: bool = True
    blocked: bool = False
    offences: int = 0
    _recent: deque[float] = field(default_factory=deque)

    def refusal(self) -> Answer | None:
        """What the proxy answers instead of the server, if it does."""
        if self.blocked:
            return page(403)
        if not self.limited or self._in_time():
            return None
        self.offences += 1
        self.blocked = self.offences >= PATIENCE
        return page(429)

    def _in_time(self) -> bool:
        now = self.clock()
        while self._recent and now - self._recent[0] >= 1 - _TOLERANCE:
            self._recent.popleft()
        if len(self._recent) == A_SECOND:
            return False
        self._recent.append(now)
        return True
