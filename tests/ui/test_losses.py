"""Step 6: the one list of reasons, and where clients go next."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.app import App, opened
from wizard.catalog.start import start
from wizard.model.edits.losses import add_reason, change_reason, drop_use, set_count, set_route, use_reason
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.losses import LossGroup
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target, TransferMode
from wizard.model.terms import DateRule

TYPICAL = projects.typical()
SALE = "first_sale"
REASON = TYPICAL.pipeline(SALE).losses[0].reason
LOSS = f"loss.{SALE}.{REASON}"
REPEAT = TYPICAL.pipeline("repeat_sales").stages
INTO_REPEAT = Route(target=Target.PIPELINE, to=Destination(pipeline="repeat_sales", stage=REPEAT[0].id))
DATE = next(f.id for f in TYPICAL.fields if f.type in ("date", "date_time"))


def routed(route: Route | None) -> Project:
    return set_route(TYPICAL, SALE, reason=REASON, route=route)


def on_reason(project: Project = TYPICAL, reason: str = REASON) -> App:
    app = opened(project, "losses")
    app.click(f"reason.row.{reason}")
    return app


@pytest.mark.parametrize(
    ("part", "value", "attribute"),
    [("name", "Дороже <b>", "name"), ("name", "", "name"), ("group", LossGroup.TERMS, "group")],
)
def test_a_reason_is_changed_everywhere(part: str, value: str, attribute: str) -> None:
    app = on_reason()
    app.put(f"{LOSS}.{part}", value)
    assert app.project == change_reason(TYPICAL, REASON, **{attribute: value})


def test_a_comment_may_be_demanded() -> None:
    app = on_reason()
    on = not TYPICAL.reason(REASON).comment_required
    app.put(f"{LOSS}.comment", on)
    assert app.project == change_reason(TYPICAL, REASON, comment_required=on)


@pytest.mark.parametrize("target", [t for t in Target if t is not Target.PIPELINE])
def test_a_reason_leads_to_any_end(target: Target) -> None:
    app = on_reason()
    app.put(f"{LOSS}.route.where", target)
    assert app.project == routed(Route(target=target))
    app.put(f"{LOSS}.route.why", "Не звоним")
    assert app.project == routed(Route(target=target, why="Не звоним"))
    app.click("undo")
    app.click("undo")
    assert app.project == TYPICAL


def test_a_reason_leads_to_a_stage_of_a_funnel_at_its_time() -> None:
    app = on_reason(routed(Route(target=Target.ARCHIVE)))
    app.put(f"{LOSS}.route.where", "repeat_sales")
    assert app.project == routed(INTO_REPEAT)
    app.put(f"{LOSS}.route.stage", REPEAT[1].id)
    there = INTO_REPEAT.changed(to=Destination(pipeline="repeat_sales", stage=REPEAT[1].id))
    assert app.project == routed(there)
    app.put(f"{LOSS}.route.way", "days")
    app.put(f"{LOSS}.route.days", 45)
    assert app.project == routed(there.changed(opens=DateRule(days=45)))
    app.put(f"{LOSS}.route.way", "field")
    app.put(f"{LOSS}.route.before", 7)
    assert app.project == routed(there.changed(opens=DateRule(field=DATE, shift=-7)))
    app.put(f"{LOSS}.route.mode", True)
    moved = there.changed(opens=DateRule(field=DATE, shift=-7), mode=TransferMode.MOVE)
    assert app.project == routed(moved)
    app.put(f"{LOSS}.route.way", "at_once")
    assert app.project == routed(there.changed(mode=TransferMode.MOVE))


def test_days_may_be_cleared_and_typed_anew() -> None:
    app = on_reason(routed(INTO_REPEAT.changed(opens=DateRule(days=30))))
    app.put(f"{LOSS}.route.days", None)
    assert app.project.pipeline(SALE).losses[0].route is not None
    app.put(f"{LOSS}.route.way", "days")
    app.put(f"{LOSS}.route.days", 10)
    assert app.project == routed(INTO_REPEAT.changed(opens=DateRule(days=10)))


@pytest.mark.parametrize("end", ["won_route", "lost_route"])
def test_both_ends_of_the_funnel_lead_somewhere(end: str) -> None:
    bare = change_pipeline(routed(None), SALE, lost_route=Route(target=Target.ARCHIVE))
    app = on_reason(bare)
    app.click(f"reason.row.end.{end}")
    app.put(f"loss.{SALE}.{end}.where", "repeat_sales")
    assert app.project == change_pipeline(bare, SALE, **{end: INTO_REPEAT})


def test_reasons_come_from_the_list_or_anew_and_go() -> None:
    app = on_reason()
    app.click(f"{LOSS}.drop")
    without = drop_use(TYPICAL, SALE, reason=REASON)
    assert app.project == without
    app.click(f"reason.use.{REASON}")
    used = use_reason(without, SALE, reason=REASON)
    assert app.project == used
    app.widget("reason.new").set_value("Не прошёл по росту")
    app.click("reason.add")
    assert app.project == add_reason(used, "Не прошёл по росту", use_in=SALE)
    assert app.session.chosen["reason"] == app.project.loss_reasons[-1].id


@pytest.mark.parametrize("name", ["New", "Add", "Won route", "Use", "Chosen", "<script>", "😀", "я" * 999])
def test_a_reason_of_any_name_can_be_added_and_opened(name: str) -> None:
    app = opened(TYPICAL, "losses")
    app.widget("reason.new").set_value(name)
    app.click("reason.add")
    assert app.project == add_reason(TYPICAL, name, use_in=SALE)
    new = app.project.loss_reasons[-1].id
    assert app.widget(f"loss.{SALE}.{new}.name").value == name


def test_a_reason_without_a_name_is_not_added() -> None:
    app = opened(TYPICAL, "losses")
    app.click("reason.add")
    assert app.project == TYPICAL


def test_every_reason_of_a_broken_project_can_be_opened() -> None:
    broken = projects.broken()
    for pipeline in broken.pipelines:
        app = opened(broken, "losses")
        if pipeline.id != SALE:
            app.put("choose.pipeline", pipeline.id)
        for key in app.keys("reason.row."):
            app.click(key)
        assert app.project == broken


def test_lost_deals_are_counted_by_reason_and_drawn() -> None:
    app = opened(TYPICAL, "losses")
    app.put(f"lost.{SALE}.{REASON}", 7)
    assert app.project == set_count(TYPICAL, SALE, reason=REASON, count=7)
    app.unfold()
    assert any("Отказов 7 в месяц" in text for text in app.words())
    app.put(f"lost.{SALE}.{REASON}", None)
    assert app.project == TYPICAL


def test_a_route_that_would_rather_lead_to_a_missing_funnel_names_it() -> None:
    project = start(("first_sale", "refusal_warming", "repeat_sales"), company=TYPICAL.company)
    app = on_reason(project, "end.won_route")
    assert "Путь ждёт воронку «Исполнение и сопровождение»: добавьте её на шаге 1." in " ".join(app.words())
