"""Stages that go to another pipeline, and reasons that become several, with what refers to them."""

from __future__ import annotations

from tests.small import ASKED, INTO_SALE, INTO_WARMING, MET, NEW, OFFERED, PROJECT, SALE, WARMING
from wizard.model.edits.splitting import move_stages, split_reason
from wizard.model.losses import LossGroup, LossReason, LossUse
from wizard.model.moves import DealMove
from wizard.model.project import Project
from wizard.model.rehearsal import Gap, GapKind, Outcome, ToldDeal
from wizard.model.routes import Destination, Route, Target


def _moved(project: Project = PROJECT, *stages: str) -> Project:
    return move_stages(project, "sale", stages=stages or ("met",), into="warming")


def test_stages_move_whole_with_the_routes_into_them_and_the_key_mark() -> None:
    there = Destination(pipeline="warming", stage="met")
    left = SALE.changed(stages=(NEW, OFFERED), key_stage=None, questions=(ASKED.changed(asked_at="new"),))
    arrived = WARMING.changed(stages=(*WARMING.stages, MET), key_stage="met", won_route=INTO_SALE.changed(to=there))
    assert _moved() == PROJECT.changed(pipelines=(left, arrived))


def test_a_stage_that_is_there_by_name_takes_the_place_of_the_one_that_comes() -> None:
    agreed = WARMING.stages[1].changed(name="встреча проведена")
    before = PROJECT.with_pipeline(WARMING.changed(stages=(WARMING.stages[0], agreed)))
    after = _moved(before)
    assert after.pipeline("warming").stages == (WARMING.stages[0], agreed)
    assert after.pipeline("warming").won_route == INTO_SALE.changed(to=Destination(pipeline="warming", stage="agreed"))


def test_an_id_that_is_taken_gets_a_number() -> None:
    taken = WARMING.stages[1].changed(id="offered")
    before = PROJECT.with_pipeline(WARMING.changed(stages=(WARMING.stages[0], taken)))
    stages = _moved(before, "met", "offered").pipeline("warming").stages
    assert [stage.id for stage in stages] == ["found", "offered", "met", "offered_2"]


def test_the_first_stage_left_asks_what_was_asked_before_it() -> None:
    after = _moved(PROJECT, "new", "met")
    assert [q.asked_at for q in after.pipeline("sale").questions] == ["offered"]
    assert [q.asked_at for q in _moved(PROJECT, "new", "met", "offered").pipeline("sale").questions] == [None]


def test_deals_that_were_to_move_there_follow() -> None:
    moves = tuple(
        DealMove(from_pipeline="Старая", from_stage=stage, pipeline="sale", stage=stage) for stage in ("new", "met")
    )
    after = _moved(PROJECT.changed(moves=moves))
    assert after.moves == (moves[0], moves[1].changed(pipeline="warming"))


def test_what_was_told_about_them_is_told_about_the_one_before() -> None:
    gaps = (Gap(kind=GapKind.STOOD, stage="met", days=9), Gap(kind=GapKind.SKIPPED, stage="offered"))
    deal = ToldDeal(id="d", pipeline="sale", text="Кухня", outcome=Outcome.LOST, reached="offered", gaps=gaps)
    [after] = _moved(PROJECT.changed(rehearsal=(deal,)), "met", "offered").rehearsal
    assert after == deal.changed(reached="new", gaps=(gaps[0].changed(stage="new"),))


DEAR = PROJECT.reason("dear")


def test_a_reason_becomes_several_used_where_it_was_with_its_route_and_nobody_s_count() -> None:
    head = Route(target=Target.HEAD)
    use = LossUse(reason="dear", route=head, count=4)
    before = PROJECT.with_pipeline(SALE.changed(losses=(SALE.losses[0], use)))
    after = split_reason(before, "dear", names=(("Цена", LossGroup.PRICE), ("Срок", None)))
    price, time = DEAR.changed(name="Цена", group=LossGroup.PRICE), DEAR.changed(id="srok", name="Срок", group=None)
    assert [r for r in after.loss_reasons if r.id in ("dear", "srok")] == [price, time]
    assert after.pipeline("sale").losses == (
        LossUse(reason="later", route=INTO_WARMING),
        LossUse(reason="dear", route=head),
        LossUse(reason="srok", route=head),
    )
    assert after.pipeline("warming").losses == (LossUse(reason="dear"), LossUse(reason="srok"))


def test_a_part_the_list_has_stands_for_it_and_its_own_use_stays() -> None:
    later = PROJECT.reason("later")
    after = split_reason(PROJECT, "dear", names=((later.name.upper(), None), ("Цена", LossGroup.PRICE)))
    assert after.loss_reasons == tuple(
        r.changed(name="Цена", group=LossGroup.PRICE) if r.id == "dear" else r for r in PROJECT.loss_reasons
    )
    assert after.pipeline("sale").losses == SALE.losses
    assert [use.reason for use in after.pipeline("warming").losses] == ["later", "dear"]


def test_parts_the_list_has_all_take_the_reason_s_place() -> None:
    extra = LossReason(id="price", name="Цена")
    before = PROJECT.changed(loss_reasons=(*PROJECT.loss_reasons, extra))
    names = ((PROJECT.reason("later").name, None), ("Цена", LossGroup.PRICE))
    after = split_reason(before, "dear", names=names)
    assert "dear" not in {reason.id for reason in after.loss_reasons}
    assert [use.reason for use in after.pipeline("warming").losses] == ["later", "price"]
