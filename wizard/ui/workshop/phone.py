"""One participant's tab: which device it is, what it has sent, and what was answered."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cached_property

from wizard.i18n.translator import Translator
from wizard.storage.links import is_token
from wizard.storage.refused import DraftError, TurnedAwayError, UnavailableError, UnknownLinkError
from wizard.ui.workshop.acts import Act, Sent, lately
from wizard.workshop import Guest, Spot, View, guest


@dataclass
class Phone:
    """`answers` says of each act whether it was taken (empty) or why not; `refused` why nothing is shown.

    A code that led nowhere is not asked about again: another guess needs another connection.
    """

    token: str
    guest: Guest | None = None
    answers: dict[str, str] = field(default_factory=dict)
    refused: DraftError | None = None
    waiting: bool = False
    drawn: tuple[int, int] | None = None

    @cached_property
    def session(self) -> str:
        """Another one than before tells the browser to say again what it is."""
        return secrets.token_hex(4)

    def view(self) -> View | None:
        """What there is to see; None before the device has said what it is, or when it is refused."""
        if self.guest is None:
            return None
        try:
            found = self.guest.view()
        except DraftError as error:
            self.refused = error
            return None
        self.refused = None
        return found

    def take(self, sent: Sent, tr: Translator) -> bool:
        """Do what was sent and not done before; whether there was anything."""
        joined = self._join(sent.device)
        if self.guest is None:
            return joined
        new = [act for act in sent.acts if act.key not in self.answers]
        self.waiting = False
        for act in new:
            try:
                self._do(self.guest, act)
                self.answers[act.key] = ""
            except UnavailableError:
                self.waiting = True  # it stays in the browser and comes again
            except DraftError as error:
                self.answers[act.key] = error.message(tr)
        self.answers = lately(self.answers)
        return bool(new) or joined

    def _join(self, device: str) -> bool:
        if self.guest or isinstance(self.refused, UnknownLinkError) or not is_token(device):
            return False
        coming = guest(self.token, device)
        try:
            coming.join()
        except (TurnedAwayError, UnknownLinkError, UnavailableError) as error:
            changed = self.refused is None or self.refused.key != error.key
            self.refused = error
            return changed
        self.guest, self.refused = coming, None
        return True

    @staticmethod
    def _do(me: Guest, act: Act) -> None:
        if act.act == "propose":
            me.propose(act.kind, act.text, key=act.key, spot=Spot(act.pipeline, act.stage))
        elif act.act == "vote":
            me.vote(act.proposal, given=act.given)
        elif act.act == "name":
            me.join(act.name)
        else:
            raise TurnedAwayError("workshop.refused.form")
