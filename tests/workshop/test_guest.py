"""A phone: what it sees and sends, and that it has no way to anything else."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from tests.small import PROJECT
from tests.workshop.conftest import ANNA, BORIS, Hall, asked
from wizard.storage.refused import TurnedAwayError, UnknownLinkError
from wizard.workshop import (
    LIMITS,
    Board,
    BoardPipeline,
    BoardStage,
    Guest,
    Kind,
    SeenProposal,
    Spot,
    State,
    View,
)

BOARD = Board(
    (
        BoardPipeline(
            id="sale",
            name="Продажа",
            stages=(
                BoardStage("new", "Заявка получена", "Новая заявка", key=False),
                BoardStage("met", "Встреча проведена", "Итог встречи записан", key=True),
                BoardStage("offered", "Предложение обсуждено", "Клиент ответил", key=False),
            ),
            won="Оплата получена",
            won_fact="Деньги на счёте",
            questions=("Какая задача?",),
            reasons=("Не сейчас", "Дорого"),
        ),
        BoardPipeline(
            id="warming",
            name="Прогрев",
            stages=(
                BoardStage("found", "Причина найдена", "", key=False),
                BoardStage("agreed", "Возврат согласован", "", key=False),
            ),
            won="Клиент вернулся",
            won_fact="",
            questions=(),
            reasons=("Дорого",),
        ),
    ),
    main="sale",
    language="ru",
)


def _refused(act: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    with pytest.raises((TurnedAwayError, UnknownLinkError)) as refused:
        act(*arguments, **named)
    return refused.value.key


def test_a_participant_sees_this_and_no_more(hall: Hall) -> None:
    hall.guest(BORIS).join("Борис")
    anna = hall.guest()
    anna.join("  Анна\u202e <b>Ли</b>\n")
    made = anna.propose("stage", "Замер\tпроведён", key="key-00001", spot=Spot("sale", "met"))
    hall.guest(BORIS).vote(made)
    hall.host.decide(hall.host.look().workshop.proposal(made), State.PARKED, why="Обсудим с замерщиком")
    view = anna.view()
    proposal = SeenProposal(
        id=made,
        kind=Kind.STAGE,
        spot=Spot("sale", "met"),
        text="Замер проведён",
        votes=1,
        state=State.PARKED,
        undone=False,
        why="Обсудим с замерщиком",
        own=True,
        voted=False,
    )
    assert view == View(
        open=True,
        muted=False,
        silenced=False,
        step="",
        timer=None,
        name="Анна <b>Ли</b>",
        people=2,
        board=BOARD,
        proposals=(proposal,),
        stale=False,
        stamp=view.stamp,
    )
    others = hall.guest(BORIS).view().proposals
    assert others == (dataclasses.replace(proposal, own=False, voted=True),)


def test_nothing_a_participant_sees_holds_a_secret_a_note_or_another_s_name(hall: Hall) -> None:
    told = PROJECT.company.changed(name="ООО Тайна")
    opened = hall.drafts.opened(hall.draft.token)
    hall.drafts.save(opened.draft, opened.history.commit(PROJECT.changed(company=told, revenue_goal=7654321.0)))
    hall.guest(BORIS).join("Борис Скромный")
    hall.guest(BORIS).propose("remark", "А зачем?", key="key-00001")
    hall.guest().join()
    seen = repr(hall.guest().view())
    secrets = (hall.draft.token, hall.draft.view_token, hall.host.token, ANNA, BORIS)
    assert [word for word in (*secrets, "Тайна", "7654321", "Скромный") if word in seen] == []
    assert [secret for secret in secrets if secret in repr(hall.guest()) + repr(hall.host)] == []


def test_whoever_has_not_joined_sees_nothing(hall: Hall) -> None:
    stranger = hall.guest()
    unknown = "workshop.refused.unknown"
    assert _refused(stranger.view) == _refused(stranger.vote, 1) == unknown
    assert _refused(stranger.propose, "remark", "Эй", key="key-00001") == unknown
    with asked() as questions:
        assert _refused(Guest("00000-00000", ANNA, hall.live).join) == unknown
    assert [question.split()[0] for question in questions] == ["SELECT"], "a guess locks nothing"
    assert _refused(Guest("A" * 32, ANNA, hall.live).join) == _refused(Guest("", ANNA, hall.live).join) == unknown


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (("stage", "", Spot("sale")), "empty"),
        (("stage", " \u200b\u202e\n", Spot("sale")), "empty"),
        (("stage", "я" * (LIMITS.text + 1), Spot("sale")), "long"),
        (("remark", "<script>" * 10_000, Spot()), "long"),
        (("project", "Всё удалить", Spot("sale")), "form"),
        (("stage", "Замер", Spot("secret")), "gone"),
        (("stage", "Замер", Spot()), "gone"),
        (("name", "Замер", Spot("sale")), "gone"),
        (("fact", "Замер", Spot("sale", "found")), "gone"),
        (("remark", "Замер", Spot("../x")), "gone"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_reason(hall: Hall, sent: tuple[str, str, Spot], why: str) -> None:
    anna = hall.guest()
    anna.join()
    kind, text, spot = sent
    assert _refused(anna.propose, kind, text, key="key-00001", spot=spot) == f"workshop.refused.{why}"
    assert anna.view().proposals == ()


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "key 00001", "ключ-00001"])
def test_a_key_is_of_the_usual_form(hall: Hall, key: str) -> None:
    anna = hall.guest()
    anna.join()
    assert _refused(anna.propose, "remark", "Почему?", key=key) == "workshop.refused.form"


def test_a_device_that_never_stops_is_not_listened_to_for_a_while(hall: Hall) -> None:
    anna, boris = hall.guest(), hall.guest(BORIS)
    anna.join()
    boris.join()
    made = boris.propose("remark", "Почему?", key="key-00001")
    for n in range(LIMITS.acts):
        anna.vote(made, given=n % 2 == 0)
    assert _refused(anna.vote, made) == "workshop.refused.too_fast"
    boris.vote(made)
    hall.seconds += 10
    anna.vote(made)
    assert anna.view().proposals[0].votes == 2


def test_the_host_leads_and_phones_follow(hall: Hall) -> None:
    anna = hall.guest()
    me = anna.join().stamp
    hall.host.show_step("stages")
    hall.host.set_timer(10**9)
    hall.host.mute(muted=True)
    view = anna.view()
    assert view.timer
    assert (view.step, view.timer.seconds, view.muted, view.silenced) == ("stages", LIMITS.timer, True, False)
    assert view.timer.left(view.timer.ends_at) == 0
    hall.host.mute(muted=False)
    hall.host.mute_participant(hall.host.look().workshop.participants[0].id, muted=True)
    hall.host.set_timer(0)
    view = anna.view()
    assert (view.timer, view.muted, view.silenced, view.stamp > me) == (None, True, True, True)
    hall.host.close()
    assert anna.view().open is False
    hall.host.reopen()
    assert anna.view().open is True
