"""The number of stages.

Four to eight stages are usual. Fewer hide where clients are lost, more are not kept by managers. An
online shop does with three; work after the sale takes as many as it takes.
Source: TechUnit (5-7), LeLab (4-7), Bitrix24's guide.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.completing import completed
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.pruning import pruned
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step

FEW, MANY = 4, 8
SHOP = "online_store"


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        n = len(pipeline.stages)
        if not _usual(project, pipeline):
            far = n < FEW - 1 or n > MANY + 2
            yield Hit(
                paths.pipeline(pipeline.id, "stages"),
                args=(("name", pipeline.name), ("n", n)),
                variant="few" if n < FEW else "many",
                severity=Severity.WARNING if far else Severity.HINT,
                cures=partial(_cures, project, pipeline),
            )


def _cures(project: Project, pipeline: Pipeline) -> tuple[Fix, ...]:
    """The template's other stages, or what the funnel can do without."""
    if len(pipeline.stages) > MANY:
        return pruned(pipeline, most=MANY)
    fix = completed(project, pipeline, most=MANY)
    return (fix,) if fix else ()


def _usual(project: Project, pipeline: Pipeline) -> bool:
    n = len(pipeline.stages)
    few = FEW - 1 if project.company.industry == SHOP else FEW
    return n >= few and (n <= MANY or kind_of(pipeline) is Kind.DELIVERY)


RULE = Rule(
    "stage-count",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=(
        "no-own-stage",
        "stage-limit",
    ),
)
