"""What of an account goes, as the command line names it: a stage, or a whole pipeline, and where its deals move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import Choices, PipelineRemoval, StageRemoval
from wizard.amocrm.plan.names import plain
from wizard.amocrm.plan.target import Target, target_of
from wizard.cli.common import Refused
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

Removal = StageRemoval | PipelineRemoval


def with_removals(
    choices: Choices, asked: tuple[str, ...], *, project: Project, existing: Existing, tr: Translator
) -> Choices:
    """The choices with what `--remove` names, looked up in the project and the account."""
    known = dict(_known(target_of(project, existing, choices), existing))
    found = tuple(_removal(text, known, tr) for text in asked)
    return choices.changed(
        removals=tuple(each for each in found if isinstance(each, StageRemoval)),
        pipeline_removals=tuple(each for each in found if isinstance(each, PipelineRemoval)),
    )


def _removal(text: str, known: Mapping[tuple[str, str], Removal], tr: Translator) -> Removal:
    """Names may hold the sign themselves, so every place it stands at is tried."""
    for place in (n for n, sign in enumerate(text) if sign == "="):
        if found := known.get((_plain(text[:place]), _plain(text[place + 1 :]))):
            return found
    raise Refused(tr("plan.remove_unknown", pair=text))


def _known(target: Target, existing: Existing) -> Iterator[tuple[tuple[str, str], Removal]]:
    """Every removal there may be, by what it may be called; of two of one name the first is meant."""
    told = [*_stages(target, existing), *_pipelines(target, existing)]
    for left, right, removal in reversed(told):
        yield (_plain(left), _plain(right)), removal


def _stages(target: Target, existing: Existing) -> Iterator[tuple[str, str, Removal]]:
    for pipeline, _, theirs in target.pairs(existing):
        if theirs is None:
            continue
        for stage in theirs.own:
            for left in (f"{theirs.name}/{stage.name}", f"{pipeline.name}/{stage.name}", str(stage.id)):
                for right, to in _places(pipeline):
                    yield left, right, StageRemoval(pipeline=pipeline.id, remote=stage.id, to=to)


def _pipelines(target: Target, existing: Existing) -> Iterator[tuple[str, str, Removal]]:
    taken = {match.remote for match in target.matches}
    for theirs in existing.live:
        for pipeline in target.wanted.pipelines if theirs.id not in taken else ():
            for right, to in _places(pipeline):
                removal = PipelineRemoval(remote=theirs.id, pipeline=pipeline.id, to=to)
                for name in (pipeline.name, pipeline.id):
                    yield theirs.name, f"{name}/{right}", removal
                    yield str(theirs.id), f"{name}/{right}", removal


def _places(pipeline: Pipeline) -> Iterator[tuple[str, str]]:
    for stage in pipeline.stages:
        yield stage.name, stage.id
        yield stage.id, stage.id


def _plain(text: str) -> str:
    """Spaces around the stroke do not matter."""
    return plain(text.replace("/", " / "))
