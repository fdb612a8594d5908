"""Better names for a stage: its own event finished, what its concept becomes, the template's stage of that place."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.reading import Concept, Reading
from wizard.lint.reading.lexicon import lexicon
from wizard.lint.rewriting import english, russian, templates
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Language, Project

# Names of an event, which are kept and finished; the others say nothing worth keeping.
_EVENTS = (Concept.BARE, Concept.WORK, Concept.OURS, Concept.NEGATED)


def proposed(project: Project, pipeline: Pipeline, stage: Stage, reading: Reading) -> Iterator[str]:
    """Names in the language of the content, the best first; whether they fit is not asked here."""
    language = project.company.language
    if reading.concept in _EVENTS:
        finish = russian.finished if language is Language.RU else english.finished
        yield from finish(stage.name)
    yield from _of_concept(reading, language)
    yield from templates.nearby(project, pipeline, stage)


def _of_concept(reading: Reading, language: Language) -> tuple[str, ...]:
    groups = lexicon()["rewrites"].get(reading.concept, {})
    own = lexicon()["concepts"].get(reading.concept, {}).get(reading.group, {}).get("rewrite", {})
    return tuple(own.get(language) or groups.get(language) or ())
