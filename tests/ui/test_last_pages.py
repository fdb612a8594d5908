"""The other funnels, review and export."""

from __future__ import annotations

import pytest

from exports import EXPORTERS
from exports.exporter import file_name
from tests.ui import projects
from tests.ui.app import App, opened
from wizard.lint import runner
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Launch
from wizard.model.project import Project

TYPICAL = projects.typical()


def launched(project: Project, launch: Launch) -> Project:
    return project.changed(pipelines=tuple(p.changed(launch=launch) for p in project.pipelines))


def test_launches_switch_on_the_page_of_other_funnels() -> None:
    app = opened(launched(TYPICAL, Launch.NOW), "others")
    for pipeline in ("customer_support", "repeat_sales"):
        app.put(f"others.{pipeline}.launch", "later")
    expected = change_pipeline(launched(TYPICAL, Launch.NOW), "customer_support", launch=Launch.LATER)
    expected = change_pipeline(expected, "repeat_sales", launch=Launch.LATER)
    assert app.project == expected
    app.click("undo")
    assert app.project == change_pipeline(launched(TYPICAL, Launch.NOW), "customer_support", launch=Launch.LATER)
    assert app.widget("others.repeat_sales.launch").value == "now"


def test_the_funnel_the_steps_were_about_is_not_among_the_others() -> None:
    app = opened(TYPICAL, "others")
    assert not app.has("others.first_sale.change")
    app.click("others.repeat_sales.change")
    assert app.keys("board.repeat_sales.")


def test_review_leads_to_what_is_to_be_changed() -> None:
    for page, key in (("stages", "board."), ("qualification", "try."), ("losses", "reason.row.")):
        app = opened(TYPICAL, "review")
        app.click(f"review.refusal_warming.{page}")
        assert app.session.chosen["pipeline"] == "refusal_warming"
        assert app.widget("choose.pipeline").value == "refusal_warming"
        assert app.keys(key) or page == "qualification"
    app = opened(TYPICAL, "review")
    app.click("review.goals")
    assert app.has("goals.first_sale.launch")


def test_review_counts_steps_in_order() -> None:
    assert len(opened(TYPICAL, "review").at.success) == 1
    broken = opened(projects.broken(), "review")
    assert len(broken.at.error) + len(broken.at.warning) >= 1


def test_review_shows_every_open_finding() -> None:
    app = opened(projects.broken(), "review")
    app.unfold()
    assert len(app.session.report.open) > 10
    shown = {key.removesuffix(".fix") for key in app.keys("finding.review.") if key.endswith(".fix")}
    assert shown == {f"finding.review.{f.rule}.{f.path}" for f in app.session.report.open if f.fix}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("project", [TYPICAL, projects.english(), projects.broken()])
def test_every_format_has_a_button(project: Project, language: str) -> None:
    app = opened(project, "export", language=language)
    for exporter in EXPORTERS:
        assert app.has(f"export.{exporter.id}")
        assert file_name(project, exporter).endswith(exporter.suffix)
    blocked = bool(runner.run(project).blocking)
    assert app.has("export.review") is blocked


def test_formats_for_experts_are_folded_away() -> None:
    app = opened(TYPICAL, "export")
    (folded,) = app.at.expander
    assert (folded.label, folded.proto.expanded) == ("Другие форматы", False)
    experts = {f"export.{exporter.id}" for exporter in EXPORTERS if exporter.for_experts}
    assert {button.key for button in folded.get("download_button")} == experts


@pytest.mark.parametrize(("launch", "on", "disabled"), [(Launch.NOW, False, True), (Launch.LATER, True, False)])
def test_what_is_exported_follows_what_is_launched(launch: Launch, on: bool, disabled: bool) -> None:
    app: App = opened(launched(TYPICAL, launch), "export")
    toggle = app.widget("export.all")
    assert (toggle.value, toggle.disabled) == (on, disabled)


def test_asking_for_all_funnels_changes_nothing_in_the_project() -> None:
    app = opened(TYPICAL, "export")
    app.put("export.all", True)
    assert app.widget("export.all").value is True
    assert app.project == TYPICAL
