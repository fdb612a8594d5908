"""The same name may tell nothing of a sale and something of goods, or of a candidate."""

from __future__ import annotations

import pytest

from wizard.lint.kinds import Kind
from wizard.lint.rule import Severity
from wizard.lint.single import judged


@pytest.mark.parametrize(
    ("name", "in_sales", "kind", "there"),
    [
        ("Закрыто", Severity.ERROR, Kind.DELIVERY, Severity.HINT),
        ("Груз на складе клиента", Severity.ERROR, Kind.DELIVERY, Severity.HINT),
        ("Ключи у жильцов", Severity.ERROR, Kind.DELIVERY, Severity.HINT),
        ("Отработал", Severity.ERROR, Kind.HR, Severity.HINT),
        ("Решение по кандидату", Severity.ERROR, Kind.HR, Severity.WARNING),
        ("Лид передан", Severity.WARNING, Kind.PARTNERS, None),
    ],
)
def test_a_name_is_judged_by_its_funnel(name: str, in_sales: Severity, kind: Kind, there: Severity | None) -> None:
    found = [judged(name, each).finding for each in (Kind.SALES, kind)]

    assert [finding.severity if finding else None for finding in found] == [in_sales, there]


@pytest.mark.parametrize(
    "name",
    ["Договор подписан (ЭДО)", "Экспертиза назначена (судом)", "Тех. аудит проведён", "Клиент в салоне", "Аванс у нас"],
)
def test_a_remark_an_abbreviation_or_a_place_of_ours_leaves_a_result_alone(name: str) -> None:
    assert judged(name, Kind.SALES).finding is None
