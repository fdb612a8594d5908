"""Stages in the wrong order.

Qualification comes before the key stage, the key stage before an offer or a contract: an offer made
to somebody nobody has talked to is refused, and the conversion of later stages means nothing. Only
stages recognised for sure are judged, in funnels that sell or qualify.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.order import misplaced
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import reorder_stages
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if kind_of(pipeline) not in (Kind.SALES, Kind.QUALIFY):
            continue
        for wrong in misplaced(pipeline):
            args = (("name", wrong.stage.name), ("other", wrong.other.name))
            fix = Fix(
                partial(reorder_stages, pipeline_id=pipeline.id, order=wrong.order), args=args, variant=wrong.cure
            )
            yield Hit(paths.stage(pipeline.id, wrong.stage.id), args=args, variant=wrong.variant, fix=fix)


RULE = Rule("stage-order", RuleSet.METHOD, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
