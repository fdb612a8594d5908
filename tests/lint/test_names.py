"""What a name is about: payments are recognised, and talk of payment is not payment."""

from __future__ import annotations

import pytest

from wizard.lint import names
from wizard.lint.lexicon import lexicon


@pytest.mark.parametrize("name", ["Оплата получена", "Авто оплачено", "Аванс внесён", "Paid", "Prepayment received"])
def test_payments_are_recognised(name: str) -> None:
    assert names.is_payment(name)


@pytest.mark.parametrize("name", ["Дата оплаты согласована", "Не оплачено", "Payment date agreed", "Not paid"])
def test_talk_of_payment_is_not_payment(name: str) -> None:
    assert not names.is_payment(name)


def test_the_lexicon_holds_words_only() -> None:
    """YAML reads a bare `no` or `on` as a truth value."""
    assert [leaf for leaf in _leaves(lexicon()) if not isinstance(leaf, str)] == []


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for pair in value.items() for part in pair for leaf in _leaves(part)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]
