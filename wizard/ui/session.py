"""One browser session: the project with its history, what is chosen on screen, the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st
from pydantic import ValidationError

from wizard.i18n.catalogue import languages
from wizard.i18n.translator import Translator, translator
from wizard.lint import runner
from wizard.lint.runner import Report
from wizard.model.diagnosis import Diagnosis
from wizard.model.edits.project import start_step
from wizard.model.history import History
from wizard.model.pipeline import Pipeline
from wizard.model.project import Company, Project, Step

_KEY = "voronka"


@dataclass
class Session:
    """What one browser tab holds; the project inside is frozen and changes only through `commit`.

    `company` and `answers` are the diagnosis being given; `question` says how far it is, `asking` that
    it is given anew while a project is open. `chosen` is what is picked on screen; `drafts` keep what a
    person typed and the model refused; `notice` is said once; `pages` are those of this run, `page` the one
    being drawn.
    """

    language: str
    history: History | None = None
    company: Company = field(default_factory=Company)
    answers: Diagnosis = field(default_factory=Diagnosis)
    question: int = 0
    asking: bool = False
    chosen: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    notice: str = ""
    pages: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    _made: dict[str, tuple[Project, str, Any]] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        """The project; pages that need one are not reachable without it."""
        if self.history is None:
            raise LookupError("no project is open")
        return self.history.present

    @property
    def is_open(self) -> bool:
        return self.history is not None

    @property
    def tr(self) -> Translator:
        return translator(self.language)

    @property
    def address(self) -> dict[str, str]:
        """What the address of every page says: the language, unless it is the first."""
        return {} if self.language == languages()[0] else {"lang": self.language}

    @property
    def pipeline(self) -> Pipeline | None:
        """The pipeline the steps are about: the chosen one, else the one that sells first."""
        chosen = self.chosen.get("pipeline")
        known = [p for p in self.project.pipelines if p.id == chosen]
        return known[0] if known else self.project.main_sale()

    @property
    def report(self) -> Report:
        """Findings about the project as it stands."""
        found: Report = self.once("report", lambda: runner.run(self.project))
        return found

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for each state of the project and language."""
        known = self._made.get(name)
        if known is None or known[0] is not self.project or known[1] != self.language:
            self._made[name] = (self.project, self.language, make())
        return self._made[name][2]

    def begin(self, project: Project) -> None:
        """Open a project, with a history that begins here; the one open before can still be undone to."""
        self.history = self.history.commit(project) if self.history else History(project)
        self.asking = False
        self.chosen.clear()
        self.drafts.clear()

    def commit(self, edit: Callable[..., Project], /, *args: Any, **kwargs: Any) -> bool:
        """Apply an edit; False (and nothing changed) when the model refuses the result."""
        if self.history is None:
            return False
        try:
            project = edit(self.project, *args, **kwargs)
        except (ValidationError, KeyError):
            # A stale button (the thing is gone) or a value out of bounds: the project stays as it was.
            self.notice = "notice.refused"
            return False
        if self.page in set(Step):
            project = start_step(project, Step(self.page))
        self.history = self.history.commit(project)
        return True

    def note(self, edit: Callable[..., Project], /, *args: Any, **kwargs: Any) -> None:
        """Apply an edit of no content (a step is ready): nothing to undo."""
        if self.history:
            self.history = replace(self.history, present=edit(self.project, *args, **kwargs))

    def apply(self, edit: Callable[..., Project], /, *args: Any, **kwargs: Any) -> None:
        """`commit` as a button's callback."""
        self.commit(edit, *args, **kwargs)

    def undo(self) -> None:
        self._travel(History.undo)

    def redo(self) -> None:
        self._travel(History.redo)

    def _travel(self, way: Callable[[History], History]) -> None:
        """Go back or forth; which steps are started and ready stays as it is, unless another project comes."""
        if self.history is None:
            return
        before, history = self.project, way(self.history)
        if {p.id for p in history.present.pipelines} & {p.id for p in before.pipelines}:
            progress = {"started": before.started, "ready": before.ready}
            history = replace(history, present=history.present.changed(**progress))
        self.history = history
        self.drafts.clear()

    def choose(self, what: str, value: str) -> None:
        """Remember what is chosen on screen (a stage, a question, …)."""
        self.chosen[what] = value


def current() -> Session:
    """The session of this browser tab, made on its first run."""
    if _KEY not in st.session_state:
        asked = st.query_params.get("lang", "")
        st.session_state[_KEY] = Session(language=asked if asked in languages() else languages()[0])
    found: Session = st.session_state[_KEY]
    return found
