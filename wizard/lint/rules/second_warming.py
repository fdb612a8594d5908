"""A second warming.

Warming and win-back are tried once. Who is not won back goes to the archive, to the head or to the
do-not-contact list; a date moved once stays in the same deal.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import between, reroute
from wizard.lint.kinds import is_warming
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step
from wizard.model.routes import ARCHIVE


def check(project: Project) -> Iterator[Hit]:
    for edge, target in between(project, lost_only=True):
        if is_warming(edge.source) and is_warming(target):
            names = (("name", edge.source.name), ("target", target.name))
            yield Hit(edge.path, args=names, fix=Fix(reroute(edge, ARCHIVE)))


RULE = Rule("second-warming", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
