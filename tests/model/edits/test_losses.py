"""Edits of loss reasons and routes, and what each takes along."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.small import INTO_WARMING, PROJECT, SALE, WARMING
from wizard.model.edits import losses
from wizard.model.losses import LossGroup, LossReason, LossUse
from wizard.model.routes import ARCHIVE, Destination, Route, Target

DEAR, LATER, OTHER = PROJECT.loss_reasons


def test_a_reason_is_added_to_the_list() -> None:
    after = losses.add_reason(PROJECT, "Нет денег")
    assert after == PROJECT.changed(loss_reasons=(DEAR, LATER, OTHER, LossReason(id="net_deneg", name="Нет денег")))


def test_a_reason_is_added_and_used_at_once() -> None:
    after = losses.add_reason(PROJECT, "Dear", use_in="warming")
    warming = WARMING.changed(losses=(LossUse(reason="dear"), LossUse(reason="dear_2", route=ARCHIVE)))
    assert after == PROJECT.changed(
        loss_reasons=(DEAR, LATER, OTHER, LossReason(id="dear_2", name="Dear")), pipelines=(SALE, warming)
    )


def test_attributes_of_a_reason_are_replaced() -> None:
    after = losses.change_reason(PROJECT, "dear", name="Дороже бюджета", group=LossGroup.PRICE)
    changed = LossReason(id="dear", name="Дороже бюджета", group=LossGroup.PRICE)
    assert after == PROJECT.changed(loss_reasons=(changed, LATER, OTHER))


def test_a_deleted_reason_is_used_nowhere() -> None:
    after = losses.delete_reason(PROJECT, "dear")
    sale = SALE.changed(losses=(LossUse(reason="later", route=INTO_WARMING),))
    assert after == PROJECT.changed(loss_reasons=(LATER, OTHER), pipelines=(sale, WARMING.changed(losses=())))


def test_a_reason_is_used_once() -> None:
    after = losses.use_reason(PROJECT, "sale", reason="other")
    assert after == PROJECT.with_pipeline(SALE.changed(losses=(*SALE.losses, LossUse(reason="other", route=ARCHIVE))))
    assert losses.use_reason(after, "sale", reason="other", route=INTO_WARMING) == after


def test_a_reason_no_longer_used_stays_in_the_list() -> None:
    after = losses.drop_use(PROJECT, "sale", reason="later")
    assert after == PROJECT.with_pipeline(SALE.changed(losses=(LossUse(reason="dear"),)))


def test_a_route_of_its_own_comes_before_the_common_one() -> None:
    after = losses.set_route(PROJECT, "sale", reason="dear", route=Route(target=Target.HEAD))
    sale = after.pipeline("sale")
    assert after == PROJECT.with_pipeline(SALE.changed(losses=(SALE.losses[0], sale.losses[1])))
    assert sale.route_of(sale.losses[1]) == Route(target=Target.HEAD)


def test_without_a_route_of_its_own_the_common_one_holds() -> None:
    after = losses.set_route(PROJECT, "sale", reason="later", route=None).pipeline("sale")
    assert [after.route_of(use) for use in after.losses] == [ARCHIVE, ARCHIVE]


def test_a_route_to_nowhere_is_refused() -> None:
    nowhere = Route(target=Target.PIPELINE, to=Destination(pipeline="none"))
    with pytest.raises(ValidationError, match="there is no pipeline none"):
        losses.set_route(PROJECT, "sale", reason="dear", route=nowhere)


def test_a_merged_reason_is_used_where_the_other_was() -> None:
    after = losses.merge_reasons(PROJECT, "later", into="other")
    sale = SALE.changed(losses=(LossUse(reason="other", route=INTO_WARMING), LossUse(reason="dear")))
    assert after == PROJECT.changed(loss_reasons=(DEAR, OTHER), pipelines=(sale, WARMING))


def test_where_both_reasons_were_used_the_second_keeps_its_route() -> None:
    after = losses.merge_reasons(PROJECT, "dear", into="later")
    sale = SALE.changed(losses=(LossUse(reason="later", route=INTO_WARMING),))
    warming = WARMING.changed(losses=(LossUse(reason="later"),))
    assert after == PROJECT.changed(loss_reasons=(LATER, OTHER), pipelines=(sale, warming))


def test_a_reason_merged_into_itself_stays() -> None:
    assert losses.merge_reasons(PROJECT, "dear", into="dear") == PROJECT


def test_counts_of_two_merged_reasons_add_up() -> None:
    counted = losses.set_count(
        losses.set_count(PROJECT, "sale", reason="dear", count=5), "sale", reason="later", count=3
    )
    assert [use.count for use in counted.pipeline("sale").losses] == [3, 5]
    merged = losses.merge_reasons(counted, "dear", into="later").pipeline("sale")
    assert merged.losses == (LossUse(reason="later", route=INTO_WARMING, count=8),)
    assert losses.set_count(counted, "sale", reason="dear", count=None).pipeline("sale").losses[1] == SALE.losses[1]
