"""Entering a draft's project into an account by a worker of the process, which pages only follow."""

from wizard.entry.outcome import Outcome, Refused, Trouble, bound
from wizard.entry.practice import hand_over, practice
from wizard.entry.progress import Doing, Progress
from wizard.entry.runs import Runs, runs
from wizard.storage.refused import AlreadyRunningError, TakenOverError
from wizard.storage.run import State

__all__ = [
    "AlreadyRunningError",
    "Doing",
    "Outcome",
    "Progress",
    "Refused",
    "Runs",
    "State",
    "TakenOverError",
    "Trouble",
    "bound",
    "hand_over",
    "practice",
    "runs",
]
