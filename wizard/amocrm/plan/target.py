"""What an account is to become: the things of a project that are entered, and which of the account's they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wizard.amocrm import desired
from wizard.amocrm.existing import Existing, ExistingPipeline
from wizard.amocrm.plan.choices import Choices, PipelineChoice, PipelineRemoval, StageRemoval
from wizard.amocrm.plan.matching import bound, found_again, matches, refuses_reasons
from wizard.hints import hints_of
from wizard.model.fields import Field
from wizard.model.losses import LossReason
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.remembered import of_project


@dataclass(frozen=True)
class Wanted:
    """What of the project goes in; the texts of hints are made once, for they take long."""

    project: Project
    pipelines: tuple[Pipeline, ...]
    fields: tuple[Field, ...]
    reasons: tuple[LossReason, ...]
    required: Mapping[str, tuple[tuple[str, str], ...]]
    hints: Mapping[tuple[str, str], Mapping[str, str]]


@dataclass(frozen=True)
class Target:
    """`before` are the ids of pipelines and stages that were there before anything was written.

    `reasons_by_hand` where the account is known to take no loss reasons from programs.
    """

    wanted: Wanted
    matches: tuple[PipelineChoice, ...]
    known: Mapping[str, int]
    main: bool
    before: frozenset[int]
    removals: tuple[StageRemoval, ...] = ()
    pipeline_removals: tuple[PipelineRemoval, ...] = ()
    reasons_by_hand: bool = False

    @property
    def project(self) -> Project:
        return self.wanted.project

    def on(self, existing: Existing) -> Target:
        """The same with what was created since."""
        again = found_again(self.wanted.pipelines, self.matches, existing=existing, before=self.before)
        return replace(self, matches=again)

    def pairs(self, existing: Existing) -> Iterator[tuple[Pipeline, PipelineChoice, ExistingPipeline | None]]:
        for pipeline, match in zip(self.wanted.pipelines, self.matches, strict=True):
            yield pipeline, match, existing.pipeline(match.remote) if match.remote else None

    @property
    def remotes(self) -> frozenset[int]:
        """The pipelines of the account that are looked at closely: those taken over, and those that go."""
        leaving = frozenset(removal.remote for removal in self.pipeline_removals)
        return leaving | frozenset(match.remote for match in self.matches if match.remote)

    def stage_remote(self, pipeline_id: str, stage_id: str) -> tuple[int, int] | None:
        """The account's pipeline and stage, once both are there."""
        match = next(match for match in self.matches if match.pipeline == pipeline_id)
        stage = next((each.remote for each in match.stages or () if each.stage == stage_id), None)
        return (match.remote, stage) if match.remote and stage else None

    def stage_name(self, pipeline_id: str, stage_id: str) -> str:
        """The name of a stage that goes in; empty if there is none."""
        pipeline = next((p for p in self.wanted.pipelines if p.id == pipeline_id), None)
        return next((s.name for s in pipeline.stages if s.id == stage_id), "") if pipeline else ""

    def hints(self, pipeline: Pipeline, stage: Stage) -> Mapping[str, str]:
        """The texts for managers that are not empty, by level."""
        return self.wanted.hints[pipeline.id, stage.id]


def target_of(project: Project, existing: Existing, choices: Choices) -> Target:
    """What entering a project would make of an account that is known without hints so far."""
    wanted = _everything(project) if choices.everything else _launched(project)
    return Target(
        wanted=wanted,
        matches=matches(project, wanted.pipelines, existing=existing, choices=choices),
        known=bound(project, existing),
        main=choices.main,
        before=ids_in(existing),
        removals=choices.removals,
        pipeline_removals=choices.pipeline_removals,
        reasons_by_hand=refuses_reasons(project, existing),
    )


def ids_in(existing: Existing) -> frozenset[int]:
    """The ids of an account's pipelines and stages."""
    return frozenset(i for p in existing.pipelines for i in (p.id, *(stage.id for stage in p.stages)))


def wanted_of(project: Project, pipelines: tuple[Pipeline, ...]) -> Wanted:
    required: dict[str, tuple[tuple[str, str], ...]] = {}
    for need in desired.required(project, pipelines):
        pairs = tuple((need.pipeline.id, stage.id) for stage in need.stages)
        required[need.field.id] = required.get(need.field.id, ()) + pairs
    return Wanted(
        project=project,
        pipelines=pipelines,
        fields=desired.deal_fields(project, pipelines),
        reasons=desired.account_reasons(project, pipelines),
        required=required,
        hints={(p.id, s.id): _said(project, p, s) for p in pipelines for s in p.stages},
    )


@of_project
def _everything(project: Project) -> Wanted:
    return wanted_of(project, project.pipelines)


@of_project
def _launched(project: Project) -> Wanted:
    return wanted_of(project, project.launched())


def _said(project: Project, pipeline: Pipeline, stage: Stage) -> Mapping[str, str]:
    told = hints_of(project, pipeline, stage=stage).model_dump()
    return {level: text for level, text in told.items() if text}
