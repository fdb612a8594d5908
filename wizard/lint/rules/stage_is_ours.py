"""A fact, but only ours.

A card given to a manager, a paper being agreed: we were busy, and the client is where he was. The stage
names what he has done. In delivery our own work is what the client pays for.
Source: integrators' practice, to be verified; amoCRM's stock funnel ends with such a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.cures import better_named
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.names import Concept
from wizard.lint.reading import stages_read_as
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, read in stages_read_as(project, Concept.OURS):
        if kind_of(pipeline) is not Kind.DELIVERY:
            fix = better_named(pipeline, stage, read.better(project.company.language))
            yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), fix=fix)


RULE = Rule("stage-is-ours", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, requires=("system-stage-as-own",))
