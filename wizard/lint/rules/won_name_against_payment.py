"""The name of won against the way of paying.

Where clients pay after the work, a won that speaks of a prepayment is never reached, or is set too early; deals
wait in the last stage, and the reports count nothing.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.catalog.start import payment_of, wording_of
from wizard.lint import paths
from wizard.lint.reading.lexicon import lexicon
from wizard.lint.reading.parts import parts
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.diagnosis import Payment
from wizard.model.edits.pipelines import change_won
from wizard.model.pipeline import WonKind
from wizard.model.project import Project, Step

_LATE = (Payment.AFTER, Payment.DEFERRED)


def check(project: Project) -> Iterator[Hit]:
    if project.diagnosis.payment not in _LATE:
        return
    for pipeline in project.pipelines:
        name = pipeline.won.name
        if pipeline.won.kind is WonKind.PAYMENT and _speaks_of_prepayment(name):
            becomes = wording_of(project)(payment_of(project).won)
            fix = Fix(partial(change_won, pipeline_id=pipeline.id, name=becomes), args=(("becomes", becomes),))
            yield Hit(paths.pipeline(pipeline.id, "won"), args=(("name", name),), fix=fix)


def _speaks_of_prepayment(name: str) -> bool:
    return any(word.lemmas & set(lexicon()["prepayment"]) for part in parts(name) for word in part)


RULE = Rule(
    "won-name-against-payment",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("blank-name",),
)
