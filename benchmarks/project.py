"""The fixed project everything is measured on: a furniture maker with the seven base funnels."""

from __future__ import annotations

from functools import cache

from wizard.catalog import reader
from wizard.catalog.start import start
from wizard.model.project import Company, Project, Step
from wizard.storage.project_file import dump


@cache
def project() -> Project:
    """Seven funnels, the first step taken, so that the hub leads on to the stages."""
    funnels = tuple(funnel.id for funnel in reader.funnels() if funnel.base)
    company = Company(name="Oak & Co", industry="furniture")
    return start(funnels, company=company).changed(ready=(Step.GOALS,))


@cache
def project_file() -> bytes:
    return dump(project())
