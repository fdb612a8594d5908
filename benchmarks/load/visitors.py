"""The ways to the line of text that is typed into; only these differ between the pages that are loaded."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from benchmarks.load.client import Answer, Tab


@dataclass(frozen=True)
class Visitor:
    """`arrive` brings the tab of a client, by its number, to the page; `line` is the key of what is typed into.

    `shows` tells whether the page took the text over; the server says so, not what was sent.
    """

    name: str
    arrive: Callable[[Tab, int], Awaitable[None]]
    line: Callable[[Tab], str]
    shows: Callable[[Tab, str], bool]


def checked(answer: Answer) -> Answer:
    """An answer without complaints."""
    if answer.complaints:
        raise RuntimeError(f"the page complains: {answer.complaints[0]}")
    return answer


async def _open_page(tab: Tab, _number: int) -> None:
    checked(await tab.turn())


async def _open_example(tab: Tab, _number: int) -> None:
    checked(await tab.turn())
    checked(await tab.press("start.example"))
    checked(await tab.turn("stages"))


def _name_of_stage(tab: Tab) -> str:
    names = [key for key in tab.widgets if key.startswith("stage.") and key.endswith(".name")]
    if not names:
        raise LookupError("the wizard did not come to its stage step")
    return names[0]


def _on_board(tab: Tab, text: str) -> bool:
    """The stage's column on the board is drawn from the project and so has its new name."""
    column = "board." + _name_of_stage(tab).removeprefix("stage.").removesuffix(".name")
    return tab.widgets[column].label.replace("\\", "").endswith(text)


def _in_line(tab: Tab, text: str) -> bool:
    state = tab.widgets["text-0"].state
    return state is not None and state.string_value == text


def draft(tokens: Sequence[str]) -> Visitor:
    """Each client opens a project of its own by its link."""

    async def arrive(tab: Tab, number: int) -> None:
        checked(await tab.turn("stages", query=f"p={tokens[number]}"))

    return Visitor("wizard", arrive, _name_of_stage, _on_board)


PLAIN = Visitor("plain page", _open_page, lambda _tab: "text-0", _in_line)
EXAMPLE = Visitor("wizard", _open_example, _name_of_stage, _on_board)
