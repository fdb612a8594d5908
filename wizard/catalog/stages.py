"""The stages of a pipeline from a template: the industry's names, dropped stages, the way of paying."""

from __future__ import annotations

from wizard.catalog import reader
from wizard.catalog.templates import FunnelTemplate, PaymentTemplate, QuestionTemplate, Slot, StageTemplate
from wizard.catalog.wording import Wording
from wizard.model.diagnosis import Payment
from wizard.model.edits.stages import folded
from wizard.model.pipeline import PALETTE, Conversion, Hints, Stage
from wizard.model.terms import Term

QUESTIONS = "questions"
_PROMISED = "terms_agreed"

# From the picker's palette: warm where a client is new, green where the money is near.
_COLOURS = tuple(PALETTE[n] for n in (0, 3, 4, 6, 9, 10, 16, 17, 12, 13, 14))


def stages_of(
    template: FunnelTemplate, *, wording: Wording, payment: PaymentTemplate, questions: tuple[QuestionTemplate, ...]
) -> tuple[Stage, ...]:
    """The stages of a new pipeline, coloured by position; optional ones are left out."""
    asked = tuple(question.field for question in questions)
    drops = _drops(template, wording)
    stages: list[Stage] = []
    for source in template.stages:
        if source.optional:
            continue
        stage = _stage(template, source, wording=wording, asked=asked)
        if source.id in drops and stages:
            stages[-1] = _absorbed(stages[-1], stage)
        else:
            stages.append(stage)
    without = _without(template, wording)
    stages = [_trimmed(stage, without) for stage in _worded(template, stages, wording=wording, payment=payment)]
    return coloured(tuple(stages))


