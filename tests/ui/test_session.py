"""What a session remembers of its project between two runs of the page."""

from __future__ import annotations

from tests.ui import projects
from wizard.lint import runner
from wizard.lint.rule import Reads
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.history import History
from wizard.ui.session import Session

TYPICAL = projects.typical()
FIRST, SECOND = TYPICAL.pipelines[:2]


def test_a_click_that_changes_nothing_checks_nothing() -> None:
    session = Session(language="ru", history=History(TYPICAL))
    assert session.report is session.report


def test_after_an_edit_only_the_funnel_it_was_in_is_looked_at_again() -> None:
    session = Session(language="ru", history=History(TYPICAL))
    before = session.report.seen
    assert session.commit(change_stage, StageRef(FIRST.id, FIRST.stages[0].id), name="Думает")
    after = session.report.seen
    assert after[Reads.PIPELINE, SECOND.id] is before[Reads.PIPELINE, SECOND.id]
    assert after[Reads.PIPELINE, FIRST.id] is not before[Reads.PIPELINE, FIRST.id]
    assert session.report == runner.run(session.project)
