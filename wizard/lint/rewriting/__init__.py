"""Better names for a stage: its own event finished, what its concept becomes, the template's stage of that place."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint.reading import Concept, Reading
from wizard.lint.reading.lexicon import lexicon
from wizard.lint.rewriting import english, russian, templates
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Language, Project

# Names of an event, which are kept and finished; the others say nothing worth keeping.
_EVENTS = (Concept.BARE, Concept.WORK, Concept.OURS)
# What is being done, to be done, or not done to a thing whose result has a name, unless the group has its own cure.
_UNDONE = (Concept.PROCESS, Concept.TODO, Concept.NEGATED)
_PLAIN = ("any", "contact", "needed")


def proposed(project: Project, pipeline: Pipeline, stage: Stage, reading: Reading) -> Iterator[str]:
    """Names in the language of the content, the best first; whether they fit is not asked here."""
    language = project.company.language
    of_concept = _of_concept(reading, language)
    if reading.concept is Concept.BARE:
        yield from of_concept
    if reading.concept in _EVENTS:
        yield from _finished(stage.name, reading, language)
    if reading.concept in _UNDONE and reading.group in _PLAIN and language is Language.RU:
        yield from russian.object_finished(stage.name)
    yield from of_concept
    yield from templates.nearby(project, pipeline, stage)


def _finished(name: str, reading: Reading, language: Language) -> Iterator[str]:
    """The event of the name with its result; in English a paper being agreed has no noun worth keeping."""
    if language is Language.RU:
        return russian.finished(name)
    return iter(()) if reading.concept is Concept.OURS else english.finished(name)


def _of_concept(reading: Reading, language: Language) -> tuple[str, ...]:
    """What the lexicon offers for the group, else for the concept."""
    concepts = lexicon()["concepts"]
    # Work that goes on is read as a process, and is finished as the work it is.
    groups = {**concepts.get(Concept.WORK, {}), **concepts.get(reading.concept, {})}
    own = groups.get(reading.group, {}).get("rewrite", {})
    return tuple(own.get(language) or lexicon()["rewrites"].get(reading.concept, {}).get(language) or ())
