"""A workshop for one phone: what it may see, propose and vote for. It has no way to the project."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wizard.model.workshop import Kind
from wizard.storage.links import hashed
from wizard.storage.refused import TurnedAwayError, UnknownLinkError
from wizard.storage.workshop import Spot, State, Suggestion, Timer
from wizard.workshop import texts
from wizard.workshop.board import Board
from wizard.workshop.live import UNKNOWN, Live, Watch, live

_KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")
_NOWHERE = Spot()
_WINDOW = 10.0  # seconds the acts of a device are counted in


@dataclass(frozen=True)
class SeenProposal:
    """A proposal as everybody sees it; nobody is told whose it is, but `own` tells its sender.

    `text` is as it was decided on, `why` the host's reason; `undone` says that it was accepted and the edit undone.
    """

    id: int
    kind: Kind
    spot: Spot
    text: str
    votes: int
    state: State
    undone: bool
    why: str
    own: bool
    voted: bool


@dataclass(frozen=True)
class View:
    """What one participant sees.

    `muted` says that proposals are not taken from this device now, `silenced` votes neither; `people` is how many take
    part; `stale` that the database does not answer and this was seen last. `stamp` changes whenever anything does.
    """

    open: bool
    muted: bool
    silenced: bool
    step: str
    timer: Timer | None
    name: str
    people: int
    board: Board
    proposals: tuple[SeenProposal, ...]
    stale: bool
    stamp: tuple[int, int]


@dataclass(frozen=True)
class Guest:
    """One device in one workshop. Every method may raise a `DraftError`; then nothing was written.

    `UnknownLinkError` for a link that leads nowhere, or before the device has joined.
    """

    token: str = field(repr=False)
    device: str = field(repr=False)
    live: Live

    def join(self, name: str | None = None) -> View:
        """Take part, or come back after anything; a name replaces the one before, and an empty one takes it away."""
        if name is not None:
            name = texts.cleaned(name, most=self.live.limits.name)
        self.live.look(self.token, own=False)  # a guess ends here, for to join locks the database
        self._wrote(self.live.participation.join(self.token, self.device, name).version)
        return self.view()

    def view(self) -> View:
        """What there is to see now; costs the database nothing within a second of anybody's look."""
        watch, me = self._watch()
        watch.there.add(me)
        return _view(watch, me)

    def propose(self, kind: str, text: str, *, key: str, spot: Spot = _NOWHERE) -> int:
        """Propose something under a key of the sender's own; the number of the proposal, the same for the same key."""
        watch, me = self._watch(own=False)
        self._not_too_fast(watch, me)
        line = texts.said(text, most=self.live.limits.text)
        if kind not in tuple(Kind) or not _KEY.fullmatch(key):
            raise TurnedAwayError("workshop.refused.form")
        if not watch.board.holds(Kind(kind), spot):
            raise TurnedAwayError("workshop.refused.gone")
        made = self.live.participation.propose(self.token, self.device, Suggestion(key, Kind(kind), line, spot))
        self._wrote(made.version)
        return made.number

    def vote(self, proposal: int, *, given: bool = True) -> None:
        """Vote for a proposal, or take the vote back; however often it is said, it is one vote."""
        watch, me = self._watch(own=False)
        self._not_too_fast(watch, me)
        self._wrote(self.live.participation.vote(self.token, self.device, proposal=proposal, given=given).version)

    def _wrote(self, version: int) -> None:
        self.live.wrote(self.token, version)

    def _watch(self, *, own: bool = True) -> tuple[Watch, int]:
        watch = self.live.look(self.token, own=own)
        me = watch.reading.devices.get(hashed(self.device)) if watch.reading else None
        if me is None:
            raise UnknownLinkError(UNKNOWN)
        return watch, me

    def _not_too_fast(self, watch: Watch, me: int) -> None:
        now = self.live.clock()
        acts = [when for when in watch.acts.get(me, []) if now - when < _WINDOW]
        if len(acts) >= self.live.limits.acts:
            raise TurnedAwayError("workshop.refused.too_fast")
        watch.acts[me] = [*acts, now]


def guest(token: str, device: str, among: Live | None = None) -> Guest:
    """A device that came by a workshop's link; nothing is asked or written yet."""
    return Guest(token, device, among or live())


def shown(token: str, among: Live | None = None) -> View:
    """What everybody may see, for a screen nobody sends from; `UnknownLinkError` where there is no workshop."""
    return _view((among or live()).look(token), None)


def _view(watch: Watch, me: int | None) -> View:
    seen = watch.seen()
    workshop = seen.workshop
    myself = None if me is None else workshop.participant(me)
    silenced = myself is None or myself.muted
    return View(
        open=workshop.open,
        muted=workshop.muted or silenced,
        silenced=silenced,
        step=workshop.step,
        timer=workshop.timer,
        name=myself.name if myself else "",
        people=len(workshop.participants),
        board=seen.board,
        proposals=tuple(
            SeenProposal(
                id=each.id,
                kind=each.kind,
                spot=each.spot,
                text=each.words,
                votes=each.votes,
                state=each.state,
                undone=each.state is State.ACCEPTED and each.uid not in watch.decisions,
                why=each.why,
                own=each.participant == me,
                voted=me in each.voters,
            )
            for each in workshop.proposals
        ),
        stale=seen.stale,
        stamp=(seen.stamp.workshop, seen.stamp.draft),
    )
