"""What a rule is shown of a project: as much as it says it reads, and nothing else.

Two views that are equal make a rule find the same, so a view is also what is compared to know whether
a rule has to look again. Tuples compare their items by identity first: what no edit touched costs next to nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from wizard.lint.rule import Reads
from wizard.model.diagnosis import Diagnosis
from wizard.model.fields import Field
from wizard.model.losses import LossReason
from wizard.model.pipeline import Pipeline
from wizard.model.project import Company, Project
from wizard.model.rehearsal import ToldDeal
from wizard.model.remembered import of_pipeline

_BLANK = Project()
_OF_OUTLINE = (
    "id", "name", "template", "goal_type", "subject", "sources", "won", "lost_name", "unsorted",
    "losses", "won_route", "lost_route", "launch",
)  # fmt: skip


class View(NamedTuple):
    """The parts of a project that are shown; what is left out is empty."""

    company: Company
    diagnosis: Diagnosis
    pipelines: tuple[Pipeline, ...] = ()
    fields: tuple[Field, ...] = ()
    loss_reasons: tuple[LossReason, ...] = ()
    rehearsal: tuple[ToldDeal, ...] = ()
    main_pipeline: str | None = None

    @property
    def project(self) -> Project:
        """The view as a project. It is not validated: routes may lead to pipelines that are not shown."""
        return _BLANK.model_copy(update=self._asdict())


def views(project: Project, reads: Reads) -> Iterator[tuple[str, View]]:
    """What is shown to rules that read this much, with the id of the pipeline where it is about one."""
    whole = View(
        project.company,
        project.diagnosis,
        project.pipelines,
        project.fields,
        project.loss_reasons,
        project.rehearsal,
        project.main_pipeline,
    )
    if reads is Reads.PROJECT:
        yield "", whole
    elif reads is Reads.OUTLINES:
        yield "", whole._replace(pipelines=tuple(map(_outline, project.pipelines)), rehearsal=())
    elif reads is Reads.PIPELINE_AND_LISTS:
        yield from _with_lists(whole)
    else:
        if reads is not Reads.LISTS:
            yield from ((p.id, View(project.company, project.diagnosis, (p,))) for p in project.pipelines)
        if reads is not Reads.PIPELINE:
            yield "", whole._replace(pipelines=(), rehearsal=(), main_pipeline=None)


def _with_lists(whole: View) -> Iterator[tuple[str, View]]:
    deals = defaultdict[str, list[ToldDeal]](list)
    for deal in whole.rehearsal:
        deals[deal.pipeline].append(deal)
    for pipeline in whole.pipelines:
        told = tuple(deals.get(pipeline.id, ()))
        yield pipeline.id, whole._replace(pipelines=(pipeline,), rehearsal=told, main_pipeline=None)


@of_pipeline
def _outline(pipeline: Pipeline) -> Pipeline:
    shown = {name: getattr(pipeline, name) for name in _OF_OUTLINE}
    return _NO_PIPELINE.model_copy(update={**shown, "stages": pipeline.stages[:1]})


_NO_PIPELINE = Pipeline(id="none", name="")
