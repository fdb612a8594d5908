"""A fact that proves another stage.

What moves a card on has to prove the next stage. A fact that repeats the one before, or only the name
of the stage left, proves where the card has been already. Money proves a payment and nothing before it; a
paper we sent does not prove what takes two.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.arrows import Arrow, arrows
from wizard.lint.facts import one_sided, only_payment
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.names import words
from wizard.lint.proofs import template_proof
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for arrow in arrows(project):
        variant = _wrong(arrow) if words(arrow.proof) else None
        if variant:
            args = (("name", arrow.name), ("before", arrow.stage.name), ("fact", arrow.proof))
            yield Hit(arrow.path, args=args, variant=variant, cure=partial(_fix, project, arrow))


def _fix(project: Project, arrow: Arrow) -> Fix | None:
    """The template's proof, unless it stands on the arrow before already."""
    fix = template_proof(project, arrow.pipeline, arrow.after)
    return fix if fix and not _wrong(arrow._replace(proof=str(dict(fix.args)["becomes"]))) else None


def _wrong(arrow: Arrow) -> str | None:
    """What is wrong with the proof, as the variant of the message."""
    fact = words(arrow.proof)
    first = arrow.stage is arrow.pipeline.stages[0]
    if fact == words(arrow.pipeline.entry if first else arrow.stage.proof):
        return "message"
    if fact == words(arrow.stage.name):
        return "name"
    if not arrow.last and only_payment(arrow.proof, arrow.name):
        return "payment"
    # In delivery papers are sent after the fact, and the fact is the work.
    if kind_of(arrow.pipeline) is not Kind.DELIVERY and one_sided(arrow.proof, arrow.name):
        return "one-sided"
    return None


RULE = Rule(
    "fact-does-not-prove-next",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=(
        "no-fact",
        "fact-not-checkable",
    ),
)
