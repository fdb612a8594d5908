"""Files of a draft: kept once, seen by every link of it, gone with it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from tests.samples import russian
from wizard.model.history import History
from wizard.storage.attachments import LOGO, Attachments
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.refused import UnknownLinkError
from wizard.storage.tables import ATTACHMENT


@pytest.fixture
def attachments(drafts: Drafts) -> Attachments:
    return Attachments(drafts.database)


@pytest.fixture
def draft(drafts: Drafts) -> Draft:
    return drafts.create(History(russian())).draft


def test_a_file_is_kept_replaced_and_taken_away(attachments: Attachments, draft: Draft) -> None:
    seen = [attachments.load(draft, LOGO)]
    for content in (b"\x89PNG\x00", b"<svg/>", b""):
        attachments.keep(draft, LOGO, content)
        seen.append(attachments.load(draft, LOGO))
    assert seen == [b"", b"\x89PNG\x00", b"<svg/>", b""]


def test_each_draft_and_each_name_has_its_own(drafts: Drafts, attachments: Attachments, draft: Draft) -> None:
    other = drafts.create(History(russian())).draft
    attachments.keep(draft, LOGO, b"ours")
    attachments.keep(other, LOGO, b"theirs")
    attachments.keep(draft, "stamp", b"round")
    told = [attachments.load(each, name) for each in (draft, other) for name in (LOGO, "stamp")]
    assert told == [b"ours", b"round", b"theirs", b""]


def test_a_link_that_only_shows_sees_the_file_and_cannot_change_it(
    drafts: Drafts, attachments: Attachments, draft: Draft
) -> None:
    attachments.keep(draft, LOGO, b"ours")
    shown = drafts.opened(draft.view_token).draft
    with pytest.raises(UnknownLinkError):
        attachments.keep(shown, LOGO, b"theirs")
    assert attachments.load(shown, LOGO) == b"ours"


def test_a_link_that_has_died_shows_no_file(drafts: Drafts, attachments: Attachments, draft: Draft) -> None:
    attachments.keep(draft, LOGO, b"ours")
    shown = drafts.opened(draft.view_token).draft
    renewed = drafts.renew(draft)
    for dead in (draft, shown):
        with pytest.raises(UnknownLinkError):
            attachments.load(dead, LOGO)
    assert attachments.load(renewed, LOGO) == b"ours"


def test_a_file_stays_whatever_is_saved_and_goes_with_its_draft(
    drafts: Drafts, attachments: Attachments, draft: Draft
) -> None:
    attachments.keep(draft, LOGO, b"ours")
    opened = drafts.opened(draft.token)
    saved, _ = drafts.save(draft, opened.history.commit(opened.project.changed(revenue_goal=1)))
    assert attachments.load(saved, LOGO) == b"ours"
    drafts.delete(saved)
    with drafts.database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(ATTACHMENT)).scalar_one() == 0
