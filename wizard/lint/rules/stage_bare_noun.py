"""An action without its result.

A noun alone does not tell whether the event is planned, under way or over: three managers put three kinds
of deals there. Nouns the trade understands, and our own work in delivery, are a hint.
Source: follows from a stage being a result; amoCRM's stock funnel begins with such a name.
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

# Groups of the lexicon that everybody in the trade reads as done.
_UNDERSTOOD = ("request", "first-visit", "test-drive")


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, read in stages_read_as(project, Concept.BARE):
        mild = read.group in _UNDERSTOOD or kind_of(pipeline) is Kind.DELIVERY
        yield Hit(
            paths.stage(pipeline.id, stage.id, "name"),
            args=(("name", stage.name),),
            severity=Severity.HINT if mild else None,
            fix=better_named(pipeline, stage, read.better(project.company.language)),
        )


RULE = Rule(
    "stage-bare-noun",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    requires=(
        "system-stage-as-own",
        "won-as-own-stage",
    ),
)
