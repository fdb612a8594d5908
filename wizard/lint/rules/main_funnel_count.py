"""The main funnel is not launched.

An account of amoCRM has exactly one main funnel: sources without a setting of their own lead there.
The project marks one at most; it has to be launched now to become the main one.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Launch
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    if project.main_pipeline is None:
        return
    main = project.pipeline(project.main_pipeline)
    if main.launch is not Launch.NOW:
        args = (("name", main.name),)
        fix = Fix(partial(change_pipeline, pipeline_id=main.id, launch=Launch.NOW), args=args)
        yield Hit(paths.PROJECT, args=args, fix=fix)


RULE = Rule("main-funnel-count", RuleSet.AMOCRM, Severity.ERROR, Step.GOALS, check, reads=Reads.OUTLINES)
