"""Before and after on one page: what changed since a version, why it is better, and the same as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.exporter import Options
from exports.papers import before_after
from exports.papers.compared import vanished
from exports.papers.document import Facts, Heading, Paragraph, Table, Tone, plain
from exports.papers.matter import Matter
from exports.press.job import Job, read
from tests.ui import projects
from tests.ui.kept import Tab
from wizard.model.edits.losses import add_reason, delete_reason, set_route
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.stages import StageRef, add_stage, change_stage, delete_stage
from wizard.model.history import History
from wizard.model.project import Project
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts

NOW = projects.typical()
FIRST, SECOND = NOW.pipeline("first_sale").stages[:2]


def earlier() -> Project:
    """The same with a stage of a poor name, one without a fact, one more, and one less."""
    project = change_stage(NOW, StageRef("first_sale", SECOND.id), name="Думает", proof="")
    project = add_stage(project, "first_sale", name="Переговоры", after=FIRST.id)
    last = NOW.pipeline("first_sale").stages[-1]
    return delete_stage(project, StageRef("first_sale", last.id))


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[Drafts]:
    kept = Drafts(Database(address({"VORONKA_DATA": str(tmp_path)})))
    yield kept
    kept.database.close()


def rows(before: Project) -> list[list[str]]:
    """The main table, a line of a cell each."""
    options = Options(all_pipelines=True, before=before, since="Перед встречей")
    (document,) = before_after.build(Matter(NOW, options))
    blocks = list(document.blocks)
    place = blocks.index(Heading(NOW.pipeline("first_sale").name))
    table = blocks[place + 1]
    assert isinstance(table, Table)
    return [
        ["|".join("".join(run.text for run in line) for line in cell.lines) for cell in row.cells] for row in table.rows
    ]


def test_stages_stand_side_by_side_with_what_changed() -> None:
    told = rows(earlier())
    assert [row[:2] for row in told][:3] == [
        [FIRST.name, FIRST.name],
        ["Переговоры", "—"],
        ["Думает", SECOND.name],
    ]
    assert told[1][2].startswith("Этап убран.")
    assert "Другое имя." in told[2][2]
    assert "Больше нет замечания" in told[2][2]
    assert told[-1][0] == "—"
    assert told[-1][2].startswith("Новый этап.")


def test_funnels_and_stages_that_stayed_are_said_so() -> None:
    (document,) = before_after.build(Matter(NOW, Options(all_pipelines=True, before=NOW)))
    names = ", ".join(f"«{pipeline.name}»" for pipeline in NOW.pipelines)
    assert document.blocks[1:] == (Paragraph(plain(f"Без изменений: {names}."), Tone.NOTE),)
    assert vanished(NOW, NOW) == ()
    assert "Без изменений" in [row[2] for row in rows(earlier())]


def test_findings_that_are_gone_are_those_of_then_and_not_of_now() -> None:
    gone = {(each.rule, each.path) for each in vanished(earlier(), NOW)}
    assert gone
    assert not gone & {(each.rule, each.path) for each in vanished(NOW, earlier())}


def test_reasons_that_came_and_went_or_found_a_way_are_named() -> None:
    first, second = NOW.pipeline("first_sale").losses[:2]
    before = change_pipeline(NOW, "first_sale", lost_route=None)
    before = set_route(before, "first_sale", reason=first.reason, route=None)
    before = delete_reason(add_reason(before, "Прежняя причина"), second.reason)
    (document,) = before_after.build(Matter(NOW, Options(all_pipelines=True, before=before)))
    (facts,) = (block for block in document.blocks if isinstance(block, Facts))
    names = {reason.id: reason.name for reason in NOW.loss_reasons}
    assert facts.pairs == (
        ("Новые причины отказа", plain(names[second.reason])),
        ("Убраны причины отказа", plain("Прежняя причина")),
        ("У причин появился путь", plain(names[first.reason])),
    )


def test_the_earlier_state_goes_to_the_press_with_the_job() -> None:
    options = Options(date=date(2026, 11, 25), before=earlier(), since="Перед встречей")
    assert read(Job("before_after-pdf", NOW, options).written).options == options


def test_the_page_compares_with_a_named_version(drafts: Drafts) -> None:
    made = drafts.create(History(earlier()))
    drafts.name(made.draft, made.draft.number, "Перед <встречей>")
    tab = Tab(drafts, made.token)
    tab.visit("compare")
    assert tab.session.tr("compare.nothing") in [each.value for each in tab.at.info]
    tab.edit(NOW)
    tab.visit("compare")
    parts: list[Any] = list(tab.at.get("html"))
    html = "".join(str(part.value) for part in parts)
    assert "Перед &lt;встречей&gt;" in html
    assert "Думает" in html
    assert tab.widget("compare.before").value == "1"
    assert [b.key for b in tab.at.get("download_button")] == ["compare.before_after-pdf", "compare.before_after-docx"]


def test_a_reader_may_compare_too(drafts: Drafts) -> None:
    made = drafts.create(History(earlier()))
    owner = Tab(drafts, made.token)
    owner.edit(NOW)
    tab = Tab(drafts, made.draft.view_token)
    tab.visit("compare")
    assert tab.has("compare.before")
