"""The three apps that are compared, and how each comes to the page whose click is measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from benchmarks.project import project_file
from wizard.i18n.translator import translator

ROOT = Path(__file__).parents[1]
TIMEOUT = 60


@dataclass(frozen=True)
class App:
    """`text` is what the first page shows when it is useful.

    `app_test` gives the measured page in Streamlit's test frame, and `button` what is clicked there, by the click's
    number; `walk` brings a browser from the first page to the same page and gives the buttons' selector.
    """

    name: str
    script: Path
    text: str
    app_test: Callable[[], AppTest]
    button: Callable[[AppTest, int], Any]
    walk: Callable[[Any], str]


def _plain(script: Path) -> Callable[[], AppTest]:
    return lambda: AppTest.from_file(str(script), default_timeout=TIMEOUT).run()


def _click_button(page: AppTest, _number: int) -> Any:
    return page.button(key="click")


def _stay(_page: Any) -> str:
    return ".st-key-click button"


def stage_step_app_test() -> AppTest:
    """The wizard on its stage step: the fixed project is opened from its file, and the hub leads on."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT).run()
    page.session_state["open"] = True
    page.run()
    page.file_uploader(key="open.file").set_value(("project.yaml", project_file(), "text/yaml")).run()
    page.button(key="open.button").click().run()
    page.button(key="hub.continue").click().run()
    return page


def board_column(page: AppTest, number: int) -> Any:
    """The columns of the board in turn: a click on one chooses its stage."""
    columns = [button for button in page.button if button.key and button.key.startswith("board.")]
    if not columns:
        raise LookupError("the wizard did not come to its stage step")
    return columns[number % len(columns)]


def walk_to_stage_step(page: Any) -> str:
    """The same way in a browser."""
    page.locator("details summary").last.click()
    file = {"name": "project.yaml", "mimeType": "text/yaml", "buffer": project_file()}
    page.locator("input[type=file]").set_input_files(files=[file])
    page.locator(".st-key-open-button button").click()
    page.locator(".st-key-hub-continue button").click()
    page.locator("[class*='st-key-board-'] button").first.wait_for()
    return "[class*='st-key-board-'] button"


_HERE = Path(__file__).parent
EMPTY = App("empty app", _HERE / "empty_app.py", "Ready", _plain(_HERE / "empty_app.py"), _click_button, _stay)
PLAIN = App("plain page", _HERE / "plain_page.py", "Ready", _plain(_HERE / "plain_page.py"), _click_button, _stay)
WIZARD = App(
    "wizard", ROOT / "app.py", translator("ru")("start.title"), stage_step_app_test, board_column, walk_to_stage_step
)
APPS = (EMPTY, PLAIN, WIZARD)
