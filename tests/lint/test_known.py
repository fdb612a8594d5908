"""What a template knows is offered where the owner left something empty, and nothing else."""

from __future__ import annotations

import pytest

from wizard.catalog.start import start
from wizard.lint import runner
from wizard.lint.rule import Finding
from wizard.model.edits.pipelines import add_empty_pipeline, change_pipeline
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import GoalType
from wizard.model.project import Company, Language, Project

FURNITURE = Company(industry="furniture")


def _sale(**values: object) -> Project:
    project = start(("first_sale", "refusal_warming"), company=FURNITURE)
    return change_pipeline(project, "first_sale", **values)


def _found(project: Project, rule: str) -> Finding:
    return next(f for f in runner.run(project, strict=True).findings if f.rule == rule)


def _cured(project: Project, rule: str) -> Project:
    fix = _found(project, rule).fix
    assert fix is not None
    return fix.edit(project)


@pytest.mark.parametrize(
    ("rule", "empty"),
    [
        ("no-own-stage", {"stages": (), "key_stage": None, "questions": ()}),
        ("no-entry-condition", {"entry": ""}),
        ("no-key-stage", {"key_stage": None}),
        ("no-goal-type", {"goal_type": None}),
        ("nobody-enters", {"sources": ()}),
        ("too-few-questions", {"questions": ()}),
        ("too-few-reasons", {"losses": ()}),
    ],
)
def test_what_is_empty_comes_from_the_template(rule: str, empty: dict[str, object]) -> None:
    whole = _sale()
    cured = _cured(_sale(**empty), rule).pipeline("first_sale")
    expected = whole.pipeline("first_sale")
    if rule == "no-own-stage":
        expected = expected.changed(questions=())
    assert cured == expected


@pytest.mark.parametrize(("rule", "part"), [("no-step", "step"), ("no-fact", "proof")])
def test_a_stage_gets_back_what_its_template_says(rule: str, part: str) -> None:
    at = StageRef("first_sale", "key_done")
    assert _cured(change_stage(_sale(), at, **{part: ""}), rule) == _sale()


def test_a_renamed_stage_is_another_stage() -> None:
    project = change_stage(_sale(), StageRef("first_sale", "key_done"), name="Смета согласована", step="", proof="")
    assert _found(project, "no-step").fix is None
    assert _found(project, "no-fact").fix is None


def test_a_term_until_a_date_the_project_does_not_keep_is_not_offered() -> None:
    project = change_stage(_sale(), StageRef("first_sale", "key_scheduled"), term=None)
    assert _cured(project, "no-term") == _sale()
    without = project.changed(
        fields=tuple(f for f in project.fields if f.id != "key_date"),
        pipelines=tuple(
            p.changed(stages=tuple(s.changed(fields=tuple(f for f in s.fields if f != "key_date")) for s in p.stages))
            for p in project.pipelines
        ),
    )
    assert _found(without, "no-term").fix is None


def test_an_empty_funnel_of_one_s_own_takes_the_stages_of_its_goal() -> None:
    project = add_empty_pipeline(_sale(), "Люди")
    own = project.pipelines[-1].id
    assert _found(project, "no-own-stage").fix is None
    cured = _cured(change_pipeline(project, own, goal_type=GoalType.HIRING), "no-own-stage").pipeline(own)
    assert [stage.name for stage in cured.stages][:2] == ["Отклик получен", "Резюме отобрано"]
    assert (cured.name, cured.won.name, cured.key_stage) == ("Люди", "Вышел на работу", "interview_held")


def test_a_lonely_funnel_is_given_the_warming_of_refusals() -> None:
    project = start(("first_sale",), company=Company(language=Language.EN))
    cured = _cured(project, "single-funnel")
    assert [pipeline.name for pipeline in cured.pipelines] == ["First sale", "Warming refusals"]
    assert _found(start(("refusal_warming",), company=FURNITURE), "single-funnel").fix is None


def test_questions_already_asked_are_not_asked_twice() -> None:
    project = _sale()
    one = project.pipeline("first_sale").questions[1:2]
    cured = _cured(change_pipeline(project, "first_sale", questions=one), "too-few-questions")
    asked = [question.id for question in cured.pipeline("first_sale").questions]
    assert asked[0] == one[0].id
    assert sorted(asked) == sorted(question.id for question in project.pipeline("first_sale").questions)


def test_questions_of_the_template_bring_a_stop_answer() -> None:
    project = _sale()
    kept = [q for q in project.pipeline("first_sale").questions if not any(answer.stop for answer in q.answers)]
    few = change_pipeline(project, "first_sale", questions=tuple(kept))
    cured = _cured(few, "no-stop-answer")
    assert {q.id for q in cured.pipeline("first_sale").questions} == {
        q.id for q in project.pipeline("first_sale").questions
    }
