"""Edits of pipelines as a whole, and what each takes along."""

from __future__ import annotations

import pytest

from tests.small import INTO_SALE, INTO_WARMING, PROJECT, SALE, WARMING
from wizard.model.edits import pipelines
from wizard.model.losses import LossUse
from wizard.model.pipeline import Launch, Pipeline, Won
from wizard.model.project import KeptFinding
from wizard.model.routes import Destination, Route, Target

ARCHIVED = Route(target=Target.ARCHIVE, wanted=INTO_WARMING, why="Прогрев")
WITHOUT_WARMING = SALE.changed(losses=(LossUse(reason="later", route=ARCHIVED), LossUse(reason="dear", route=None)))


def test_attributes_of_a_pipeline_are_replaced() -> None:
    after = pipelines.change_pipeline(PROJECT, "sale", name="Первичная продажа", launch=Launch.NOW)
    assert after == PROJECT.with_pipeline(SALE.changed(name="Первичная продажа", launch=Launch.NOW))


def test_attributes_of_won_are_replaced() -> None:
    after = pipelines.change_won(PROJECT, "sale", name="Счёт оплачен")
    assert after == PROJECT.with_pipeline(SALE.changed(won=Won(name="Счёт оплачен", proof="Деньги на счёте")))


def test_a_deleted_pipeline_leaves_archive_routes_that_remember_it() -> None:
    after = pipelines.delete_pipeline(PROJECT, "warming")
    assert after == PROJECT.changed(pipelines=(WITHOUT_WARMING,))
    assert pipelines.waiting_routes(after, "warming") == 1


def test_adding_a_deleted_pipeline_again_restores_the_routes_exactly() -> None:
    without = pipelines.delete_pipeline(PROJECT, "warming")
    assert pipelines.add_pipeline(without, WARMING) == PROJECT


def test_a_pipeline_that_comes_back_without_the_stage_is_entered_nowhere_yet() -> None:
    without = pipelines.delete_pipeline(PROJECT, "warming")
    after = pipelines.add_pipeline(without, WARMING.changed(stages=()))
    assert after.pipeline("sale").losses[0].route == INTO_WARMING.changed(to=Destination(pipeline="warming"))


def test_a_deleted_main_pipeline_is_main_no_longer() -> None:
    after = pipelines.delete_pipeline(PROJECT, "sale")
    ended = Route(target=Target.END, wanted=INTO_SALE, why="Продажа")
    assert after == PROJECT.changed(pipelines=(WARMING.changed(won_route=ended),), main_pipeline=None)


def test_kept_findings_about_a_deleted_pipeline_go() -> None:
    paths = ("pipelines/warming", "pipelines/warming/stages/found", "pipelines/warming_2", "project")
    kept = tuple(KeptFinding(rule="r", path=path, reason="known", fingerprint="f") for path in paths)
    after = pipelines.delete_pipeline(PROJECT.changed(kept=kept), "warming")
    assert after == PROJECT.changed(pipelines=(WITHOUT_WARMING,), kept=kept[2:])


def test_a_route_finds_its_first_wish_when_its_substitute_went_too() -> None:
    winback = Route(target=Target.PIPELINE, to=Destination(pipeline="winback"))
    substitute = INTO_WARMING.changed(wanted=winback)
    project = PROJECT.with_pipeline(SALE.changed(losses=(LossUse(reason="later", route=substitute),)))
    project = pipelines.delete_pipeline(project, "warming")
    assert pipelines.waiting_routes(project, "winback") == 1
    again = pipelines.add_pipeline(project, Pipeline(id="winback", name="Возврат"))
    assert again.pipeline("sale").losses == (LossUse(reason="later", route=winback),)


def test_a_pipeline_is_duplicated_under_a_products_name_right_after_it() -> None:
    project = pipelines.change_pipeline(PROJECT, "warming", launch=Launch.NOW)
    after = pipelines.duplicate_pipeline(project, "warming", name="Прогрев кухонь")
    copy = WARMING.changed(id="warming_progrev_kukhon", name="Прогрев кухонь", launch=Launch.LATER)
    assert after == project.changed(pipelines=(SALE, WARMING.changed(launch=Launch.NOW), copy))


def test_routes_of_a_copy_into_itself_follow_the_copy() -> None:
    again = INTO_SALE.changed(new_occasion=True)
    project = PROJECT.with_pipeline(SALE.changed(won_route=again))
    after = pipelines.duplicate_pipeline(project, "sale", name="Кухни")
    into_copy = again.changed(to=Destination(pipeline="sale_kukhni", stage="met"))
    copy = SALE.changed(id="sale_kukhni", name="Кухни", won_route=into_copy)
    assert after == project.changed(pipelines=(SALE.changed(won_route=again), copy, WARMING))


def test_a_copy_without_a_readable_name_is_called_a_copy() -> None:
    after = pipelines.duplicate_pipeline(PROJECT, "warming", name="…")
    assert [p.id for p in after.pipelines] == ["sale", "warming", "warming_copy"]


def test_an_empty_pipeline_is_added_for_later() -> None:
    after = pipelines.add_empty_pipeline(PROJECT, "Партнёры")
    assert after == PROJECT.changed(pipelines=(SALE, WARMING, Pipeline(id="own_partnery", name="Партнёры")))


def test_an_empty_pipeline_gets_an_id_not_used_yet() -> None:
    once = pipelines.add_empty_pipeline(PROJECT, "Sale")
    assert pipelines.add_empty_pipeline(once, "Sale").pipelines[-1] == Pipeline(id="own_sale_2", name="Sale")


@pytest.mark.parametrize(
    ("by", "order"), [(1, ["warming", "sale"]), (9, ["warming", "sale"]), (-1, ["sale", "warming"])]
)
def test_a_pipeline_moves_as_far_as_it_goes(by: int, order: list[str]) -> None:
    after = pipelines.move_pipeline(PROJECT, "sale", by=by)
    assert after == PROJECT.changed(pipelines=tuple(PROJECT.pipeline(p) for p in order))


def test_a_pipeline_does_the_work_of_another() -> None:
    bare = pipelines.change_pipeline(PROJECT, "warming", sources=("Сайт",), launch=Launch.NOW)
    after = pipelines.merge_pipelines(bare, "warming", into="sale")
    assert after.pipeline("sale").sources == (*SALE.sources, "Сайт")
    assert (after.pipeline("sale").launch, [p.id for p in after.pipelines]) == (Launch.NOW, ["sale"])
    assert pipelines.merge_pipelines(PROJECT, "sale", into="sale") == PROJECT


def test_what_led_into_a_merged_pipeline_leads_to_the_stage_of_the_same_name() -> None:
    twice = pipelines.duplicate_pipeline(PROJECT, "sale", name="Продажа дверей")
    copy = next(p.id for p in twice.pipelines if p.id not in ("sale", "warming"))
    stage = twice.pipeline(copy).stages[-1]
    into_copy = Route(target=Target.PIPELINE, to=Destination(pipeline=copy, stage=stage.id))
    routed = pipelines.change_pipeline(twice, "warming", won_route=into_copy)
    after = pipelines.merge_pipelines(routed, copy, into="sale")
    assert after.pipeline("warming").won_route == into_copy.changed(to=Destination(pipeline="sale", stage=stage.id))
