"""What can be put back after an entry, said honestly."""

from __future__ import annotations

from tests.amocrm.practice import practice
from tests.catalog.composed import composed
from wizard.amocrm.plan import Action, Change, Choices, Detail, Kind, PipelineChoice
from wizard.amocrm.putting_back import How, put_back
from wizard.amocrm.sandbox import Contents, Variant
from wizard.i18n.translator import translator
from wizard.model.project import Language

PROJECT = composed("for-silent", "general", Language.RU)
RU = translator("ru")


def _changed(kind: Kind, what: str, name: str, *, old: str = "", action: Action = Action.UPDATE) -> Change:
    return Change(action=action, kind=kind, name=name, details=(Detail(what=what, old=old, new="Новое"),))


def test_a_line_for_each_sort_what_comes_back_first() -> None:
    told = put_back(
        (
            _changed(Kind.REMOVAL, "deals_to", "Продажи / Думает"),
            _changed(Kind.FIELD, "options", "Источник"),
            _changed(Kind.STAGE, "colour", "Продажи / Заявка", old="#99ccff"),
            _changed(Kind.STAGE, "colour", "Продажи / Договор", old="#fffeb2"),
            _changed(Kind.MAIN, "main", "Первичная продажа", old="Воронка"),
            _changed(Kind.END, "name", "Продажи / Оплачено", action=Action.MANUAL),
        ),
        RU,
    )
    assert [(line.how, line.text.rpartition(": ")[2]) for line in told] == [
        (How.WHOLLY, "«Продажи / Договор»."),
        (How.WHOLLY, "«Воронка»."),
        (How.WHOLLY, "«Продажи / Оплачено»."),
        (How.PARTLY, "«Источник»."),
        (How.NEVER, "«Продажи / Думает»."),
        (How.NEVER, "«Продажи / Заявка»."),
    ]


def test_many_names_are_cut_short() -> None:
    (line,) = put_back((_changed(Kind.STAGE, "name", f"Этап {n}") for n in range(8)), RU)
    assert line.text.endswith("«Этап 4» и ещё 3.")


def test_everything_an_entry_does_is_told_and_new_stages_go_with_their_new_pipeline() -> None:
    account = practice(Variant(contents=Contents.DEALS))
    stock = account.sandbox.account.pipelines[0].id
    choices = Choices(everything=True, pipelines=(PipelineChoice(pipeline="first_sale", remote=stock),))
    report = account.apply(account.plan(PROJECT, choices))
    told = {line.text.partition(":")[0]: line for line in put_back(report.done, RU)}
    adopted = PROJECT.pipeline("first_sale").name
    new = next(line.text for key, line in told.items() if key.startswith("Новые этапы"))
    assert (
        new.partition(": ")[2].count("«")
        == new.count(f"«{adopted} / ")
        == len(PROJECT.pipeline("first_sale").stages) - 4
    )
    assert {line.how for line in told.values()} == set(How)
