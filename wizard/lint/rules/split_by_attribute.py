"""Funnels split by an attribute.

Where the stages are the same and only the seller, the city or the brand differs, one funnel with a field shows
all sales at once, and a new stage is added in one place. The seller is the responsible of the deal already.
Source: IVLead on funnels; Bitrix24 splits where the work differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.twins import same_work
from wizard.model.edits.pipelines import merge_pipelines
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for first, second in same_work(project):
        args = (("name", second.name), ("other", first.name))
        merge = partial(merge_pipelines, pipeline_id=second.id, into=first.id)
        yield Hit(paths.pipeline(second.id, "name"), args, fix=Fix(merge, args))


RULE = Rule("split-by-attribute", RuleSet.PRACTICE, Severity.HINT, Step.GOALS, check, reads=Reads.PROJECT)
