"""The two cures: better names for the same stages, or base funnels, with a place for every deal."""

from __future__ import annotations

from typing import Any

import pytest

from tests.audit import bodies
from tests.audit.bodies import ENDS, dumped, pipeline, status
from wizard.audit.mapping import proposed
from wizard.audit.project import project_of
from wizard.audit.readers import from_json, from_text
from wizard.audit.rebuilding import designed, rebuilt
from wizard.audit.renaming import renamed
from wizard.lint import runner
from wizard.lint.rule import Severity
from wizard.model.edits.pipelines import add_empty_pipeline
from wizard.model.edits.rehearsal import tell_deal
from wizard.model.moves import DealMove, End
from wizard.model.project import Binding, Project
from wizard.storage.project_file import dump, load

STOCK = "Первичный контакт > Отправили > Переговоры > Принимают решение"
PLAN = {"own_voronka": "first_sale"}


def _pasted(text: str) -> Project:
    return project_of(from_text(text))


def _account(value: Any) -> Project:
    return project_of(from_json(dumped(value)))


def _aims(project: Project) -> list[tuple[str, str | None]]:
    return [(move.from_stage, move.stage or (str(move.end) if move.end else None)) for move in project.moves]


def test_every_stage_that_can_be_gets_a_better_name_and_none_goes() -> None:
    before = _pasted(STOCK)
    after = renamed(before)
    names = ("Контакт установлен", "Предложение обсуждено", "Условия согласованы", "Дата оплаты согласована")
    (old,), (new,) = before.pipelines, after.pipelines
    stages = tuple(stage.changed(name=name) for stage, name in zip(old.stages, names, strict=True))
    assert after == before.with_pipeline(old.changed(stages=stages))
    assert not {f.rule for f in runner.run(after).findings if f.path.endswith("/name") and "/stages/" in f.path}
    assert [stage.id for stage in new.stages] == [stage.id for stage in old.stages]


def test_a_stage_that_should_go_stays_and_is_a_finding_still() -> None:
    after = renamed(_pasted("Заявка получена > Отложено > Думает"))
    assert [s.name for s in after.pipelines[0].stages] == ["Заявка получена", "Отложено", "Предложение обсуждено"]


def test_no_two_stages_get_one_name() -> None:
    after = renamed(_pasted(" > ".join(["Заявка получена", *["Думает"] * 5])))
    better = [stage.name for stage in after.pipelines[0].stages if stage.name != "Думает"]
    assert len(better) == len(set(better))


def test_deals_told_about_another_funnel_do_not_stand_in_the_way() -> None:
    two = add_empty_pipeline(_pasted(STOCK), "Партнёры")
    told = tell_deal(two, two.pipelines[1].id, text="Агентство на углу")
    assert renamed(told) == renamed(two).changed(rehearsal=told.rehearsal)


def test_rebuilding_the_stock_pipeline_leaves_no_error_and_keeps_where_deals_go() -> None:
    after = rebuilt(_pasted(STOCK), PLAN, industry="furniture")
    assert [p.id for p in after.pipelines] == ["first_sale"]
    assert runner.run(after, strict=True).count(Severity.ERROR) == 0
    assert _aims(after) == [
        ("Первичный контакт", "contact_made"),
        ("Отправили", "key_done"),
        ("Переговоры", "offer_reviewed"),
        ("Принимают решение", "offer_reviewed"),
    ]
    assert load(dump(after)) == after


def test_ids_stay_bound_to_what_takes_the_same_place() -> None:
    after = rebuilt(_account(bodies.stock()), PLAN, industry="furniture")
    account = "example.amocrm.ru"
    assert after.bindings == (
        Binding(account=account, local="pipelines/first_sale", remote="31"),
        Binding(account=account, local="pipelines/first_sale/stages/contact_made", remote="100"),
        Binding(account=account, local="pipelines/first_sale/stages/offer_reviewed", remote="101"),
        Binding(account=account, local="pipelines/first_sale/stages/terms_agreed", remote="103"),
    )
    assert after.moves[2] == DealMove(
        account=account,
        from_pipeline="Воронка",
        from_stage="Принимают решение",
        remote_pipeline="31",
        remote_stage="102",
        pipeline="first_sale",
        stage="offer_reviewed",
    )
    assert after.main_pipeline == "first_sale"


def test_a_stage_of_the_same_name_is_taken_before_the_first_one() -> None:
    value = [pipeline("Воронка", status(1, "Торг", sort=10), status(2, "Предложение обсуждено", sort=20), *ENDS)]
    after = rebuilt(_account(value), PLAN, industry="general")
    assert [(b.local, b.remote) for b in after.bindings if "/stages/" in b.local] == [
        ("pipelines/first_sale/stages/offer_reviewed", "2")
    ]