def coloured(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """The stages with colours spread evenly over the palette's warm-to-green row."""
    last = max(len(stages) - 1, 1)
    places = (round(n * (len(_COLOURS) - 1) / last) for n in range(len(stages)))
    return tuple(stage.changed(colour=_COLOURS[place]) for stage, place in zip(stages, places, strict=True))


def _drops(template: FunnelTemplate, wording: Wording) -> set[str]:
    industry = wording.industry
    if template.id == "first_sale":
        return set(industry.drops)
    # Without an appointment there is nothing to book before handing a request over.
    return {"key_scheduled"} if industry.scheduled is None else set()


def _slot(stage_id: str, wording: Wording) -> Slot | None:
    industry = wording.industry
    slots = {"key_scheduled": industry.scheduled, "key_done": industry.done, "offer_reviewed": industry.offer}
    return slots.get(stage_id)


def _stage(template: FunnelTemplate, source: StageTemplate, *, wording: Wording, asked: tuple[str, ...]) -> Stage:
    slot = _slot(source.id, wording) if template.id == "first_sale" else None
    stage = template_stage(source, wording=wording, asked=asked)
    return stage.changed(proof=wording(slot.proof)) if slot and slot.proof else stage


def template_stage(source: StageTemplate, *, wording: Wording, asked: tuple[str, ...] = ()) -> Stage:
    """A stage as its template has it; `asked` are the fields of the questions asked there."""
    fields = dict.fromkeys(f for name in source.fields for f in (asked if name == QUESTIONS else (name,)))
    figure = source.conversion
    return Stage(
        id=source.id,
        name=wording(source.name),
        proof=wording(source.proof),
        step=wording(source.step),
        owner_role=wording(source.owner),
        term=source.term,
        conversion=Conversion(share=figure.percent / 100, low=figure.low / 100, high=figure.high / 100),
        fields=tuple(fields),
        hints=Hints(newbie=wording(source.newbie)),
    )


def _absorbed(kept: Stage, gone: Stage) -> Stage:
    """A stage that takes over a dropped one: its step, the later term, both fields, the product of the figures.

    A date wins over days, unless the stage itself asks for that date: there is none when a card comes in.
    """
    later = _later(kept.term, gone.term)
    known = later is None or later.until_field not in kept.fields
    return kept.changed(
        conversion=folded(kept.conversion, gone.conversion),
        fields=tuple(dict.fromkeys((*kept.fields, *gone.fields))),
        step=gone.step,
        term=later if known else kept.term,
    )


def _later(one: Term | None, other: Term | None) -> Term | None:
    """The later of two terms; a first action is kept."""
    if one is None or other is None:
        return one or other
    first = one.first or other.first
    if one.until_field or other.until_field:
        dated = other if other.until_field else one
        return dated.changed(first=first)
    longest = max((t.limit for t in (one, other) if t.limit), key=lambda limit: limit.minutes)
    return Term(limit=longest, first=first)


def _worded(
    template: FunnelTemplate, stages: list[Stage], *, wording: Wording, payment: PaymentTemplate
) -> list[Stage]:
    """What the industry and the way of paying change in steps, proofs and fields."""
    if template.id == "first_sale":
        stages = _of_industry(stages, wording)
    pays = template.won.kind == "payment"
    if pays and payment.id is not Payment.BEFORE and not _own_step(template, stages[-1], wording=wording):
        stages[-1] = stages[-1].changed(step=wording(payment.step))
    return [_with_date(stage, payment.date_field) for stage in stages] if pays else stages


def _own_step(template: FunnelTemplate, stage: Stage, *, wording: Wording) -> bool:
    """Whether the industry words this step itself, for its usual way of paying."""
    usual = wording.payment.id is wording.industry.payment
    return usual and template.id == "first_sale" and any(item.stage == stage.id for item in wording.industry.steps)


def _of_industry(stages: list[Stage], wording: Wording) -> list[Stage]:
    industry, agreed = wording.industry, reader.agreed_offer()
    steps = {item.stage: wording(item.step) for item in industry.steps}
    stages = [stage.changed(step=steps.get(stage.id, stage.step)) for stage in stages]
    shares = {preset.stage: preset.percent / 100 for preset in industry.conversions}
    stages = [_preset(stage, shares.get(stage.id)) for stage in stages]
    if _PROMISED not in industry.drops:
        return stages
    return [_agreed(stage, wording) if stage.id == "offer_reviewed" and agreed else stage for stage in stages]


def _agreed(stage: Stage, wording: Wording) -> Stage:
    """An offer that is already an agreement: nothing is left but the day of payment."""
    agreed = reader.agreed_offer()
    own_step = any(item.stage == stage.id for item in wording.industry.steps)
    return stage.changed(
        proof=wording(agreed.proof) if wording.industry.agreed_offer else stage.proof,
        step=stage.step if own_step else wording(agreed.step),
        fields=tuple(dict.fromkeys((*stage.fields, agreed.field))),
    )


def _preset(stage: Stage, share: float | None) -> Stage:
    if share is None or stage.conversion is None:
        return stage
    usual = stage.conversion
    return stage.changed(conversion=usual.changed(share=share, low=min(usual.low, share), high=max(usual.high, share)))


def _with_date(stage: Stage, date_field: str) -> Stage:
    """The stage with the payment day replaced by the date this way of paying goes by."""
    fields = tuple(date_field if field == "payment_date" else field for field in stage.fields)
    term = stage.term
    if term and term.until_field == "payment_date":
        term = term.changed(until_field=date_field)
    return stage.changed(fields=fields, term=term)


def _without(template: FunnelTemplate, wording: Wording) -> frozenset[str]:
    """Fields this trade does not need here; a funnel with a meeting of its own keeps the meeting's date."""
    own = {s.term.until_field for s in template.stages if s.term and s.id != "key_scheduled"} & {"key_date"}
    return frozenset(wording.industry.without_fields) - own


def _trimmed(stage: Stage, without: frozenset[str]) -> Stage:
    """The stage without these fields; a term by such a date becomes the usual days."""
    term = stage.term
    if term and term.until_field in without:
        term = Term.model_validate("3d").changed(first=term.first)
    return stage.changed(fields=tuple(f for f in stage.fields if f not in without), term=term)
