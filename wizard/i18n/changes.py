"""What changed between two states of a project, in words."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.i18n.translator import Translator
from wizard.model.changes import Changed

# Sentences by what changed; the names in their places, by number. Keys are whole, so that a search finds their use.
_SENTENCES = {
    "company": "change.company",
    "diagnosis": "change.diagnosis",
    "workshop": "change.workshop",
    "rehearsal": "change.rehearsal",
    "kept": "change.kept",
    "bindings": "change.bindings",
    "moves": "change.moves",
    "plan_numbers": "change.plan_numbers",
    "main": "change.main",
    "field_added": "change.field_added",
    "field_removed": "change.field_removed",
    "field_changed": "change.field_changed",
    "reason_added": "change.reason_added",
    "reason_removed": "change.reason_removed",
    "reason_changed": "change.reason_changed",
    "funnel_added": "change.funnel_added",
    "funnel_removed": "change.funnel_removed",
    "funnel_renamed": "change.funnel_renamed",
    "funnel_changed": "change.funnel_changed",
    "funnels_moved": "change.funnels_moved",
    "launch": "change.launch",
    "key_stage": "change.key_stage",
    "won": "change.won",
    "numbers": "change.numbers",
    "questions": "change.questions",
    "losses": "change.losses",
    "routes": "change.routes",
    "stage_added": "change.stage_added",
    "stage_removed": "change.stage_removed",
    "stage_renamed": "change.stage_renamed",
    "stage_changed": "change.stage_changed",
    "stages_moved": "change.stages_moved",
}
SHOWN = 3


def changes_in_words(changes: Sequence[Changed], tr: Translator, *, shown: int = SHOWN) -> str:
    """The first changes as sentences, and how many more there are; what an older program called otherwise is left."""
    sentences = [_said(change, tr) for change in changes if change.what in _SENTENCES]
    more = len(sentences) - shown
    return " ".join((*sentences[:shown], *([tr.plural("change.more", more)] if more > 0 else ())))


def _said(change: Changed, tr: Translator) -> str:
    names = {f"n{place}": name or tr("change.unnamed") for place, name in enumerate(change.names, start=1)}
    return tr(_SENTENCES[change.what], **names)
