"""Whatever a rule offers on a project people made, or spoilt, leaves a valid project without the finding."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import projects
from wizard.lint import runner
from wizard.model.edits.fields import change_field
from wizard.model.edits.losses import add_reason, change_reason
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.stages import StageRef, add_stage, change_stage, delete_stage
from wizard.model.fields import FieldType
from wizard.model.project import Project

PATIENT = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
JOINED = ("Продажи и повторы", "Продажи + сервис", "Партнёры и продажи", "Sales, repeat sales and hiring")
FOREIGN = ("Оплата получена", "Монтаж выполнен", "Резюме отобрано", "Собеседование проведено", "Партнёр обучен")
REASONS = ("Думает", "Дорого или долго", "Нецелевой/не ответил, передумал", "Жадный", "Перенёс покупку на дату")


def _spoils(project: Project, pipeline: str) -> tuple[Callable[[], Project], ...]:
    """Ways to spoil a project in one of its funnels."""

    def joined(name: str) -> Callable[[], Project]:
        return lambda: change_pipeline(project, pipeline, name=name)

    def foreign() -> Project:
        after = project
        for name in FOREIGN:
            after = add_stage(after, pipeline, name=name)
        return after

    def few() -> Project:
        after = project
        for stage in project.pipeline(pipeline).stages[2:]:
            after = delete_stage(after, StageRef(pipeline, stage.id))
        return after

    def refused() -> Project:
        after = project
        for name in REASONS:
            after = add_reason(after, name, use_in=pipeline)
        return after

    def blank() -> Project:
        after = project
        for stage in project.pipeline(pipeline).stages[:1]:
            after = change_stage(after, StageRef(pipeline, stage.id), name="")
        for reason in project.loss_reasons[:1]:
            after = change_reason(after, reason.id, name="")
        return after

    def unlisted(kind: FieldType) -> Callable[[], Project]:
        def edit() -> Project:
            after = project
            for question in project.pipeline(pipeline).questions:
                after = change_pipeline(after, pipeline, questions=(question.changed(answers=()),))
                if all(q.field != question.field for p in after.pipelines if p.id != pipeline for q in p.questions):
                    after = change_field(after, question.field, type=kind, options=())
                break
            return after

        return edit

    names = tuple(joined(name) for name in JOINED)
    return (*names, foreign, few, refused, blank, unlisted(FieldType.TEXT), unlisted(FieldType.SELECT))


@st.composite
def spoilt(draw: st.DrawFn) -> Project:
    project = draw(projects(max_edits=2))
    for _ in range(3 if project.pipelines else 0):
        pipeline = draw(st.sampled_from([p.id for p in project.pipelines]))
        project = draw(st.sampled_from(_spoils(project, pipeline)))()
    return project


@PATIENT
@given(st.one_of(projects(), spoilt()))
def test_a_cure_cures_and_leaves_a_valid_project(project: Project) -> None:
    report = runner.run(project, strict=True)
    for finding in report.findings:
        for fix in finding.fixes:
            cured = fix.edit(project)
            assert Project.model_validate(cured.model_dump()) == cured
            assert finding not in runner.run(cured, strict=True, before=report).findings
