"""A warm refusal without a date.

A client who refused today is not asked again today. The route into warming says when: in so many days, or
on the date in a field.
Source: integrators' practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import Edge, between, reroute
from wizard.lint.kinds import is_warming
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.fields import DATES
from wizard.model.project import Project, Step
from wizard.model.terms import DateRule

FIELD = "return_date"


def check(project: Project) -> Iterator[Hit]:
    for edge, target in between(project, lost_only=True):
        if is_warming(target) and edge.route.opens.at_once:
            yield Hit(edge.path, args=(("target", target.name),), fix=_fix(project, edge))


def _fix(project: Project, edge: Edge) -> Fix | None:
    """Days would be our invention; the date the manager agrees on is not."""
    field = next((f for f in project.fields if f.id == FIELD and f.type in DATES), None)
    if field is None:
        return None
    return Fix(reroute(edge, edge.route.changed(opens=DateRule(field=FIELD))), (("field", field.name),))


RULE = Rule(
    "warm-without-date",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.LOSSES,
    check,
    reads=Reads.OUTLINES,
    requires=("stop-list-leak", "second-warming", "refund-to-warming", "route-crosses-subjects"),
)
