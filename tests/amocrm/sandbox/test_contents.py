"""What practice accounts hold from the start."""

from __future__ import annotations

import re

import pytest

from tests.amocrm.sandbox.asking import opened
from tests.amocrm.sandbox.invariants import broken
from wizard.amocrm.sandbox import Brand, Contents, Variant, names
from wizard.model.pipeline import PALETTE


@pytest.mark.parametrize("brand", Brand)
@pytest.mark.parametrize("contents", Contents)
def test_every_account_is_one_amocrm_could_hold(brand: Brand, contents: Contents) -> None:
    assert broken(opened(Variant(brand=brand, contents=contents)).sandbox.account) == []


@pytest.mark.parametrize(
    ("contents", "held"),
    [
        (Contents.FRESH, (1, 7, 5, 0, 0)),
        (Contents.DEALS, (1, 7, 5, 0, 30)),
        (Contents.BUSY, (10, 7, 8, 4, 330)),
        (Contents.NEARLY_FULL, (49, 99, 5, 0, 0)),
    ],
)
@pytest.mark.parametrize("brand", Brand)
def test_how_much_is_in_each(brand: Brand, contents: Contents, held: tuple[int, ...]) -> None:
    account = opened(Variant(brand=brand, contents=contents)).sandbox.account
    stages = max(len(pipeline.stages) for pipeline in account.pipelines)
    counted = (len(account.pipelines), stages, *map(len, (account.fields, account.reasons, account.leads)))
    assert counted == held


def test_the_stock_pipeline_is_painted_with_colours_that_cannot_be_sent_back() -> None:
    (pipeline,) = opened().sandbox.account.pipelines
    assert not {stage.colour for stage in pipeline.stages} & set(PALETTE)


def test_a_busy_account_has_an_archived_pipeline_a_hint_and_a_deal_in_the_bin() -> None:
    account = opened(Variant(contents=Contents.BUSY)).sandbox.account
    assert [p.name for p in account.pipelines if p.archived] == ["Старая воронка"]
    hints = [hint.text for p in account.pipelines for stage in p.stages for hint in stage.hints]
    assert hints == ["Узнайте, что для клиента важно, и запишите в карточку."]
    assert [lead.pipeline for lead in account.leads if lead.in_bin] == [account.pipelines[-1].id]


def test_each_brand_speaks_its_own_language_and_has_the_same_things() -> None:
    russian, english = (names.words(brand) for brand in (Brand.AMOCRM, Brand.KOMMO))
    assert list(russian) == list(english)
    assert [(deal["stage"]) for deal in russian["deals"]] == [(deal["stage"]) for deal in english["deals"]]
    assert not re.search("[а-яё]", str(english), re.IGNORECASE)
    assert all(re.search("[а-яё]", deal["name"], re.IGNORECASE) for deal in russian["deals"])
