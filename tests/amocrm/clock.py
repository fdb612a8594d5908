"""A clock that moves when somebody sleeps, so that no test waits."""

from __future__ import annotations

from wizard.amocrm.limiter import Limiter


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds

    def limiter(self) -> Limiter:
        return Limiter(clock=self, sleep=self.sleep)
