"""Comments by the link that only shows: kept beside the project, counted, and settled by its owner alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.samples import russian
from wizard.model.history import History
from wizard.storage.comment import Comment, CommentLimits, CommentState, Remark
from wizard.storage.comments import Comments
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.refused import TurnedAwayError, UnknownLinkError

NOON = dt.datetime.fromisoformat("2026-11-25T12:00")
LIMITS = CommentLimits(text=100, name=10, device=3, day=5, all=7)
MINE, THEIRS = "m" * 32, "t" * 32


class Clock:
    now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def comments(drafts: Drafts, clock: Clock) -> Comments:
    return Comments(drafts.database, limits=LIMITS, now=clock)


@pytest.fixture
def draft(drafts: Drafts) -> Draft:
    return drafts.create(History(russian())).draft


@pytest.fixture
def shown(drafts: Drafts, draft: Draft) -> Draft:
    return drafts.opened(draft.view_token).draft


def remark(key: str, text: str = "Почему так?", *, stage: str = "contact") -> Remark:
    return Remark(key, "first_sale", stage, text, "Анна")


def test_the_owner_sees_all_and_each_device_its_own(comments: Comments, draft: Draft, shown: Draft) -> None:
    comments.leave(shown, MINE, remark("1", "  <b>Почему</b>\x00\n\n\u202eтак?  "))
    comments.leave(shown, THEIRS, Remark("1", "first_sale", "", "Всё верно", "Очень длинное имя"))
    mine = Comment(1, "first_sale", "contact", "<b>Почему</b>\nтак?", "Анна", CommentState.NEW, NOON)
    theirs = Comment(2, "first_sale", "", "Всё верно", "Очень длин", CommentState.NEW, NOON)
    assert comments.of(draft) == (theirs, mine)
    assert (comments.by(shown, MINE), comments.by(shown, THEIRS)) == ((mine,), (theirs,))
    assert (comments.of(shown), comments.by(shown, "x" * 32)) == ((), ())
    comments.settle(draft, 1, CommentState.RESOLVED)
    assert comments.of(draft) == (theirs, replace(mine, state=CommentState.RESOLVED))


def test_what_is_sent_again_under_the_same_key_is_one(comments: Comments, draft: Draft, shown: Draft) -> None:
    for _ in range(10):
        comments.leave(shown, MINE, remark("same"))
    assert len(comments.of(draft)) == 1


def test_limits_of_a_device_a_day_and_a_draft_hold(
    comments: Comments, clock: Clock, draft: Draft, shown: Draft
) -> None:
    def refused(device: str, key: str, text: str = "Почему так?") -> str:
        try:
            comments.leave(shown, device, remark(key, text))
        except TurnedAwayError as error:
            return error.key
        return ""

    said = [refused(MINE, str(number)) for number in range(4)]
    said += [refused(THEIRS, str(number)) for number in range(3)]
    clock.now += dt.timedelta(days=1, seconds=1)
    said += [refused(MINE, f"next {number}") for number in range(3)]
    device, full = "comment.refused.device", "comment.refused.full"
    assert said == ["", "", "", device, "", "", full, "", "", full]
    assert (refused(MINE, "-", " \n "), refused(MINE, "-", "я" * 101)) == (
        "comment.refused.empty",
        "comment.refused.long",
    )
    assert len(comments.of(draft)) == LIMITS.all


def test_neither_a_guessed_nor_a_dead_link_leaves_or_settles_anything(
    drafts: Drafts, comments: Comments, draft: Draft, shown: Draft
) -> None:
    comments.leave(shown, MINE, remark("1"))
    with pytest.raises(UnknownLinkError):
        comments.settle(shown, 1, CommentState.RESOLVED)
    drafts.renew(draft)
    with pytest.raises(UnknownLinkError):
        comments.leave(shown, MINE, remark("2"))
    with pytest.raises(UnknownLinkError):
        comments.settle(draft, 1, CommentState.NEW)
    assert comments.by(shown, MINE) == ()
