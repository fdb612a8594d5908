"""What ten points more on the way into the key stage bring a month, in words; an assumption until facts are in."""

from __future__ import annotations

from exports.papers.document import Words, plain
from exports.papers.matter import Matter
from wizard import forecast
from wizard.model.pipeline import Basis, Pipeline, WonKind

POINTS = 0.1


def lever(matter: Matter, pipeline: Pipeline) -> Words:
    """The sentence; empty where a step is unknown or nothing can be gained."""
    place = pipeline.index(pipeline.key_stage) if pipeline.key_stage else 0
    if not place:
        return ()
    tr, before = matter.tr, pipeline.stages[place - 1]
    share = forecast.shares(pipeline)[place - 1]
    gain = forecast.lever(pipeline, before.id, points=POINTS)
    if gain is None or share is None or share >= 1:
        return ()
    paid = pipeline.won.kind is WonKind.PAYMENT and pipeline.average_check
    brings = (
        tr.money(gain.money(pipeline.average_check or 0), matter.project.company.currency)
        if paid
        else tr(f"paper.lever.{pipeline.won.kind}", wins=tr.number(gain.wins, digits=1))
    )
    key = "paper.lever.month" if pipeline.entries else "paper.lever.hundred"
    said = tr(
        key,
        stage=pipeline.stages[place].name,
        before=tr.percent(min(share, 1)),
        after=tr.percent(min(share + POINTS, 1)),
        brings=brings,
    )
    own = all(stage.conversion and stage.conversion.basis is Basis.FACT for stage in pipeline.stages)
    return plain(said) if own else matter.assumption(plain(said))
