"""What a step gave, in one line."""

from __future__ import annotations

from wizard import forecast
from wizard.charts.funnel_words import sum_in_words
from wizard.forecast import Lever
from wizard.i18n.rehearsal import fit_in_words
from wizard.lint.rule import Severity
from wizard.model.pipeline import Pipeline, WonKind
from wizard.model.project import Step
from wizard.model.rehearsal import told_about
from wizard.ui.components import findings
from wizard.ui.session import Session


def of_funnels(session: Session) -> str:
    project, tr = session.project, session.tr
    return tr("gain.goals", funnels=tr.plural("count.funnels", len(project.pipelines)), now=len(project.launched()))


def of_stages(session: Session, pipeline: Pipeline) -> str:
    """How many stages, how many with a fact, what is left to cure, and how real deals went through them."""
    tr = session.tr
    facts = sum(bool(pipeline.proof_after(stage.id)) for stage in pipeline.stages)
    stages = tr.plural("count.stages", len(pipeline.stages))
    parts = [tr("gain.stages", stages=stages, facts=facts), _left(session, Step.STAGES, pipeline)]
    deals = told_about(session.project, pipeline.id)
    if deals:
        parts.append(tr("gain.rehearsal", fit=fit_in_words(deals, pipeline, tr=tr)))
    if pipeline.stages and not session.report.blocking:
        parts.append(tr("stages.almost"))
    return " ".join(parts)


def of_key_stage(session: Session, pipeline: Pipeline) -> str:
    """Which stage it is, and what ten points more after it bring."""
    tr, key = session.tr, pipeline.key_stage
    if key is None:
        return ""
    parts = [tr("gain.key_stage", stage=pipeline.stage(key).name)]
    lever = forecast.lever(pipeline, key)
    if lever:
        parts.append(tr("gain.key_lever", brings=brings(session, pipeline, lever)))
        if not (pipeline.entries and pipeline.average_check):
            parts.append(tr("key.own") if pipeline.entries else tr("key.per_hundred"))
    return " ".join(parts)


def brings(session: Session, pipeline: Pipeline, lever: Lever) -> str:
    """What a lever brings: money where the average check is known, else payments or whatever is won here."""
    tr = session.tr
    if pipeline.won.kind is WonKind.PAYMENT and pipeline.average_check:
        money = tr.money(lever.money(pipeline.average_check), session.project.company.currency)
        return tr("key.money", money=money)
    return tr(f"key.wins.{pipeline.won.kind}", wins=f"+{tr.number(lever.wins, digits=1)}")


def of_shape(session: Session, pipeline: Pipeline) -> str:
    """How many win of how many, as far as it is known."""
    words = sum_in_words(pipeline, language=session.language).rstrip(".")
    if not words:
        return ""
    left = _left(session, Step.SHAPE, pipeline)
    return f"{session.tr('gain.shape', sum=words[0].lower() + words[1:])} {left}"


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
