"""A workshop in the hands of its host: whoever has the link that edits the project."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.storage.draft import Draft
from wizard.storage.workshop import Hosted, Proposal, State, Verdict
from wizard.workshop import texts
from wizard.workshop.live import Live, Seen, live


@dataclass(frozen=True)
class Host:
    """Leads one workshop. What it does may raise a `DraftError`; then nothing was written."""

    draft: Draft
    hosted: Hosted
    live: Live

    @property
    def token(self) -> str:
        """The code phones come by."""
        return self.hosted.token

    def look(self) -> Seen:
        """The workshop as it stands."""
        return self.live.look(self.token).seen()

    def close(self) -> None:
        """Nobody sends anything any more; everybody still sees what there is."""
        self._did(self.live.workshops.open(self.draft, self.hosted.id, opened=False))

    def reopen(self) -> None:
        self._did(self.live.workshops.open(self.draft, self.hosted.id, opened=True))

    def mute(self, *, muted: bool) -> None:
        """Take no proposals for a while, or take them again; votes are taken all the time."""
        self._did(self.live.workshops.mute(self.draft, self.hosted.id, muted=muted))

    def mute_participant(self, participant: int, *, muted: bool) -> None:
        """Take neither proposals nor votes from one device, or take them again."""
        workshops = self.live.workshops
        self._did(workshops.mute_participant(self.draft, self.hosted.id, participant=participant, muted=muted))

    def show_step(self, step: str) -> None:
        """Say what everybody is working on: the id of a step, or nothing."""
        self._did(self.live.workshops.show_step(self.draft, self.hosted.id, step))

    def set_timer(self, seconds: int) -> None:
        """Start the timer anew, or take it away with 0."""
        self._did(self.live.workshops.set_timer(self.draft, self.hosted.id, seconds))

    def decide(self, proposal: Proposal, state: State, *, text: str = "", why: str = "") -> bool:
        """Write down what became of a proposal; False when it had been accepted, or so decided, before.

        The project is another thing: `wizard.workshop.accepting` changes it, and is to be saved first.
        """
        limits = self.live.limits
        text = texts.cleaned(text, most=limits.text) or proposal.words
        verdict = Verdict(state, text, texts.cleaned(why, most=limits.why))
        version = self.live.workshops.decide(self.draft, self.hosted.id, proposal=proposal.id, verdict=verdict)
        self.live.wrote(self.token, version or 0)
        return version is not None

    def _did(self, version: int) -> None:
        self.live.wrote(self.token, version)


def begin(draft: Draft, among: Live | None = None) -> Host:
    """The open workshop of a draft, or a new one; `UnknownLinkError` for a link that only shows."""
    among = among or live()
    return Host(draft, among.workshops.begin(draft), among)


def hosting(draft: Draft, among: Live | None = None) -> Host | None:
    """The last workshop of a draft, open or closed; None if there was none."""
    among = among or live()
    found = among.workshops.latest(draft)
    return Host(draft, found, among) if found else None
