"""One browser session: the project with its history, what is chosen on screen, the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st
from pydantic import ValidationError

from wizard.amocrm.refused import AccountError
from wizard.i18n.catalogue import languages
from wizard.i18n.translator import Translator, translator
from wizard.lint import runner
from wizard.lint.runner import Report
from wizard.model.diagnosis import Diagnosis
from wizard.model.edits.project import start_step
from wizard.model.history import History, Load
from wizard.model.pipeline import Pipeline
from wizard.model.project import Company, Project, Step
from wizard.storage.draft import Opened
from wizard.storage.errors import FileError
from wizard.storage.place import Place
from wizard.storage.refused import DraftError
from wizard.ui.audited import Audited
from wizard.ui.desk import Desk
from wizard.ui.entering import Entering
from wizard.ui.exporting import Exporting
from wizard.ui.keeping import Keeping, Link
from wizard.ui.once import Once
from wizard.ui.placing import place_of
from wizard.ui.sheet import Sheet
from wizard.ui.workshop.led import Leading

T = TypeVar("T")
_KEY = "voronka"


@dataclass
class Session:
    """What one browser tab holds; the project inside is frozen and changes only through `commit`.

    `keeping` saves it; a session without one lives in the tab only. `company` and `answers` are the diagnosis being
    given; `question` says how far it is, `asking` that it is given anew while a project is open. `chosen` is what is
    picked on screen; `drafts` what a person typed and the model refused; `notice` is said once; `pages` are those of
    this run, `page` the one drawn; `link` is what the address said; `entering` the account this tab is connected to,
    `exporting` what it has chosen for its files; `sheet` is the table of stages as it was drawn. `guided` says that
    the project is the guided example, which is kept nowhere; `leading` is the workshop on the project. The screen is
    `narrow` when the browser has said so.
    """

    language: str
    history: History | None = None
    keeping: Keeping | None = None
    company: Company = field(default_factory=Company)
    answers: Diagnosis = field(default_factory=Diagnosis)
    question: int = 0
    asking: bool = False
    guided: bool = False
    narrow: bool = False
    chosen: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    notice: str = ""
    pages: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    link: Link = field(default_factory=Link)
    audited: Audited | FileError | AccountError | None = None  # what was checked last, or why it could not be
    entering: Entering = field(default_factory=Entering)
    exporting: Exporting = field(default_factory=Exporting)
    leading: Leading = field(default_factory=Leading)
    desk: Desk = field(default_factory=Desk)
    sheet: Sheet = field(default_factory=Sheet)
    _made: Once = field(default_factory=Once)
    _checked: Report | None = None

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
    def readonly(self) -> bool:
        """Whether the link that was opened only shows the project."""
        return self.keeping is not None and self.keeping.readonly

    @property
    def token(self) -> str | None:
        """The secret of the open project's link, once it is kept."""
        return self.keeping.token if self.keeping and self.is_open else None

    @property
    def tr(self) -> Translator:
        return translator(self.language)

    @property
    def address(self) -> dict[str, str]:
        """What the address of every page says: the project, and the language unless it is the first."""
        said = {} if self.language == languages()[0] else {"lang": self.language}
        # A link that has died stays: after a reload the page says so.
        draft = self.keeping.draft if self.keeping and self.is_open else None
        return {**said, "p": draft.token} if draft else said

    @property
    def pipeline(self) -> Pipeline | None:
        """The pipeline the steps are about: the chosen one, else the one that sells first."""
        known = [p for p in self.project.pipelines if p.id == self.chosen.get("pipeline")]
        return known[0] if known else self.project.main_sale()

    @property
    def report(self) -> Report:
        """Findings about the project as it stands; only what has changed since the last ones is looked at again."""
        return self.once("report", self._check)

    def _check(self) -> Report:
        self._checked = runner.run(self.project, before=self._checked)
        return self._checked

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each state of the project and language."""
        return self._made(name, make, of=(self.project, self.language))

    def begin(self, project: Project) -> bool:
        """Open a project that is kept under a link of its own from now on; False while another one is not saved."""
        if not self.may_leave():
            return False
        self._leave()
        self.history = History(project)
        self.keep()
        self.entering.go_with(self.keeping.draft if self.keeping else None)
        return True

    def guide(self, project: Project) -> bool:
        """Open the guided example, which lives in this tab only; False while another project is not saved."""
        if not self.may_leave():
            return False
        self._leave()
        self.history, self.guided = History(project), True
        return True

    def restart(self, project: Project) -> None:
        """Fill a project that was empty so far: there is nothing before it to go back to."""
        self.history = History(project)
        self.keep()

    def adopt(self, opened: Opened) -> None:
        """Go on with a draft where its reader left it."""
        self._leave()
        place = opened.place
        self.history = opened.history
        self.company, self.answers = place.company, place.answers
        self.question, self.asking = place.question, place.asking
        if place.pipeline:
            self.choose("pipeline", place.pipeline)
        if self.keeping:
            self.keeping.adopt(opened)

    def take_in(self, newer: Opened) -> None:
        """Go on from what somebody else saved, where this tab is."""
        self.history = newer.history
        self.drafts.clear()
        if self.keeping:
            self.keeping.adopt(newer)

    def close(self) -> None:
        """Leave the project; it stays where it is kept."""
        self._leave()
        self.history = None

    def _leave(self) -> None:
        self.asking, self.question, self.guided = False, 0, False
        self.chosen.clear()
        self.drafts.clear()
        self.entering, self.exporting = self.entering.elsewhere(left=self.is_open), Exporting()
        if self.keeping:
            self.keeping = self.keeping.anew()

    def commit(self, edit: Callable[..., Project], /, *args: Any, **kwargs: Any) -> bool:
        """Apply an edit and keep the result; False (and nothing changed) when it is refused."""
        if self.history is None or not self._may_change():
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
        self.keep()
        return True

    def note(self, edit: Callable[..., Project], /, *args: Any, **kwargs: Any) -> None:
        """Apply an edit of no content (a step is ready): nothing to undo."""
        if self.history and not self.readonly:
            self.history = self.history.shown_as(edit(self.project, *args, **kwargs))

    def apply(self, edit: Callable[..., Project], /, *args: Any, **kwargs: Any) -> None:
        """`commit` as a button's callback."""
        self.commit(edit, *args, **kwargs)

    def keep(self) -> None:
        """Save what is not saved yet; what stands in the way is told on the page."""
        if self.history and self.keeping and not self.guided:
            known = self.keeping.obstacle
            self.history = self.keeping.save(self.history, place_of(self))
            obstacle = self.keeping.obstacle
            if obstacle and not (known and known.key == obstacle.key):
                self.notice = "notice.not_saved"  # what stands at the top of the page may be out of sight

    def undo(self) -> None:
        self._travel(History.undo)

    def redo(self) -> None:
        self._travel(History.redo)

    def _travel(self, way: Callable[[History, Load], History]) -> None:
        """Go back or forth; which steps are started and ready stays as it is."""
        if self.history is None or not self._may_change():
            return
        before = self.project
        try:
            history = way(self.history, (self.keeping or Keeping()).load)
        except (DraftError, LookupError):
            self.notice = "notice.not_loaded"
            return
        self.history = history.shown_as(Place(started=before.started, ready=before.ready).in_project(history.present))
        self.drafts.clear()
        self.keep()

    @property
    def held(self) -> str:
        """Why nothing can be changed now, as a notice; empty while it can."""
        return self.keeping.held if self.keeping else ""

    def _may_change(self) -> bool:
        self.notice = self.held or self.notice
        return not self.held

    def may_leave(self) -> bool:
        """Whether no change would be lost with this project; if one would, say so."""
        unsaved = self.keeping.unsaved if self.keeping else ""
        self.notice = unsaved or self.notice
        return not unsaved

    def choose(self, what: str, value: str) -> None:
        """Remember what is chosen on screen (a stage, a question, …)."""
        self.chosen[what] = value


def held(name: str, make: Callable[[], T]) -> T:
    """What a tab without a project holds, made on its first run."""
    if name not in st.session_state:
        st.session_state[name] = make()
    found: T = st.session_state[name]
    return found


def current() -> Session:
    """The session of this browser tab, made on its first run."""
    if _KEY not in st.session_state:
        asked = st.query_params.get("lang", "")
        language = asked if asked in languages() else languages()[0]
        # A phone says so at once; until others have, their screen is taken for a wide one.
        narrow = "Mobi" in (st.context.headers.get("User-Agent") or "")
        st.session_state[_KEY] = Session(language=language, keeping=Keeping(), narrow=narrow)
    found: Session = st.session_state[_KEY]
    return found
