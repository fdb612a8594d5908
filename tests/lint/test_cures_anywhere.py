"""Whatever a rule offers on a project people made, or spoilt, leaves a valid project without the finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import projects
from wizard.lint import runner
from wizard.model.edits.fields import change_field
from wizard.model.edits.losses import add_reason, change_reason
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.questions import change_question
from wizard.model.edits.stages import StageRef, add_stage, change_stage, delete_stage
from wizard.model.fields import FieldType
from wizard.model.project import Project

PATIENT = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Spoil = Callable[[Project, str], Project]
JOINED = ("Продажи и повторы", "Продажи + сервис", "Партнёры и продажи", "Sales, repeat sales and hiring")
FOREIGN = ("Оплата получена", "Монтаж выполнен", "Резюме отобрано", "Собеседование проведено", "Партнёр обучен")
REASONS = ("Думает", "Дорого или долго", "Нецелевой/не ответил, передумал", "Жадный", "Перенёс покупку на дату")


def _joined(name: str) -> Spoil:
    return lambda project, pipeline: change_pipeline(project, pipeline, name=name)


def _foreign(project: Project, pipeline: str) -> Project:
    for name in FOREIGN:
        project = add_stage(project, pipeline, name=name)
    return project


def _few(project: Project, pipeline: str) -> Project:
    for stage in project.pipeline(pipeline).stages[2:]:
        project = delete_stage(project, StageRef(pipeline, stage.id))
    return project


def _refused(project: Project, pipeline: str) -> Project:
    for name in REASONS:
        project = add_reason(project, name, use_in=pipeline)
    return project


def _blank(project: Project, pipeline: str) -> Project:
    for stage in project.pipeline(pipeline).stages[:1]:
        project = change_stage(project, StageRef(pipeline, stage.id), name="")
    for reason in project.loss_reasons[:1]:
        project = change_reason(project, reason.id, name="")
    return project


def _unlisted(kind: FieldType) -> Spoil:
    def spoil(project: Project, pipeline: str) -> Project:
        """The field of the first question that no other question asks for, without its values."""
        asked = Counter(q.field for p in project.pipelines for q in p.questions)
        for question in project.pipeline(pipeline).questions:
            if asked[question.field] == 1:
                project = change_question(project, pipeline, question=question.id, answers=())
                return change_field(project, question.field, type=kind, options=())
        return project

    return spoil


SPOILS = (*map(_joined, JOINED), _foreign, _few, _refused, _blank, *map(_unlisted, (FieldType.TEXT, FieldType.SELECT)))


@st.composite
def spoilt(draw: st.DrawFn) -> Project:
    project = draw(projects(max_edits=2))
    for _ in range(3 if project.pipelines else 0):
        pipeline = draw(st.sampled_from([p.id for p in project.pipelines]))
        project = draw(st.sampled_from(SPOILS))(project, pipeline)
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
