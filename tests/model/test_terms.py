"""Time limits and date rules are read from their codes and written back the same."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from wizard.model.terms import DateRule, Duration, Term, Unit


@pytest.mark.parametrize(
    "code", ["2d", "4h", "1wd", "15wm>3d", "4h>3d", "f:key_date+1d", "f:event_date", "15wm>f:a+2d"]
)
def test_a_term_is_written_as_it_was_read(code: str) -> None:
    assert Term.model_validate(code).code == code


def test_a_term_knows_its_first_action_and_its_limit() -> None:
    assert Term.model_validate("15wm>3d") == Term(
        first=Duration(amount=15, unit=Unit.MINUTES, working=True), limit=Duration(amount=3, unit=Unit.DAYS)
    )


@pytest.mark.parametrize("code", ["at_once", "days:30", "field:return_date", "field:next_date-7", "field:next_date+3"])
def test_a_date_rule_is_written_as_it_was_read(code: str) -> None:
    assert DateRule.model_validate(code).code == code


def test_a_shift_is_not_part_of_the_field() -> None:
    assert DateRule.model_validate("field:contract_until-30") == DateRule(field="contract_until", shift=-30)


@pytest.mark.parametrize(
    ("model", "code"), [(Term, "soon"), (Term, "0d"), (Term, ""), (DateRule, "later"), (DateRule, "days:")]
)
def test_a_code_that_says_nothing_is_refused(model: type[Term | DateRule], code: str) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(code)


def test_the_end_of_a_field_is_not_read_as_a_shift() -> None:
    rules = [DateRule(field="order-30"), DateRule(field="order-30", shift=-7), DateRule(field="day-2000")]
    codes = ["field:order-30+0", "field:order-30-7", "field:day-2000"]
    assert [rule.code for rule in rules] == codes
    assert [DateRule.model_validate(code) for code in codes] == rules


@pytest.mark.parametrize("values", [{"days": 3, "field": "day"}, {"shift": 3}, {"days": -1}, {"days": 3651}])
def test_a_date_rule_goes_one_way_and_not_too_far(values: dict[str, int | str]) -> None:
    with pytest.raises(ValidationError):
        DateRule.model_validate(values)


@pytest.mark.parametrize("values", [{}, {"limit": {"amount": 0, "unit": "d"}}, {"until_plus_days": 2}])
def test_a_term_has_one_limit(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate(values)
