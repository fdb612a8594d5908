"""What the host's decision on a proposal makes of the project: pure, and the same however often it is done.

The page saves the project first and then has the decision written down (`Host.decide`): after a crash between the two
the same click changes nothing twice, for a decision is known by the proposal's id.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from wizard.model.edits.losses import add_reason, use_reason
from wizard.model.edits.pipelines import change_pipeline, change_won
from wizard.model.edits.questions import add_question
from wizard.model.edits.rehearsal import tell_deal
from wizard.model.edits.stages import StageRef, add_stage, change_stage
from wizard.model.edits.workshop import record_decision, record_meeting, record_note, record_rejected
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.rehearsal import same_words
from wizard.model.workshop import MOST_PEOPLE, Decision, Kind, Meeting, Note, Rejected
from wizard.storage.workshop import LiveWorkshop, Proposal, Spot


def accepted(
    project: Project, proposal: Proposal, *, on: dt.date, text: str = "", why: str = "", **more: str
) -> Project:
    """The project with what was proposed, and the decision with its reason; `more` is `against` and `review_on`.

    Changes nothing when it is in there. KeyError, as of every edit, when what it is about is gone.
    """
    if any(decision.id == proposal.uid for decision in project.workshop.decisions):
        return project
    words = text.strip() or proposal.words
    edited = _EDITS[proposal.kind](project, proposal.spot, words)
    return record_decision(edited, Decision(**_about(proposal, on), text=words, why=why, **more))


def rejected(project: Project, proposal: Proposal, *, on: dt.date, why: str = "") -> Project:
    """The project that remembers what was not taken and why."""
    return record_rejected(project, Rejected(**_about(proposal, on), text=proposal.words, why=why))


def parked(project: Project, proposal: Proposal) -> Project:
    """The project with a question for later."""
    note = Note(id=proposal.uid, text=proposal.words, path=path(proposal.spot), by=proposal.by)
    return record_note(project, note)


def met(project: Project, workshop: LiveWorkshop, *, on: dt.date) -> Project:
    """The project that says who was there: those who gave a name, each once."""
    names = tuple(dict.fromkeys(each.name for each in workshop.participants if each.name))
    day = on.isoformat()
    # Another day of the same workshop is another meeting.
    meeting = Meeting(id=f"met-{workshop.begun_at:%Y%m%d%H%M%S}-{day}", on=day, people=names[:MOST_PEOPLE])
    return record_meeting(project, meeting)


def path(spot: Spot) -> str:
    """Where a proposal belongs, as findings say it."""
    if not spot.pipeline:
        return ""
    return f"pipelines/{spot.pipeline}" + (f"/stages/{spot.stage}" if spot.stage else "")


def _about(proposal: Proposal, on: dt.date) -> dict[str, Any]:
    return {
        "id": proposal.uid,
        "kind": proposal.kind,
        "path": path(proposal.spot),
        "by": proposal.by,
        "votes": proposal.votes,
        "on": on.isoformat(),
    }


def _stage(project: Project, spot: Spot, words: str) -> Project:
    """After the stage it was proposed at, or last; one that is there under this name is enough."""
    pipeline = project.pipeline(spot.pipeline)
    if _known(words, (stage.name for stage in pipeline.stages)):
        return project
    after = spot.stage if spot.stage in _ids(pipeline) else None
    return add_stage(project, pipeline.id, name=words, after=after)


def _name(project: Project, spot: Spot, words: str) -> Project:
    return change_stage(project, StageRef(spot.pipeline, spot.stage), name=words)


def _fact(project: Project, spot: Spot, words: str) -> Project:
    """What proves the stage; of the first one that is the pipeline's entry, without a stage it is won's."""
    pipeline = project.pipeline(spot.pipeline)
    if not spot.stage:
        return change_won(project, pipeline.id, proof=words)
    if pipeline.index(spot.stage) == 0:
        return change_pipeline(project, pipeline.id, entry=words)
    return change_stage(project, StageRef(spot.pipeline, spot.stage), proof=words)


def _question(project: Project, spot: Spot, words: str) -> Project:
    pipeline = project.pipeline(spot.pipeline)
    if _known(words, (question.text for question in pipeline.questions)):
        return project
    asked_at = spot.stage if spot.stage in _ids(pipeline) else None
    return add_question(project, pipeline.id, text=words, asked_at=asked_at)


def _reason(project: Project, spot: Spot, words: str) -> Project:
    """Used in the pipeline; a reason of this name that is in the same list is taken, not added again."""
    pipeline = project.pipeline(spot.pipeline)
    field = _list_of_causes(project, pipeline)
    for reason in project.loss_reasons:
        if reason.field == field and same_words(reason.name, words):
            return use_reason(project, pipeline.id, reason=reason.id)
    return add_reason(project, words, use_in=pipeline.id, field=field)


def _deal(project: Project, spot: Spot, words: str) -> Project:
    return tell_deal(project, project.pipeline(spot.pipeline).id, text=words)


def _remark(project: Project, _spot: Spot, _words: str) -> Project:
    """The decision alone answers it."""
    return project


_EDITS: dict[Kind, Callable[[Project, Spot, str], Project]] = {
    Kind.STAGE: _stage,
    Kind.NAME: _name,
    Kind.FACT: _fact,
    Kind.QUESTION: _question,
    Kind.REASON: _reason,
    Kind.DEAL: _deal,
    Kind.REMARK: _remark,
}


def _ids(pipeline: Pipeline) -> set[str]:
    return {stage.id for stage in pipeline.stages}


def _known(words: str, names: Iterable[str]) -> bool:
    return any(same_words(name, words) for name in names)


def _list_of_causes(project: Project, pipeline: Pipeline) -> str | None:
    """Hiring and partners keep their causes in a list field of their own."""
    fields = {project.reason(use.reason).field for use in pipeline.losses}
    return fields.pop() if len(fields) == 1 else None
