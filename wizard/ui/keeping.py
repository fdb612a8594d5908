"""Keeps a tab's project in the database, and remembers what stands in the way of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wizard.model.history import History
from wizard.model.project import Project
from wizard.model.sharing import sharing
from wizard.storage.draft import Draft, NewerError, Opened
from wizard.storage.place import Place
from wizard.storage.refused import DraftError, UnknownLinkError

if TYPE_CHECKING:
    from wizard.storage.drafts import Drafts

_AT_HAND = 5


def _kept() -> Drafts:
    # A visitor's first page needs no database, and importing one takes a quarter of a second.
    from wizard.storage.drafts import kept  # noqa: PLC0415

    return kept()


@dataclass
class Link:
    """What the browser's address was last seen to name, and what came of it.

    `token` is the project's own when the last page was drawn; `former` are links of this tab that were replaced or
    whose project was deleted; `refused` says why the one in the address cannot be opened.
    """

    seen: str = ""
    token: str | None = None
    former: tuple[str, ...] = ()
    refused: DraftError | None = None


@dataclass
class Keeping:
    """What the project is kept as; without a draft it is kept from the first save on.

    `trouble` says why the last save failed: the project is in this tab only, and saving is tried again.
    `newer` is what somebody else saved meanwhile, until the reader chooses; `gone` that the link has died;
    `certain` that a save has just shown that nobody else saved. `at_hand` are the states the draft had last, by their
    number: taking back what was just done reads nothing, and what an edit left alone is still the same object.
    """

    connect: Callable[[], Drafts] = _kept
    draft: Draft | None = None
    place: Place = field(default_factory=Place)
    trouble: DraftError | None = None
    newer: Opened | None = None
    gone: bool = False
    certain: bool = False
    at_hand: dict[int, Project] = field(default_factory=dict, repr=False)

    def anew(self) -> Keeping:
        """The same for another project."""
        return Keeping(self.connect)

    @property
    def token(self) -> str | None:
        """The secret for the address."""
        return self.draft.token if self.draft and not self.gone else None

    @property
    def readonly(self) -> bool:
        return self.draft is not None and self.draft.readonly

    @property
    def undecided(self) -> bool:
        """Whether the reader has to choose before anything else can be changed."""
        return self.newer is not None or self.gone

    @property
    def held(self) -> str:
        """Why nothing can be changed now, as a notice; empty while it can."""
        if self.readonly:
            return "notice.readonly"
        return "notice.undecided" if self.undecided else ""

    @property
    def unsaved(self) -> str:
        """What would be lost with this tab's project, as a notice; empty when nothing would."""
        if self.undecided and not self.readonly:
            return "notice.undecided"
        return "notice.unsaved" if self.trouble else ""

    @property
    def obstacle(self) -> DraftError | None:
        """What stands in the way of saving."""
        if self.gone:
            return UnknownLinkError("drafts.gone")
        return NewerError(self.newer) if self.newer else self.trouble

    def save(self, history: History, place: Place) -> History:
        """Keep what is not kept yet; the history with every state under its number, if that succeeded."""
        if self.readonly or self.undecided:
            return history
        try:
            history = self._save(history)
            self._keep_place(place)
            self.trouble = None
        except NewerError as error:
            if error.theirs.project == history.present:  # saved, and only the answer was lost
                self.adopt(error.theirs)
                return error.theirs.history
            self.newer = error.theirs
        except UnknownLinkError:
            self.gone = True
        except DraftError as error:
            self.trouble = error
        return history

    def _save(self, history: History) -> History:
        if self.draft is None:
            opened = self.connect().create(history, self.place)
            self.draft = opened.draft
            return opened.history
        if history.is_kept and history.number == self.draft.number:
            return history
        before = self.draft
        self.draft, history = self.connect().save(before, history)
        self._remember(before.number, before.saved)
        self.certain = True
        return history

    def _keep_place(self, place: Place) -> None:
        if self.draft and place != self.place:
            self.connect().keep_place(self.draft, place)
            self.place = place

    def adopt(self, opened: Opened) -> None:
        """Go on with a draft as it was opened."""
        self.draft, self.place = opened.draft, opened.place
        self.at_hand.clear()
        self.trouble, self.newer, self.gone = None, None, False

    def refreshed(self, history: History) -> Opened | None:
        """What somebody else saved since, if nothing of our own waits to be saved."""
        certain, self.certain = self.certain, False
        if certain or self.draft is None or self.undecided or not history.is_kept:
            return None
        try:
            return self.connect().newer(self.draft)
        except UnknownLinkError:
            self.gone = True
        except DraftError:
            pass  # nothing waits to be saved, so there is nothing to tell
        return None

    def load(self, number: int) -> Project:
        """The project of a revision; `DraftError` when it cannot be read."""
        if self.draft is None:
            raise UnknownLinkError("drafts.no_revision")
        if number == self.draft.number:  # at hand, so that the first change that is not saved can be undone
            return self.draft.saved
        if number not in self.at_hand:
            read = self.connect().load(self.draft, number)
            self._remember(number, sharing(read, self.draft.saved))
        return self.at_hand[number]

    def _remember(self, number: int, project: Project) -> None:
        self.at_hand.pop(number, None)
        self.at_hand[number] = project
        while len(self.at_hand) > _AT_HAND:
            del self.at_hand[next(iter(self.at_hand))]
