"""Hints: typed ones stay, empty ones are made of the stage, and amoCRM can take them all."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.samples import english, russian
from tests.strategies import projects
from wizard.hints import MAX_HINT, hints_of, shortened
from wizard.model.pipeline import Hints, Pipeline, Stage, Won
from wizard.model.project import Project


def _hints(project: Project, stage: str, **values: object) -> Hints:
    pipeline = project.pipelines[0]
    changed = pipeline.stage(stage).changed(**values)
    pipeline = pipeline.with_stage(changed)
    return hints_of(project, pipeline, stage=changed)


def test_empty_hints_are_made_of_fact_step_term_and_fields() -> None:
    assert _hints(russian(), "request_received") == Hints(
        newbie="Позвоните за 15 минут.\nОшибка: отправить прайс вместо звонка.",
        candidate=(
            "Дальше, когда: Ответы записаны, вывод «целевой». Сделать: Позвонить; нет ответа — 5 попыток за 3 дня. "
            "Срок: первое действие за 15 минут рабочего времени, предел 3 дня. "
            "Заполнить: «Источник заявки», «Телефон»."
        ),
        master=("Ответы записаны, вывод «целевой», первое действие за 15 минут рабочего времени, предел 3 дня"),
    )


def test_they_speak_the_language_of_the_content() -> None:
    hints = _hints(english(), "applied")
    assert hints.candidate == (
        "Moves on when: Date & time agreed. Do: Call. Time limit: first action within 1 working day, limit 2 days."
    )


def test_the_last_stage_moves_on_by_the_proof_of_won() -> None:
    assert _hints(russian(), "offer_reviewed").master == "Деньги поступили на счёт или в кассу, 5 дней"


def test_typed_hints_stay() -> None:
    typed = Hints(newbie="Н", candidate="К", master="М")
    assert _hints(russian(), "key_done", hints=typed) == typed


def test_empty_parts_are_left_out() -> None:
    hints = _hints(russian(), "request_received", step="", term=None, fields=())
    assert hints.candidate == "Дальше, когда: Ответы записаны, вывод «целевой»."
    assert hints.master == "Ответы записаны, вывод «целевой»"


def test_a_bare_stage_has_no_hints() -> None:
    pipeline = Pipeline(id="p", name="В", won=Won(name="У"), stages=(Stage(id="s", name="Э"),))
    assert hints_of(Project(pipelines=(pipeline,)), pipeline, stage=pipeline.stages[0]) == Hints()


def test_a_long_candidate_hint_loses_its_fields_and_no_word_is_cut() -> None:
    hints = _hints(russian(), "request_received", step=" ".join(["шаг"] * 210))
    assert len(hints.candidate) <= MAX_HINT
    assert "Заполнить" not in hints.candidate
    assert hints.candidate.endswith("предел 3 дня.")


def test_a_text_too_long_in_itself_ends_after_a_whole_word() -> None:
    short = shortened("слово " * 300)
    assert len(short) <= MAX_HINT
    assert short.endswith("слово…")


@given(projects())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_hint_is_longer_than_amocrm_takes(project: Project) -> None:
    for pipeline in project.pipelines:
        for stage in pipeline.stages:
            hints = hints_of(project, pipeline, stage=stage)
            assert max(len(hints.newbie), len(hints.candidate), len(hints.master)) <= MAX_HINT
