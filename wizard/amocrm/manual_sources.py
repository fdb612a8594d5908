"""Where deals come from: sources to bind to a funnel, and bases from which people create deals."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm.lines import Line
from wizard.amocrm.places import place
from wizard.i18n.translator import Translator
from wizard.model.pipeline import GoalType, Pipeline

# Nobody sends a request into these of their own accord, unless the pipeline takes unsorted ones.
_BY_PEOPLE = (
    GoalType.HANDOVER,
    GoalType.RETURN_REFUSED,
    GoalType.RETURN_CUSTOMER,
    GoalType.REPEAT_PAYMENT,
    GoalType.FULFILMENT,
)


def source_lines(pipeline: Pipeline, tr: Translator) -> Iterator[Line]:
    """One line for each source of a pipeline."""
    if not pipeline.stages:
        return
    first = pipeline.stages[0].name
    kind, text, where = ("base", "manual.base", "where.base")
    if takes_requests(pipeline):
        kind, text, where = ("source", "manual.source", "where.sources")
    for source in pipeline.sources:
        said = tr(text, source=source, pipeline=pipeline.name, stage=first)
        yield Line(kind, place(where, tr), said, pipeline=pipeline.name, stage=first, subject=source)


def takes_requests(pipeline: Pipeline) -> bool:
    """Whether requests come in by themselves; otherwise people take clients from a base."""
    return pipeline.unsorted or pipeline.goal_type not in _BY_PEOPLE
