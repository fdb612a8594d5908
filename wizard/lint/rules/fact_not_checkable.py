"""A fact nobody can check.

Interested, loyal, understood: each manager sees it in his own way, and the head cannot look it up. What
somebody waits or hopes for has not happened at all. A fact leaves a trace in the card.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.arrows import arrows
from wizard.lint.facts import is_hope, is_mood
from wizard.lint.proofs import template_proof
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for arrow in arrows(project):
        mood = is_mood(arrow.proof)
        if mood or is_hope(arrow.proof):
            args = (("fact", arrow.proof), ("name", arrow.name))
            cure = partial(template_proof, project, arrow.pipeline, arrow.after)
            yield Hit(arrow.path, args=args, variant="message" if mood else "hope", cure=cure)


RULE = Rule(
    "fact-not-checkable",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-fact",),
)
