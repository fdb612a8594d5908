"""The pages, in their order: the hub, the six steps, the other funnels, review, export; what stands beside them."""

from types import ModuleType

from wizard.ui.steps import (
    access,
    audit,
    export,
    goals,
    hub,
    key_stage,
    losses,
    others,
    qualification,
    review,
    shape,
    stages,
    versions,
)

PAGES: tuple[ModuleType, ...] = (
    hub,
    goals,
    stages,
    shape,
    key_stage,
    qualification,
    losses,
    others,
    review,
    export,
    versions,
    access,
    audit,
)
