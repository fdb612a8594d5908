"""As much of a project as those who take part may know: its funnels by name, and nothing of money, notes or links."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.workshop import Kind
from wizard.storage.workshop import Spot


@dataclass(frozen=True)
class BoardStage:
    """A stage; `fact` is what proves that it is reached, `key` marks the key stage."""

    id: str
    name: str
    fact: str
    key: bool


@dataclass(frozen=True)
class BoardPipeline:
    """A funnel; `won` and `won_fact` are its good end."""

    id: str
    name: str
    stages: tuple[BoardStage, ...]
    won: str
    won_fact: str
    questions: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Board:
    """The funnels in their order; `main` is the id of the one the steps are about, or empty.

    `language` is the one they are written in.
    """

    pipelines: tuple[BoardPipeline, ...]
    main: str
    language: str

    def holds(self, kind: Kind, spot: Spot) -> bool:
        """Whether a proposal of this kind can be about that.

        A fact without a stage is about won, a stage without one is put last; a remark may be about nothing.
        """
        if kind is Kind.REMARK and spot == Spot():
            return True
        stages = {pipeline.id: {stage.id for stage in pipeline.stages} for pipeline in self.pipelines}
        if spot.pipeline not in stages:
            return False
        return spot.stage in stages[spot.pipeline] or (not spot.stage and kind is not Kind.NAME)


def board(project: Project) -> Board:
    main = project.main_sale()
    pipelines = tuple(_pipeline(project, each) for each in project.pipelines)
    return Board(pipelines, main.id if main else "", project.company.language.value)


def _pipeline(project: Project, pipeline: Pipeline) -> BoardPipeline:
    return BoardPipeline(
        id=pipeline.id,
        name=pipeline.name,
        stages=tuple(_stage(pipeline, stage) for stage in pipeline.stages),
        won=pipeline.won.name,
        won_fact=pipeline.won.proof,
        questions=tuple(question.text for question in pipeline.questions),
        reasons=tuple(project.reason(use.reason).name for use in pipeline.losses),
    )


def _stage(pipeline: Pipeline, stage: Stage) -> BoardStage:
    return BoardStage(stage.id, stage.name, pipeline.proof_of(stage.id), key=stage.id == pipeline.key_stage)
