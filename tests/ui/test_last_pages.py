"""The other funnels and review."""

from __future__ import annotations

from tests.ui import projects
from tests.ui.app import opened
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
