"""A small project with one of everything, so that what an edit takes along can be seen whole."""

from __future__ import annotations

from wizard.model.fields import Field, FieldOption, FieldType
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import Conversion, Pipeline, Stage, Won
from wizard.model.project import Project
from wizard.model.qualification import Answer, Question, Verdict
from wizard.model.routes import Destination, Route, Target
from wizard.model.terms import DateRule, Term

INTO_SALE = Route(target=Target.PIPELINE, to=Destination(pipeline="sale", stage="met"))
INTO_WARMING = Route(
    target=Target.PIPELINE, to=Destination(pipeline="warming", stage="found"), opens=DateRule(field="when")
)
TASK = Field(id="task", name="Задача", options=(FieldOption(id="yes", name="Есть"), FieldOption(id="no", name="Нет")))
WHEN = Field(id="when", name="Когда", type=FieldType.DATE)
ASKED = Question(
    id="task",
    text="Какая задача?",
    field="task",
    asked_at="met",
    answers=(Answer(option="yes", verdict=Verdict.TARGET), Answer(option="no", verdict=Verdict.NON_TARGET, stop=True)),
)


def usual(share: float) -> Conversion:
    return Conversion(share=share, low=share / 2, high=1)


NEW = Stage(id="new", name="Заявка получена", conversion=usual(0.5), fields=("task",))
MET = Stage(
    id="met",
    name="Встреча проведена",
    proof="Итог встречи записан",
    conversion=usual(0.4),
    fields=("task", "when"),
    term=Term(until_field="when"),
)
OFFERED = Stage(id="offered", name="Предложение обсуждено", proof="Клиент ответил", conversion=usual(0.8))

SALE = Pipeline(
    id="sale",
    name="Продажа",
    entry="Новая заявка",
    stages=(NEW, MET, OFFERED),
    key_stage="met",
    won=Won(name="Оплата получена", proof="Деньги на счёте"),
    questions=(ASKED,),
    losses=(LossUse(reason="later", route=INTO_WARMING), LossUse(reason="dear", route=None)),
    lost_route=Route(target=Target.ARCHIVE),
)
WARMING = Pipeline(
    id="warming",
    name="Прогрев",
    stages=(Stage(id="found", name="Причина найдена"), Stage(id="agreed", name="Возврат согласован")),
    won=Won(name="Клиент вернулся"),
    losses=(LossUse(reason="dear"),),
    won_route=INTO_SALE,
)
PROJECT = Project(
    fields=(TASK, WHEN),
    loss_reasons=(
        LossReason(id="dear", name="Дорого"),
        LossReason(id="later", name="Не сейчас"),
        LossReason(id="other", name="Другое", comment_required=True),
    ),
    pipelines=(SALE, WARMING),
    main_pipeline="sale",
)
