"""Axe, which finds what people with a keyboard, a screen reader or poor sight stumble over, run on a tab's page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tests import npm
from tests.browser.tab import Tab

_RUN = """
() => axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ rule: id, impact, html, why: failureSummary }))))
"""


@dataclass(frozen=True)
class Violation:
    """A rule that an element breaks, how bad that is, and why."""

    rule: str
    impact: str
    html: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.html} {self.why}"


@cache
def _script() -> str:
    return (npm.installed("axe-core") / "axe.min.js").read_text("utf-8")


def violations(tab: Tab) -> list[Violation]:
    """What axe says of the page as it stands; its script is put in once for each page that was loaded."""
    if not tab.page.evaluate("'axe' in window"):
        tab.page.evaluate(_script())
    return [Violation(**found) for found in tab.page.evaluate(_RUN)]
