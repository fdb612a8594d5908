"""A process without a result.

Everything is in work; such a name does not tell how far the client has got. In delivery our own work
is a legitimate state, so there it is a hint, and so are production, mounting and goods to be fetched.
Source: Pipedrive; Solution4.
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

_OURS = ("production", "mounting", "pickup")


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, read in stages_read_as(project, Concept.PROCESS, Concept.WORK):
        delivery = kind_of(pipeline) is Kind.DELIVERY
        if read.concept is Concept.WORK and not delivery:
            continue
        # In delivery only our own work has a better name to offer: contact was made long ago.
        better = read.better(project.company.language) if read.group in _OURS or not delivery else ()
        yield Hit(
            paths.stage(pipeline.id, stage.id, "name"),
            args=(("name", stage.name),),
            severity=Severity.HINT if delivery else None,
            fix=better_named(pipeline, stage, better),
        )


RULE = Rule(
    "stage-is-process",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    requires=(
        "system-stage-as-own",
        "stage-is-outcome",
        "stage-is-dump",
        "stage-is-attempt",
        "stage-waits",
        "stage-parks",
        "stage-hopes",
    ),
)
