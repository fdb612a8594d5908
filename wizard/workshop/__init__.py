"""A live workshop on a project: its host, the phones that take part, and what becomes of what they propose."""

from wizard.model.workshop import Kind
from wizard.storage.refused import TurnedAwayError
from wizard.storage.workshop import LIMITS, Limits, LiveWorkshop, Participant, Proposal, Spot, State, Timer, now
from wizard.workshop.board import Board, BoardPipeline, BoardStage
from wizard.workshop.guest import Guest, SeenProposal, View, guest, shown
from wizard.workshop.host import Host, begin, hosting
from wizard.workshop.live import Seen

__all__ = [
    "LIMITS",
    "Board",
    "BoardPipeline",
    "BoardStage",
    "Guest",
    "Host",
    "Kind",
    "Limits",
    "LiveWorkshop",
    "Participant",
    "Proposal",
    "Seen",
    "SeenProposal",
    "Spot",
    "State",
    "Timer",
    "TurnedAwayError",
    "View",
    "begin",
    "guest",
    "hosting",
    "now",
    "shown",
]
