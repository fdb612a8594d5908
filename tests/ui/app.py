"""The app as a test drives it: widgets are found by their keys, what they did is seen in the project."""

from __future__ import annotations

import atexit
import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest, app_test

from wizard.model.history import History
from wizard.model.project import Project, Step
from wizard.ui.session import Session
from wizard.ui.steps.hub import RECOMMENDED
from wizard.ui.told import Told

ROOT = Path(__file__).resolve().parents[2]
# A click on «Back» leads from each of these to the next.
LAST_PAGES = ("export", "review", "others")
PAGES = ("hub", *Step, *reversed(LAST_PAGES))
# What holds words a reader sees.
WORDS = ("title", "header", "subheader", "markdown", "caption", "info", "success", "warning", "error", "html", "toast")

LABELLED = ("button", "selectbox", "text_input", "number_input", "expander")

# Streamlit leaves its folder to the interpreter's last moment, where a warning becomes a trace after the summary.
atexit.register(app_test.TMP_DIR.cleanup)


class App:
    """One browser tab; after every run no exception may stand on the page."""

    def __init__(self, project: Project | None = None, *, language: str = "ru") -> None:
        self.session = Session(language=language, history=History(project) if project else None)
        self.at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        self.at.session_state["voronka"] = self.session
        self.at.session_state["voronka.told"] = Told(clock=self._later)
        self.seconds = 0.0
        self.run()

    def _later(self) -> float:
        """Hands are slower than answers: between two looks at the clock the browser has got what it was sent."""
        self.seconds += 1.0
        return self.seconds

    @property
    def project(self) -> Project:
        return self.session.project

    def run(self) -> None:
        self.at.run()
        assert not self.at.exception, [e.value for e in self.at.exception]

    def go(self, page: str) -> None:
        """From the hub to a page, leaving the project as it is."""
        if page == "hub":
            return
        history = self.session.history
        before = RECOMMENDED[: RECOMMENDED.index(Step(page))] if page in set(Step) else RECOMMENDED
        self.session.history = History((history.present if history else Project()).changed(ready=before))
        self.run()
        self.click("hub.continue")
        for _ in LAST_PAGES[: LAST_PAGES.index(page)] if page in LAST_PAGES else ():
            self.click("nav.back")
        self.session.history = history
        self.run()

    def visit(self, page: str) -> None:
        """Follow a link to a page; Streamlit's test frame knows no clicks on links, and only pages that are files."""
        self.at._page_hash = self.session.pages[page]._script_hash  # noqa: SLF001
        self.run()

    def has(self, key: str) -> bool:
        try:
            self.at.get_by_key(key)
        except KeyError:
            return False
        return True

    def widget(self, key: str) -> Any:
        """The widget of this key; folded parts are opened to find it."""
        if not self.has(key):
            self.unfold()
        return self.at.get_by_key(key)

    def unfold(self) -> None:
        """Open every folded part of the page."""
        for part in (*self.at.get("expander"), *self.at.get("popover")):
            if part.key:
                self.at.session_state[part.key] = True
        self.run()

    def click(self, key: str) -> None:
        self.widget(key).click()
        self.run()

    def put(self, key: str, value: Any) -> None:
        """Type into, pick in or switch the widget of this key."""
        self.widget(key).set_value(value)
        self.run()

    def send(self, part: str, event: str, value: Any) -> None:
        """Let a part that runs in the browser, which this frame does not do, tell the server something."""
        [own] = [e.proto.id for e in self.at if e.type == "bidi_component" and e.proto.id.endswith(f"-{part}")]
        states = self.at._tree.get_widget_states()  # noqa: SLF001
        said = json.dumps([{"event": event, "value": value}])
        states.widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{own}__events", json_trigger_value=said)
        self.at._run(states)  # noqa: SLF001
        assert not self.at.exception, [e.value for e in self.at.exception]

    def keys(self, start: str) -> list[str]:
        """Keys of widgets that begin so, in their order on the page."""
        kinds = ("button", "text_input", "text_area", "number_input", "selectbox", "multiselect", "toggle")
        found = [e.key for kind in (*kinds, "segmented_control", "pills") for e in self.at.get(kind)]
        return [key for key in found if key and key.startswith(start)]

    def words(self) -> list[str]:
        """Every text on the page, labels included."""
        found: list[Any] = [e for kind in WORDS for e in self.at.get(kind)]
        named: list[Any] = [e for kind in LABELLED for e in self.at.get(kind)]
        links = [str(e.proto.label) for e in self.at.get("page_link")]  # AppTest knows them only as they are sent
        return [str(e.value) for e in found] + [str(e.label) for e in named] + links


def opened(project: Project | None, page: str, *, language: str = "ru") -> App:
    """A new tab with this project, on this page."""
    app = App(project, language=language)
    app.go(page)
    return app
