"""A buyer led into warming.

Whoever has just paid is not warmed: the order is carried out, and he is offered the next one on an occasion.
Warming is for those who refused or left. A request handed over to sales has not been paid for and is not meant.
Source: the article, which keeps first sales, refusals and further purchases apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.graph import between
from wizard.lint.kinds import Kind, is_warming, kind_of
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import WonKind
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for edge, target in between(project):
        bought = edge.won and edge.source.won.kind is WonKind.PAYMENT and kind_of(edge.source) is not Kind.QUALIFY
        if bought and is_warming(target):
            yield Hit(edge.path, args=(("name", edge.source.name), ("target", target.name)))


RULE = Rule("buyer-to-warming", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.OUTLINES)
