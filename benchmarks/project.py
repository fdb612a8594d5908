"""The fixed project everything is measured on: a furniture maker with the seven base funnels."""

from __future__ import annotations

from functools import cache

from wizard.catalog import reader
from wizard.catalog.start import start
from wizard.model.edits.pipelines import delete_pipeline, duplicate_pipeline
from wizard.model.project import Company, Project, Step


@cache
def project() -> Project:
    """Seven funnels, the first step taken, so that the hub leads on to the stages."""
    funnels = tuple(funnel.id for funnel in reader.funnels() if funnel.base)
    company = Company(name="Oak & Co", industry="furniture")
    return start(funnels, company=company).changed(ready=(Step.GOALS,))


@cache
def funnels(number: int) -> Project:
    """The first of the seven funnels, or all of them and copies up to this number."""
    made = project()
    for gone in made.pipelines[number:]:
        made = delete_pipeline(made, gone.id)
    base = made.pipelines
    for copy in range(number - len(base)):
        source = base[copy % len(base)]
        made = duplicate_pipeline(made, source.id, name=f"{source.name} {copy}")
    return made
