"""What a pipeline brings along: its questions, fields and loss reasons, in the industry's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wizard.catalog import reader
from wizard.catalog.templates import (
    FieldTemplate,
    FunnelTemplate,
    IndustryReason,
    LossTemplate,
    QuestionTemplate,
    RouteTemplate,
)
from wizard.catalog.wording import Wording
from wizard.model.fields import Field, FieldOption
from wizard.model.losses import LossGroup, LossReason
from wizard.model.pipeline import Stage
from wizard.model.qualification import Answer, Question

MAX_CAUSES = 16
_GROUPS = list(LossGroup)


def question_templates(template: FunnelTemplate, wording: Wording) -> tuple[QuestionTemplate, ...]:
    """The questions of a funnel; the industry's stand in for its own where the funnel allows."""
    if template.industry_questions and wording.industry.questions:
        return wording.industry.questions
    return template.questions


def question(source: QuestionTemplate, *, wording: Wording, asked_at: str | None) -> Question:
    return Question(
        id=source.id,
        text=wording(source.text),
        field=source.field,
        why=wording(source.why),
        answers=tuple(Answer(option=a.id, verdict=a.verdict, stop=a.stop) for a in source.answers),
        asked_at=asked_at,
        note=wording(source.note),
    )


def asked_at(template: FunnelTemplate, stages: tuple[Stage, ...]) -> str | None:
    """The stage the questions are asked at, or the nearest earlier one this trade keeps."""
    return nearest(template, template.asked_at, {stage.id for stage in stages})


def nearest(template: FunnelTemplate, wanted: str, kept: Iterable[str]) -> str | None:
    """A stage of the template, or the nearest earlier one among `kept`, or the first kept one."""
    kept = set(kept)
    order = [stage.id for stage in template.stages]
    if wanted in kept:
        return wanted
    before = order[: order.index(wanted)] if wanted in order else []
    for stage_id in (*reversed(before), *order):
        if stage_id in kept:
            return stage_id
    return None


def field(
    field_id: str, *, wording: Wording, questions: Iterable[QuestionTemplate], funnel: str | None = None
) -> Field:
    """A field by id, with the answers of the given questions, and the values a funnel brings, among its options."""
    asked = [q for q in questions if q.field == field_id]
    options = [
        FieldOption(id=answer.id, name=wording(answer.text)) for question in asked for answer in question.answers
    ]
    source = next((f for f in reader.fields() if f.id == field_id), None)
    if field_id == "key_date" and field_id in wording.industry.without_fields:
        # Where the key stage has no date of its own, only a meeting has one.
        wording = replace(wording, industry=reader.industry("general"))
    if source is not None:
        return _known(source, options, wording=wording, funnel=funnel)
    own = next(q.own_field for q in asked if q.own_field)
    group = next(f.group for f in reader.fields() if f.id == "q_task")
    return Field(id=field_id, name=wording(own.name), type=own.type, options=_once(options), group=wording(group))


def _known(source: FieldTemplate, options: list[FieldOption], *, wording: Wording, funnel: str | None) -> Field:
    shown = (option for option in source.options if option.funnel in (None, funnel))
    own = [FieldOption(id=option.id, name=wording(option.name)) for option in shown]
    return Field(
        id=source.id,
        name=wording(source.name),
        type=source.type,
        options=_once([*own, *options]),
        place=source.place,
        group=wording(source.group),
        note=wording(source.note),
    )


def _once(options: Iterable[FieldOption]) -> tuple[FieldOption, ...]:
    return tuple({option.id: option for option in reversed(list(options))}.values())[::-1]


def merged(known: Field, new: Field) -> Field:
    """A field a project has already, with the options another funnel adds."""
    have = {option.id for option in known.options}
    return known.changed(options=(*known.options, *(o for o in new.options if o.id not in have)))


def losses(template: FunnelTemplate, wording: Wording) -> tuple[LossTemplate, ...]:
    """The reasons a funnel uses, ordered by group; the industry's own causes first where it names some."""
    if not template.industry_questions:
        return tuple(loss for loss in template.losses if not _dropped_first(loss.reason, wording))
    used = {loss.reason: loss for loss in template.losses}
    for cause in wording.industry.loss_reasons:
        route = cause.route or _usual_route(cause.id)
        used.setdefault(cause.id, LossTemplate(reason=cause.id, route=route))
    kept = _capped([loss for loss in used.values() if not _dropped_first(loss.reason, wording)], wording)
    return tuple(sorted(kept, key=lambda loss: _GROUPS.index(_group(loss.reason, wording))))


def _named(wording: Wording) -> dict[str, IndustryReason]:
    return {cause.id: cause for cause in wording.industry.loss_reasons}


def _dropped_first(reason: str, wording: Wording) -> bool:
    """A reason such as a refused loan is only used where the industry names it."""
    rank = next((r.drop_rank for r in reader.reasons() if r.id == reason), None)
    return rank == 1 and reason not in _named(wording)


def _capped(losses_: list[LossTemplate], wording: Wording) -> list[LossTemplate]:
    """No more reasons than managers read: those the industry does not name go first."""
    ranks = {r.id: r.drop_rank for r in reader.reasons() if r.drop_rank and r.id not in _named(wording)}
    spare = sorted((loss for loss in losses_ if loss.reason in ranks), key=lambda loss: ranks[loss.reason])
    gone = {loss.reason for loss in spare[: max(0, len(losses_) - MAX_CAUSES)]}
    return [loss for loss in losses_ if loss.reason not in gone]


def _usual_route(reason: str) -> RouteTemplate:
    return next((r.route for r in reader.reasons() if r.id == reason and r.route), RouteTemplate(to="archive"))


def _group(reason: str, wording: Wording) -> LossGroup:
    own = _named(wording).get(reason)
    if own and own.group:
        return own.group
    return next(r.group for r in reader.reasons() if r.id == reason)


def reason(reason_id: str, wording: Wording) -> LossReason:
    """A reason of the dictionary, or the industry's own, in the industry's words."""
    named = _named(wording).get(reason_id)
    known = next((r for r in reader.reasons() if r.id == reason_id), None)
    if known is None and named is None:
        raise KeyError(reason_id)
    name = wording(named.name if named else known.name if known else None)
    comment = (named.comment_required if named else False) or (known.comment_required if known else False)
    return LossReason(
        id=reason_id,
        name=name,
        group=_group(reason_id, wording),
        comment_required=comment,
        field=known.field if known else None,
    )
