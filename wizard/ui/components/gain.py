"""What a step gave, in one line."""

from __future__ import annotations

from wizard.lint.rule import Severity
from wizard.model.pipeline import Pipeline
from wizard.model.project import Step
from wizard.ui.components import findings
from wizard.ui.session import Session


def of_funnels(session: Session) -> str:
    project, tr = session.project, session.tr
    return tr("gain.goals", funnels=tr.plural("count.funnels", len(project.pipelines)), now=len(project.launched()))


def of_stages(session: Session, pipeline: Pipeline) -> str:
    """How many stages, how many with a fact, and what is left to cure."""
    tr = session.tr
    facts = sum(bool(pipeline.proof_after(stage.id)) for stage in pipeline.stages)
    stages = tr.plural("count.stages", len(pipeline.stages))
    return f"{tr('gain.stages', stages=stages, facts=facts)} {_left(session, Step.STAGES, pipeline)}"


def of_questions(session: Session, pipeline: Pipeline) -> str:
    tr = session.tr
    stops = sum(any(a.stop for a in question.answers) for question in pipeline.questions)
    questions = tr.plural("count.questions", len(pipeline.questions))
    return f"{tr('gain.questions', questions=questions, stops=stops)} {_left(session, Step.QUALIFICATION, pipeline)}"


def of_losses(session: Session, pipeline: Pipeline) -> str:
    tr = session.tr
    routed = sum(pipeline.route_of(use) is not None for use in pipeline.losses)
    reasons = tr.plural("losses.count", len(pipeline.losses))
    return f"{tr('gain.losses', reasons=reasons, routed=routed)} {_left(session, Step.LOSSES, pipeline)}"


def _left(session: Session, step: Step, pipeline: Pipeline) -> str:
    found = findings.of_step(session, step, pipeline=pipeline.id)
    return session.tr.plural("gain.findings", sum(f.severity is not Severity.HINT for f in found))
