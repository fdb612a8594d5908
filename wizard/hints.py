"""What amoCRM shows a manager in a stage: typed hints stay, the candidate's and master's are generated."""

from __future__ import annotations

from wizard.i18n.terms import term_in_words
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Hints, Pipeline, Stage
from wizard.model.project import Project

MAX_HINT = 1_000


def hints_of(project: Project, pipeline: Pipeline, *, stage: Stage) -> Hints:
    """The hints of a stage in the language of the project's content, each at most as long as amoCRM takes."""
    tr = translator(project.company.language)
    fact = pipeline.proof_after(stage.id).rstrip(" .")
    term = term_in_words(stage.term, project, tr=tr) if stage.term else ""
    return Hints(
        newbie=shortened(stage.hints.newbie),
        candidate=shortened(stage.hints.candidate) or _candidate(project, stage, fact=fact, term=term, tr=tr),
        master=shortened(stage.hints.master) or shortened(", ".join(part for part in (fact, term) if part)),
    )


def shortened(text: str) -> str:
    """A text that amoCRM takes: a longer one ends with an ellipsis after its last whole word."""
    if len(text) <= MAX_HINT:
        return text
    words = text[:MAX_HINT].rsplit(maxsplit=1)
    return (words[0] if len(words) > 1 else text[: MAX_HINT - 1]).rstrip(" ,.;:")[: MAX_HINT - 1] + "…"


def _candidate(project: Project, stage: Stage, *, fact: str, term: str, tr: Translator) -> str:
    fields = ", ".join(tr("hint.field", name=project.field(field).name) for field in stage.fields)
    step = stage.step.rstrip(" .")
    parts = [
        tr("hint.candidate.fact", fact=fact) if fact else "",
        tr("hint.candidate.step", step=step) if step else "",
        tr("hint.candidate.term", term=term) if term else "",
        tr("hint.candidate.fields", fields=fields) if fields else "",
    ]
    said = [part for part in parts if part]
    # What does not fit is left out whole, the least important part first.
    while len(said) > 1 and len(" ".join(said)) > MAX_HINT:
        said.pop()
    return shortened(" ".join(said))
