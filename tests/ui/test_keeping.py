"""What a tab has at hand of its project: the states it had last, and no more of them."""

from __future__ import annotations

from tests.ui import projects
from wizard.model.edits.project import change_company
from wizard.model.history import History
from wizard.storage.drafts import Drafts
from wizard.storage.place import Place
from wizard.ui.keeping import Keeping

TYPICAL = projects.typical()


def _edited(keeping: Keeping, times: int) -> History:
    """The project as it was begun, and so many edits, each saved."""
    history = keeping.save(History(TYPICAL), Place())
    for number in range(times):
        edited = change_company(history.present, name=f"Company {number}")
        history = keeping.save(history.commit(edited), Place())
    return history


def test_what_was_done_last_is_taken_back_without_reading_it(drafts: Drafts) -> None:
    keeping = Keeping(lambda: drafts)
    history = _edited(keeping, 1)
    assert history.undo(keeping.load).present is TYPICAL


def test_what_was_done_long_ago_is_read_and_then_at_hand(drafts: Drafts) -> None:
    keeping = Keeping(lambda: drafts)
    (first, *_) = _edited(keeping, 9).past
    assert isinstance(first, int)
    found = keeping.load(first)
    assert found == TYPICAL
    assert found is not TYPICAL
    assert keeping.load(first) is found
    assert len(keeping.at_hand) == 5


def test_nothing_of_a_project_is_at_hand_in_another(drafts: Drafts) -> None:
    keeping = Keeping(lambda: drafts)
    _edited(keeping, 3)
    keeping.adopt(drafts.create(History(TYPICAL)))
    assert keeping.at_hand == {}
    assert keeping.anew().at_hand == {}
