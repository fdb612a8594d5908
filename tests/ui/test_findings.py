"""Findings beside the steps: their cures, and keeping them as they are."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.app import opened
from wizard.model.edits.project import keep_finding
from wizard.model.edits.stages import (
    StageRef,
    change_stage,
)
from wizard.model.history import History
from wizard.model.project import KeptFinding, Step
from wizard.ui.components.findings import REASONS, of_step

SALE = "first_sale"
TYPICAL = projects.typical()
STAGES = TYPICAL.pipeline(SALE).stages
FIRST = StageRef(SALE, STAGES[0].id)


@pytest.mark.parametrize("page", ["stages", "key_stage", "qualification", "losses"])
def test_every_cure_offered_cures_its_finding(page: str) -> None:
    broken = projects.broken()
    app = opened(broken, page)
    app.unfold()
    cures = [key for key in app.keys("finding.") if key.endswith(".fix")]
    for cure in cures:
        app.session.history = History(broken)
        app.run()
        [finding] = [f for f in app.session.report.open if f.fix and f".{f.rule}.{f.path}.fix" in cure]
        app.click(cure)
        assert finding.fix is not None
        assert app.project == finding.fix.edit(broken)
        left = {(f.rule, f.path, f.fingerprint) for f in app.session.report.open}
        assert (finding.rule, finding.path, finding.fingerprint) not in left
    assert cures


def test_every_cure_of_a_finding_is_a_button() -> None:
    broken = projects.broken()
    app = opened(broken, "review")
    app.unfold()
    finding = next(f for f in app.session.report.open if len(f.fixes) > 1)
    place = f"finding.review.{finding.rule}.{finding.path}.fix"
    assert list(app.keys(place)) == [f"{place}{n or ''}" for n in (0, 2, 3)][: len(finding.fixes)]
    app.click(f"{place}2")
    assert app.project == finding.fixes[1].edit(broken)


def test_what_amocrm_refuses_cannot_be_kept() -> None:
    project = change_stage(TYPICAL, FIRST, colour="#123456")
    app = opened(project, "stages")
    refused = next(f for f in app.session.report.open if f.rule == "colour-not-in-palette")
    place = f"finding.stage.{refused.rule}.{refused.path}"
    assert refused in app.session.report.blocking
    assert app.has(f"{place}.fix")
    assert not [key for reason in REASONS if app.has(key := f"{place}.keep.{reason}")]


def test_a_finding_is_kept_as_it_is_and_shown_again() -> None:
    project = change_stage(TYPICAL, FIRST, name="Думает")
    app = opened(project, "stages")
    finding = next(f for f in of_step(app.session, Step.STAGES, pipeline=SALE) if f"/{FIRST.stage}/" in f"{f.path}/")
    key = f"finding.stage.{finding.rule}.{finding.path}.keep.{REASONS[0]}"
    app.click(key)
    kept = KeptFinding(rule=finding.rule, path=finding.path, reason=REASONS[0], fingerprint=finding.fingerprint)
    assert app.project == keep_finding(project, kept)
    assert not app.has(key)
    review = opened(app.project, "review")
    review.click(f"unkeep.{finding.rule}.{finding.path}")
    assert review.project == project
