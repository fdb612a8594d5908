"""The three apps that are compared, and the pages of the wizard whose clicks are measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wizard.i18n.translator import translator
from wizard.model.project import Step

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class App:
    """`text` is what the first page shows when it is useful."""

    name: str
    script: Path
    text: str


_HERE = Path(__file__).parent
EMPTY = App("empty app", _HERE / "empty_app.py", "Ready")
PLAIN = App("plain page", _HERE / "plain_page.py", "Ready")
WIZARD = App("wizard", ROOT / "app.py", translator("ru")("start.title"))
APPS = (EMPTY, PLAIN, WIZARD)

PAGES = ("hub", *Step, "others", "review", "export", "plan")


def path(page: str) -> str:
    """The page's path in the address."""
    return "" if page == "hub" else page
