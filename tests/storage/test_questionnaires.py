"""Questionnaires wait beside the draft: their links open nothing else, and nothing a client answered is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select

from tests.samples import russian
from wizard.model.diagnosis import Diagnosis, Sellers, Source
from wizard.model.history import History
from wizard.model.questionnaire import ClientAnswers
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.questionnaire import Form, FormLimits, FormState, Questionnaire
from wizard.storage.questionnaires import Questionnaires
from wizard.storage.refused import DraftError, TooBigError, TurnedAwayError, UnknownLinkError
from wizard.storage.tables import QUESTIONNAIRE

NOON = dt.datetime.fromisoformat("2026-11-25T12:00")
LIMITS = FormLimits(kept=3, saves=5)


@pytest.fixture
def sheets(drafts: Drafts) -> Questionnaires:
    return Questionnaires(drafts.database, limits=LIMITS, now=lambda: NOON)


@pytest.fixture
def draft(drafts: Drafts) -> Draft:
    return drafts.create(History(russian())).draft


def refused(error: pytest.ExceptionInfo[DraftError]) -> str:
    return error.value.key


def test_answers_are_kept_one_by_one_and_wait_for_the_owner(sheets: Questionnaires, draft: Draft) -> None:
    made = sheets.make(draft)
    states = [sheets.of(draft)[0].state]
    sheets.answer(made.token, company="Дом", requests=120)
    states.append(sheets.of(draft)[0].state)
    sheets.answer(made.token, sources=(Source.SITE,), sellers=Sellers.FEW, stages="Заявка\nДумает")
    told = ClientAnswers(
        company="Дом",
        requests=120,
        stages="Заявка\nДумает",
        diagnosis=Diagnosis(sources=(Source.SITE,), sellers=Sellers.FEW),
    )
    assert sheets.read(made.token) == Form(told)
    assert sheets.send(made.token) == Form(told, NOON)
    waiting = Questionnaire(made.id, made.token, open=True, answers=told, made_at=NOON, changed_at=NOON, sent_at=NOON)
    assert sheets.of(draft) == (waiting,)
    sheets.taken(draft, made.id)
    states += [waiting.state, sheets.of(draft)[0].state]
    assert states == [FormState.WAITING, FormState.STARTED, FormState.SENT, FormState.TAKEN]


def test_two_tabs_of_a_client_do_not_wipe_each_other_out(sheets: Questionnaires, draft: Draft) -> None:
    token = sheets.make(draft).token
    for values in ({"company": "Дом"}, {"hurts": "Долго думают"}, {"company": "Дом и сад"}):
        sheets.answer(token, **values)
    assert sheets.read(token).answers == ClientAnswers(company="Дом и сад", hurts="Долго думают")


def test_sent_twice_is_sent_once_and_then_nothing_changes(sheets: Questionnaires, draft: Draft) -> None:
    token = sheets.make(draft).token
    with pytest.raises(TurnedAwayError) as error:
        sheets.send(token)
    assert refused(error) == "client.refused.empty"
    sheets.answer(token, company="Дом")
    assert sheets.send(token) == sheets.send(token) == sheets.read(token)
    with pytest.raises(TurnedAwayError) as error:
        sheets.answer(token, company="Другой")
    assert refused(error) == "client.refused.sent"


def test_no_other_link_opens_a_questionnaire_and_its_own_opens_nothing_else(
    drafts: Drafts, sheets: Questionnaires, draft: Draft
) -> None:
    token = sheets.make(draft).token
    for guessed in ("", "a" * 32, "a" * 10_000, draft.token, draft.view_token):
        with pytest.raises(UnknownLinkError) as error:
            sheets.read(guessed)
        assert refused(error) == "client.refused.unknown"
    with pytest.raises(UnknownLinkError):
        drafts.opened(token)


def test_a_withdrawn_link_is_closed_and_what_was_sent_by_it_stays(sheets: Questionnaires, draft: Draft) -> None:
    early, late = sheets.make(draft), sheets.make(draft)
    sheets.answer(late.token, company="Дом")
    sheets.send(late.token)
    for each in (early, late):
        sheets.withdraw(draft, each.id)
    with pytest.raises(TurnedAwayError) as error:
        sheets.read(early.token)
    assert refused(error) == "client.refused.closed"
    with pytest.raises(TurnedAwayError):
        sheets.answer(early.token, company="Дом")
    assert sheets.read(late.token).answers.company == "Дом"
    assert [each.state for each in sheets.of(draft)] == [FormState.SENT, FormState.CLOSED]


def test_limits_hold_and_what_nobody_can_answer_is_refused(sheets: Questionnaires, draft: Draft) -> None:
    token = sheets.make(draft).token
    for values in ({"hurts": "я" * 10_001}, {"requests": -1}, {"payment": "<script>"}, {"nothing": "like this"}):
        with pytest.raises(TurnedAwayError) as error:
            sheets.answer(token, **values)
        assert refused(error) == "client.refused.value"
    for number in range(LIMITS.saves):
        sheets.answer(token, requests=number)
    with pytest.raises(TurnedAwayError) as error:
        sheets.answer(token, requests=1)
    assert refused(error) == "client.refused.saves"
    assert sheets.read(token).answers == ClientAnswers(requests=LIMITS.saves - 1)
    for _ in range(LIMITS.kept - 1):
        sheets.make(draft)
    with pytest.raises(TooBigError):
        sheets.make(draft)
    sheets.forget(draft, sheets.of(draft)[-1].id)
    assert sheets.make(draft).answers == ClientAnswers()


def test_only_the_link_that_edits_has_them_and_new_links_lead_to_them(
    drafts: Drafts, sheets: Questionnaires, draft: Draft
) -> None:
    made = sheets.make(draft)
    sheets.answer(made.token, company="Дом")
    shown = drafts.opened(draft.view_token).draft
    assert sheets.of(shown) == ()
    with pytest.raises(UnknownLinkError):
        sheets.make(shown)
    with pytest.raises(UnknownLinkError):
        sheets.withdraw(shown, made.id)
    with pytest.raises(UnknownLinkError):
        sheets.taken(shown, made.id)
    renewed = drafts.renew(draft)
    with pytest.raises(UnknownLinkError):
        sheets.read(made.token)
    again = sheets.of(renewed)[0]
    assert again.token != made.token
    assert sheets.read(again.token).answers.company == "Дом"
    drafts.delete(renewed)
    with drafts.database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(QUESTIONNAIRE)).scalar_one() == 0
