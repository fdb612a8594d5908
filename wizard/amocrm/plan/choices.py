"""What the user decides before a plan is made; everything else follows from the project and the account."""

from __future__ import annotations

from wizard.model.base import Id, Model


class StageChoice(Model):
    """A stage of the project and the account's one it takes over; none means a new one."""

    stage: Id
    remote: int | None = None


class PipelineChoice(Model):
    """A pipeline of the project and the account's one it takes over; none means a new one.

    Without `stages` the mapping of stages is the proposed one.
    """

    pipeline: Id
    remote: int | None = None
    stages: tuple[StageChoice, ...] | None = None


class StageRemoval(Model):
    """A stage of the account that goes, by its id there, and the stage of the project its deals move to before."""

    pipeline: Id
    remote: int
    to: Id


class PipelineRemoval(Model):
    """A pipeline of the account that goes, by its id there, and the project's pipeline and stage its deals move to.

    Deals that are won or lost stay so.
    """

    remote: int
    pipeline: Id
    to: Id


class Choices(Model):
    """`main`: the account's main pipeline is changed too, which telephony and forms may follow."""

    pipelines: tuple[PipelineChoice, ...] = ()
    everything: bool = False
    main: bool = False
    removals: tuple[StageRemoval, ...] = ()
    pipeline_removals: tuple[PipelineRemoval, ...] = ()

    def of(self, pipeline_id: str) -> PipelineChoice | None:
        return next((choice for choice in self.pipelines if choice.pipeline == pipeline_id), None)
