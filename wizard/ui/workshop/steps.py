"""What a room works on at each step: what it sees, and what may be proposed there."""

from __future__ import annotations

from typing import Any, NamedTuple

from wizard.i18n.translator import Translator
from wizard.model.project import Step
from wizard.workshop import Board, BoardPipeline, Kind

_AFTER, _OF = "workshop.at.after", "workshop.at.of"
KINDS: dict[str, tuple[Kind, ...]] = {
    Step.GOALS: (Kind.REMARK,),
    Step.STAGES: (Kind.STAGE, Kind.FACT, Kind.NAME, Kind.DEAL, Kind.REMARK),
    Step.SHAPE: (Kind.REMARK, Kind.DEAL),
    Step.KEY_STAGE: (Kind.FACT, Kind.REMARK),
    Step.QUALIFICATION: (Kind.QUESTION, Kind.REMARK),
    Step.LOSSES: (Kind.REASON, Kind.REMARK),
}
# Where a kind needs a stage, and how that is asked for.
_AT = {Kind.STAGE: _AFTER, Kind.FACT: _OF, Kind.NAME: _OF}


class Place(NamedTuple):
    """A step, and the funnel it is about."""

    step: Step | None
    pipeline: BoardPipeline | None


def said(step: Step, pipeline: str) -> str:
    """The place as a workshop keeps it."""
    return f"{step}/{pipeline}"


def place(kept: str, board: Board) -> Place:
    step, _, wanted = kept.partition("/")
    pipelines = {pipeline.id: pipeline for pipeline in board.pipelines}
    first = next(iter(board.pipelines), None)
    return Place(Step(step) if step in set(Step) else None, pipelines.get(wanted) or pipelines.get(board.main) or first)


def kinds(at: Place) -> tuple[Kind, ...]:
    """What may be proposed there; without a funnel there is only something to say."""
    if at.step is None or at.pipeline is None:
        return (Kind.REMARK,)
    found = KINDS[at.step]
    return found if at.pipeline.stages else tuple(kind for kind in found if kind not in (Kind.FACT, Kind.NAME))


def belongs(kind: Kind, at: Place) -> bool:
    """Whether the room is at the step where such a thing is decided."""
    return kind in kinds(at)


def in_words(at: Place, tr: Translator) -> dict[str, Any]:
    """The step for those who look at it."""
    if at.step is None:
        return {"over": tr("workshop.word"), "title": tr("workshop.begins"), "why": tr("workshop.begins_why")}
    number = tr("frame.step_of", n=list(Step).index(at.step) + 1)
    return {"over": number, "title": tr(f"page.{at.step}"), "why": tr(f"why.{at.step}")}


def asked(at: Place, tr: Translator) -> dict[str, Any]:
    """What a phone offers there."""
    stages = at.pipeline.stages if at.pipeline else ()
    return {
        "kinds": [
            {
                "id": kind.value,
                "name": tr(f"workshop.kind.{kind}"),
                "ask": tr(f"workshop.ask.{kind}"),
                "example": tr(f"workshop.example.{kind}"),
                "at": tr(_AT[kind]) if kind in _AT and stages else "",
            }
            for kind in kinds(at)
        ],
        "stages": [{"id": stage.id, "name": stage.name} for stage in stages],
        "pipeline": at.pipeline.id if at.pipeline else "",
    }


def board(at: Place, whole: Board, tr: Translator) -> dict[str, Any]:
    """What there is so far of what the step is about."""
    if at.step is None or at.step is Step.GOALS or at.pipeline is None:
        items = [_item(p.id, p.name, "", mark=p.id == whole.main) for p in whole.pipelines]
        return {"kind": "list", "title": tr("workshop.board.goals"), "items": items}
    if at.step in (Step.QUALIFICATION, Step.LOSSES):
        lines = at.pipeline.questions if at.step is Step.QUALIFICATION else at.pipeline.reasons
        items = [_item(f"{place} {line}", line, "") for place, line in enumerate(lines)]
        return {"kind": "list", "title": tr(f"workshop.board.{at.step}", name=at.pipeline.name), "items": items}
    items = [_item(s.id, s.name, s.fact, mark=s.key) for s in at.pipeline.stages]
    items.append(_item("", at.pipeline.won, at.pipeline.won_fact) | {"id": "won", "end": True})
    return {"kind": "stages", "title": tr("workshop.board.stages", name=at.pipeline.name), "items": items}


def _item(name: str, text: str, note: str, *, mark: bool = False) -> dict[str, Any]:
    return {"id": f"of {name}", "text": text, "note": note, "mark": mark}
