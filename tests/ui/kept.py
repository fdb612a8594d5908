"""A browser tab whose project is kept: it opens a link, as a reload or another device does."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.app import ROOT, App
from wizard.model.project import Project
from wizard.storage.drafts import Drafts
from wizard.ui.keeping import Keeping
from wizard.ui.session import Session


class Tab(App):
    """See `App`; `connect` stands for the database where it is away."""

    def __init__(
        self, drafts: Drafts, token: str = "", *, language: str = "ru", connect: Callable[[], Drafts] | None = None
    ) -> None:
        self.session = Session(language=language, keeping=Keeping(connect or (lambda: drafts)))
        self.at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        self.at.session_state["voronka"] = self.session
        if token:
            self.at.query_params["p"] = token
        self.run()

    @property
    def address(self) -> str:
        """What the address says of the project."""
        return "".join(self.at.query_params.get("p", ""))

    def follow(self, token: str) -> None:
        """Come to another address in the same tab, as by the browser's Back."""
        self.at.query_params["p"] = token
        self.run()

    def edit(self, project: Project) -> None:
        """Commit a project as an edit does."""
        self.session.commit(lambda _before: project)
        self.run()
