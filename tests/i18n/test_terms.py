"""Terms and date rules read as a person would say them, in both languages."""

from __future__ import annotations

import pytest

from wizard.i18n.terms import opens_in_words, term_in_words
from wizard.i18n.translator import translator
from wizard.model.project import Project
from wizard.model.terms import DateRule, Term

PROJECT = Project.model_validate({"fields": [{"id": "key_date", "name": "Дата замера"}]})

TERMS = [
    ("1d", "1 день", "1 day"),
    ("2d", "2 дня", "2 days"),
    ("5d", "5 дней", "5 days"),
    ("21d", "21 день", "21 days"),
    ("112d", "112 дней", "112 days"),
    ("1wd", "1 рабочий день", "1 working day"),
    ("3wd", "3 рабочих дня", "3 working days"),
    ("10wd", "10 рабочих дней", "10 working days"),
    ("4h", "4 часа", "4 hours"),
    ("1wh", "1 час рабочего времени", "1 working hour"),
    ("30m", "30 минут", "30 minutes"),
    ("1m>2m", "первое действие за 1 минуту, предел 2 минуты", "first action within 1 minute, limit 2 minutes"),
    (
        "15wm>3d",
        "первое действие за 15 минут рабочего времени, предел 3 дня",
        "first action within 15 working minutes, limit 3 days",
    ),
    (
        "21wm>1wd",
        "первое действие за 21 минуту рабочего времени, предел 1 рабочий день",
        "first action within 21 working minutes, limit 1 working day",
    ),
    ("f:key_date", "до даты «Дата замера»", "until “Дата замера”"),
    ("f:key_date+1d", "до даты «Дата замера» + 1 день", "until “Дата замера” + 1 day"),
    (
        "2h>f:key_date+3d",
        "первое действие за 2 часа, дальше до даты «Дата замера» + 3 дня",
        "first action within 2 hours, then until “Дата замера” + 3 days",
    ),
]

RULES = [
    ("at_once", "сразу", "at once"),
    ("days:1", "через 1 день", "in 1 day"),
    ("days:22", "через 22 дня", "in 22 days"),
    ("days:30", "через 30 дней", "in 30 days"),
    ("field:key_date", "в дату «Дата замера»", "on the date in “Дата замера”"),
    ("field:key_date-7", "за 7 дней до даты «Дата замера»", "7 days before “Дата замера”"),
    ("field:key_date-1", "за 1 день до даты «Дата замера»", "1 day before “Дата замера”"),
    ("field:key_date+3", "через 3 дня после даты «Дата замера»", "3 days after “Дата замера”"),
]


@pytest.mark.parametrize(("code", "russian", "english"), TERMS)
def test_a_term_in_words(code: str, russian: str, english: str) -> None:
    term = Term.model_validate(code)
    assert term_in_words(term, PROJECT, tr=translator("ru")) == russian
    assert term_in_words(term, PROJECT, tr=translator("en")) == english


@pytest.mark.parametrize(("code", "russian", "english"), RULES)
def test_a_date_rule_in_words(code: str, russian: str, english: str) -> None:
    rule = DateRule.model_validate(code)
    assert opens_in_words(rule, PROJECT, tr=translator("ru")) == russian
    assert opens_in_words(rule, PROJECT, tr=translator("en")) == english
