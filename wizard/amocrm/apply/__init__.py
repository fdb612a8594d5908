"""Carrying out a plan, so that it can be stopped anywhere and continued without doing anything twice."""

from wizard.amocrm.apply.errors import NotConfirmedError, OtherAccountError, PlanError
from wizard.amocrm.apply.journal import Entry, Event, Journal, JournalFile, Memory, Snapshot, Stood, snapshot
from wizard.amocrm.apply.looking import look, look_for
from wizard.amocrm.apply.removing import count_deals
from wizard.amocrm.apply.report import Refusal, Report
from wizard.amocrm.apply.running import apply

__all__ = [
    "Entry",
    "Event",
    "Journal",
    "JournalFile",
    "Memory",
    "NotConfirmedError",
    "OtherAccountError",
    "PlanError",
    "Refusal",
    "Report",
    "Snapshot",
    "Stood",
    "apply",
    "count_deals",
    "look",
    "look_for",
    "snapshot",
]