def test_the_table_people_put_right_is_the_one_that_counts() -> None:
    before = _account(bodies.stock())
    moves = proposed(before, designed(before, PLAN, industry="furniture"), PLAN)
    own = (moves[0].changed(stage="qualified"), moves[1].changed(stage=None, end=End.LOST), *moves[2:])
    after = rebuilt(before, PLAN, industry="furniture", moves=own)
    assert after.moves == own
    assert (
        Binding(account="example.amocrm.ru", local="pipelines/first_sale/stages/qualified", remote="100")
        in after.bindings
    )
    assert "101" not in {binding.remote for binding in after.bindings}


def test_fields_and_reasons_of_the_same_name_are_used_again() -> None:
    template = rebuilt(_pasted(STOCK), PLAN, industry="furniture")
    date = template.field("key_date")
    reason = next(r for r in template.loss_reasons if r.field is None and r.id != "other")
    value = {
        "pipelines": bodies.stock(),
        "custom_fields": [
            {"id": 7, "name": date.name, "type": date.type},
            {"id": 8, "name": "Чужое поле", "type": "text"},
            {"id": 9, "name": reason.name, "type": "text"},
        ],
        "loss_reasons": [{"id": 5, "name": reason.name.upper()}, {"id": 6, "name": "Чужая причина"}],
    }
    after = rebuilt(_account(value), PLAN, industry="furniture")
    assert (after.fields, after.loss_reasons) == (template.fields, template.loss_reasons)
    bound = {binding.local: binding.remote for binding in after.bindings if not binding.local.startswith("pipelines/")}
    assert bound == {"fields/key_date": "7", f"loss_reasons/{reason.id}": "5"}
    assert runner.run(after, strict=True).count(Severity.ERROR) == 0


def test_two_cities_become_one_funnel() -> None:
    before = _account([
        pipeline("Продажи Москва", status(1, "Думает"), *ENDS, number=1),
        pipeline("Продажи Тверь", status(2, "Думает"), *ENDS, number=2),
    ])  # fmt: skip
    after = rebuilt(
        before, dict.fromkeys(("own_prodazhi_moskva", "own_prodazhi_tver"), "first_sale"), industry="general"
    )
    assert [p.id for p in after.pipelines] == ["first_sale"]
    assert [(move.from_pipeline, move.stage) for move in after.moves] == [
        ("Продажи Москва", "offer_reviewed"),
        ("Продажи Тверь", "offer_reviewed"),
    ]
    assert {binding.remote for binding in after.bindings} == {"1"}


def test_what_is_not_in_the_plan_stays_as_it_is_and_bound() -> None:
    before = _account([
        pipeline("Наём", status(11, "Отклик"), *ENDS, number=1),
        pipeline("Продажи", status(22, "Думает"), *ENDS, number=2),
    ])  # fmt: skip
    after = rebuilt(before, {"own_prodazhi": "first_sale"}, industry="general")
    assert [p.id for p in after.pipelines] == ["own_naem", "first_sale"]
    assert after.pipeline("own_naem") == before.pipeline("own_naem")
    assert {binding.remote for binding in after.bindings} == {"1", "11", "2", "22"}


MEANINGS = [
    ("Новая заявка", "request_received"),
    ("Недозвон", "request_received"),
    ("Контакт установлен", "contact_made"),
    ("Квалификация", "qualified"),
    ("Замер назначен", "key_scheduled"),
    ("Замер", "key_scheduled"),
    ("Замер проведён", "key_done"),
    ("КП отправлено", "key_done"),
    ("Думает", "offer_reviewed"),
    ("Договор подписан", "terms_agreed"),
    ("Ждём оплату", "terms_agreed"),
    ("Оплачено", "won"),
    ("Нецелевой", "lost"),
    ("Отложено", None),
    ("Proposal sent", "key_done"),
    ("Negotiation", "offer_reviewed"),
    ("Paid", "won"),
]


@pytest.mark.parametrize(("name", "aim"), MEANINGS)
def test_a_deal_is_put_where_the_name_of_its_stage_proves_it_to_be(name: str, aim: str | None) -> None:
    after = rebuilt(_pasted(f"Воронка:\n{name}"), PLAN, industry="furniture")
    assert _aims(after) == [(name, aim)]


def test_a_name_that_says_nothing_stays_with_the_stage_before() -> None:
    after = rebuilt(_pasted("Воронка:\nАльфа\nЗамер проведён\nБета"), PLAN, industry="furniture")
    assert _aims(after) == [("Альфа", "request_received"), ("Замер проведён", "key_done"), ("Бета", "key_done")]
