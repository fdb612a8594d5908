"""What the checklist is made from, and a row of it: one thing to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.writers.markup import NOTHING, Html, copy, items, join, table, tag, text, tick
from wizard.amocrm.lines import Line
from wizard.amocrm.places import Place, place
from wizard.amocrm.verifying import Verification
from wizard.amocrm.wire import FieldView, Json, PipelineView, fields_in, pipelines_in
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

# A whole sentence in bold type is harder to read than a plain one.
SHORT = 60


@dataclass(frozen=True)
class Sheet:
    """The settings document and the lines for people, from which every block is made.

    `found` says what of it an account has already.
    """

    project: Project
    pipelines: tuple[Pipeline, ...]
    body: Json
    lines: tuple[Line, ...]
    tr: Translator
    found: Verification | None = None

    def of(self, *kinds: str) -> tuple[Line, ...]:
        """The lines of some kinds, in their order."""
        return tuple(line for line in self.lines if line.kind in kinds)

    @property
    def views(self) -> tuple[PipelineView, ...]:
        return pipelines_in(self.body)

    @property
    def fields(self) -> tuple[FieldView, ...]:
        return fields_in(self.body)

    def place(self, key: str) -> Place:
        return place(key, self.tr)

    def is_done(self, parts: tuple[str, ...]) -> bool:
        """Whether the account has these parts of the project; a slash at the end means all there is inside."""
        if self.found is None:
            return False
        entered, differing = (
            any(_within(change.local, parts) for change in changes)
            for changes in (self.found.entered, self.found.differing)
        )
        return entered and not differing


def _within(local: str, parts: tuple[str, ...]) -> bool:
    return any(local == part or (part.endswith("/") and local.startswith(part)) for part in parts)


@dataclass(frozen=True)
class Handed:
    """What a row hands over: one name to copy, or several in turn; or words that only say where to look."""

    names: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    ordered: bool = False
    colours: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        return self.names or self.said


@dataclass(frozen=True)
class Row:
    """One thing to do: where to click, what to copy, how to check it, how long it takes, who does it.

    `parts` are the places in the project that are entered by it.
    """

    do: str
    place: Place
    copy: Handed = Handed()
    check: str = ""
    minutes: int = 1
    who: str = "checklist.who.admin"
    parts: tuple[str, ...] = ()


def row_of(line: Line, *, check: str, minutes: int = 1) -> Row:
    """A row made of a line for people."""
    return Row(line.text, line.place, check=check, minutes=minutes)


def steps(sheet: Sheet, rows: Iterable[Row]) -> Html:
    """The table of things to do."""
    tr = sheet.tr
    head = (
        tr("checklist.col.done"),
        tr("checklist.col.do"),
        tr("checklist.col.where"),
        tr("checklist.col.copy"),
        tr("checklist.col.check"),
        tr("checklist.col.minutes"),
        tr("checklist.col.who"),
    )
    shown = tuple(rows)
    note = tag("p", text(tr("checklist.may_differ")), class_="note")
    return join(
        (
            table(head, (_cells(row, sheet) for row in shown), kind="steps"),
            note if any(row.place.doubt for row in shown) else NOTHING,
        )
    )


def _cells(row: Row, sheet: Sheet) -> tuple[Html, ...]:
    return (
        tick(row.do, done=sheet.is_done(row.parts)),
        tag("strong", text(row.do)) if len(row.do) <= SHORT else text(row.do),
        click_path(row.place),
        handed(row.copy),
        text(row.check),
        text(str(row.minutes)),
        text(sheet.tr(row.who)),
    )


def handed(given: Handed) -> Html:
    """Names to copy, several as a list, a stage's with its colour."""
    if given.colours:
        return items(map(_coloured, given.names, given.colours), ordered=given.ordered)
    made = tuple(copy(name) for name in given.names) or tuple(text(said) for said in given.said)
    return items(made, ordered=given.ordered) if len(made) > 1 else join(made)


def _coloured(name: str, colour: str) -> Html:
    swatch = tag("i", class_="swatch", style=f"background:{colour}") if colour else NOTHING
    return join((swatch, copy(name)))


def click_path(found: Place) -> Html:
    """A click path; the mark of doubt is explained below the table."""
    return text(f"{found.path}\u00a0*" if found.doubt else found.path)


def minutes(rows: Iterable[Row]) -> int:
    return sum(row.minutes for row in rows)
