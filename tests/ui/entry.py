"""A tab on the pages of the entry, with a practice account at a simulated time in the place of amoCRM."""

from __future__ import annotations

from tests.amocrm.practice import Practice, practice
from tests.ui import projects
from tests.ui.app import App
from wizard.amocrm.account import check
from wizard.amocrm.sandbox import Contents, Fault, Variant
from wizard.entry import runs
from wizard.model.project import Project
from wizard.ui.entering import Connected

STOCK = Variant(contents=Contents.DEALS)


class Entry(App):
    """`account` is what the tab is connected to, once it is."""

    def __init__(self, project: Project | None = None, *, language: str = "ru") -> None:
        self.account = practice(STOCK)
        super().__init__(project, language=language)

    def connect(self, variant: Variant = STOCK, *, faults: tuple[Fault, ...] = ()) -> None:
        """To an account of this kind; its first requests ask whose it is."""
        self.account = practice(variant, faults=faults)
        self.session.entering.asked = lambda: connected(self.account)
        self.run()

    def wait(self) -> None:
        """Until the worker has done what it can."""
        runs().wait()
        self.run()

    def said(self, text: str) -> bool:
        return any(text in word for word in self.words())


def connected(account: Practice) -> Connected:
    return Connected(check(account.client()), account.client)


def planning(
    project: Project | None = None,
    variant: Variant = STOCK,
    *,
    faults: tuple[Fault, ...] = (),
    language: str = "ru",
) -> Entry:
    """A tab on the plan of this project for this account."""
    app = Entry(project or projects.typical(), language=language)
    app.visit("plan")
    app.connect(variant, faults=faults)
    return app
