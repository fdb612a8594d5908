"""What entering a project would change in an account, decided before anything is written."""

from wizard.amocrm.plan.change import Action, Change, Detail, Kind, Summary
from wizard.amocrm.plan.choices import Choices, PipelineChoice, PipelineRemoval, StageChoice, StageRemoval
from wizard.amocrm.plan.plan import Plan, PlanFileError, dump, load, make

__all__ = [
    "Action",
    "Change",
    "Choices",
    "Detail",
    "Kind",
    "PipelineChoice",
    "PipelineRemoval",
    "Plan",
    "PlanFileError",
    "StageChoice",
    "StageRemoval",
    "Summary",
    "dump",
    "load",
    "make",
]
