"""Step 2: the funnel is tried on real deals."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui import projects
from tests.ui.app import App, opened
from tests.ui.kept import Tab
from wizard.lint import runner
from wizard.model.edits.rehearsal import add_told_stage, change_gap, mark_stage, retell_deal, set_outcome, tell_deal
from wizard.model.edits.stages import StageRef
from wizard.model.history import History
from wizard.model.project import Project
from wizard.model.rehearsal import GapKind, Outcome
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts
from wizard.ui.components.rehearsal import MOST

SALE = "first_sale"
TYPICAL = projects.typical()
STAGES = [stage.id for stage in TYPICAL.pipeline(SALE).stages]
FIRST, SECOND, THIRD = STAGES[:3]
TOLD = tell_deal(TYPICAL, SALE, text="Кухня")
AT = "deal.kukhnya.at"


def on_stages(project: Project = TOLD, language: str = "ru") -> App:
    app = opened(project, "stages", language=language)
    app.unfold()
    return app


def marked(project: Project, *kinds: GapKind, stage: str = SECOND, deal: str = "kukhnya") -> Project:
    return mark_stage(project, deal, stage=stage, kinds=kinds)


def test_a_deal_told_in_a_line_stands_in_the_foreground() -> None:
    app = on_stages(TYPICAL)
    app.put("rehearsal.new", "  Кухня ")
    assert app.project == TOLD
    assert app.widget("rehearsal.new").value == ""
    assert app.widget("deal.kukhnya.text").value == "Кухня"
    assert app.widget("deal.kukhnya.outcome").value == "won"
    app.click("rehearsal.walk")
    assert app.project == TOLD
    app.click("undo")
    assert app.project == TYPICAL


def test_nothing_is_no_deal() -> None:
    app = on_stages(TYPICAL)
    app.put("rehearsal.new", "   ")
    app.click("rehearsal.walk")
    assert app.project == TYPICAL


def test_only_what_was_different_is_marked() -> None:
    app = on_stages()
    app.put(f"{AT}.{SECOND}.marks", ["stood", "returned", "missing"])
    expected = marked(TOLD, GapKind.STOOD, GapKind.RETURNED, GapKind.MISSING)
    assert app.project == expected
    app.put(f"{AT}.{SECOND}.stood", 21)
    app.put(f"{AT}.{SECOND}.missing", "Образцы показаны")
    for kind, values in ((GapKind.STOOD, {"days": 21}), (GapKind.MISSING, {"words": "Образцы показаны"})):
        expected = change_gap(expected, "kukhnya", kind=kind, stage=SECOND, **values)
    assert app.project == expected
    assert app.widget(f"{AT}.{SECOND}.returned").value == FIRST
    app.put(f"{AT}.{SECOND}.marks", [])
    assert app.project == TOLD


def test_a_deal_came_back_to_any_earlier_stage() -> None:
    app = on_stages()
    app.put(f"{AT}.{THIRD}.marks", ["returned"])
    app.put(f"{AT}.{THIRD}.returned", FIRST)
    back = marked(TOLD, GapKind.RETURNED, stage=THIRD)
    assert app.project == change_gap(back, "kukhnya", kind=GapKind.RETURNED, stage=THIRD, to=FIRST)


def test_a_lost_deal_is_asked_about_as_far_as_it_got() -> None:
    app = on_stages()
    app.put("deal.kukhnya.outcome", "lost")
    app.put("deal.kukhnya.reached", SECOND)
    assert app.project == retell_deal(set_outcome(TOLD, "kukhnya", outcome=Outcome.LOST), "kukhnya", reached=SECOND)
    assert app.has(f"{AT}.{SECOND}.marks")
    assert not app.has(f"{AT}.{THIRD}.marks")
    app.put("deal.kukhnya.outcome", "won")
    assert app.project == TOLD


def test_a_click_brings_another_deal_to_the_front() -> None:
    app = on_stages(tell_deal(TOLD, SALE, text="Шкаф"))
    assert app.has("deal.shkaf.text")
    app.click("rehearsal.deal.kukhnya")
    assert app.has("deal.kukhnya.text")
    app.click("deal.kukhnya.forget")
    assert app.project == tell_deal(TYPICAL, SALE, text="Шкаф")
    assert app.has("deal.shkaf.text")


@pytest.mark.parametrize(
    ("language", "fit", "gap"),
    [
        ("ru", "1 из 2 прошла как задумано", "Стояла 21 день на «Контакт установлен»"),
        ("en", "1 of 2 went as planned", "Stood 21 days in “Контакт установлен”"),
    ],
)
def test_what_the_deals_say_is_summed_up(language: str, fit: str, gap: str) -> None:
    two = tell_deal(marked(TOLD, GapKind.STOOD), SALE, text="Шкаф")
    app = on_stages(change_gap(two, "kukhnya", kind=GapKind.STOOD, stage=SECOND, days=21), language)
    said = app.words()
    assert [text for text in said if text == f'<p class="v-gain">{fit}</p>']
    assert [text for text in said if text.replace("\\", "") == gap]


def test_a_cure_adds_the_stage_the_deal_told_of() -> None:
    told = change_gap(marked(TOLD, GapKind.MISSING), "kukhnya", kind=GapKind.MISSING, stage=SECOND, words="Образцы")
    app = on_stages(told)
    app.click(f"finding.rehearsal.rehearsal-missing-stage.pipelines/{SALE}/stages/{SECOND}.fix")
    assert app.project == add_told_stage(told, StageRef(SALE, SECOND), words="Образцы")
    assert app.project.told("kukhnya").gaps == ()


def test_findings_stand_with_the_deals_while_these_are_in_sight_and_above_otherwise() -> None:
    app = opened(marked(TOLD, GapKind.STOOD), "stages")
    finding = f"rehearsal-stood.pipelines/{SALE}/stages/{SECOND}/step"
    assert app.has(f"finding.stages.{finding}.keep")
    app.unfold()
    assert app.has(f"finding.rehearsal.{finding}.keep")
    assert not app.has(f"finding.stages.{finding}.keep")


def test_ten_deals_are_enough() -> None:
    many = TYPICAL
    for number in range(MOST):
        many = tell_deal(many, SALE, text=str(number))
    assert not on_stages(many).has("rehearsal.new")


def test_deals_of_another_funnel_are_not_shown_here() -> None:
    app = on_stages(tell_deal(TYPICAL, "customer_support", text="Кухня"))
    assert not app.has("deal.kukhnya.text")
    assert app.has("rehearsal.new")


def test_a_link_that_only_shows_shows_the_deals_without_controls(tmp_path: Path) -> None:
    drafts = Drafts(Database(address({"VORONKA_DATA": str(tmp_path)})))
    told = marked(TOLD, GapKind.STOOD, GapKind.MISSING, GapKind.RETURNED)
    for project, shown in ((told, True), (TYPICAL, False)):
        tab = Tab(drafts, drafts.create(History(project)).draft.view_token)
        tab.visit("stages")
        tab.unfold()
        assert not tab.has("rehearsal.new")
        found = [tab.widget(key) for key in tab.keys("deal.")]
        assert bool(found) is shown
        assert [widget.key for widget in found if not widget.disabled] == []
    drafts.database.close()


def test_a_project_without_deals_has_no_finding_about_them() -> None:
    report = runner.run(TYPICAL, strict=True)
    assert [f.rule for f in (*report.findings, *report.progress) if f.rule.startswith("rehearsal-")] == []
