"""Projects started from templates, and what is looked at in them."""

from __future__ import annotations

from wizard.catalog import reader
from wizard.catalog.start import start
from wizard.model.diagnosis import Diagnosis, Payment
from wizard.model.pipeline import Pipeline
from wizard.model.project import Company, Language, Project
from wizard.model.routes import Route

FUNNELS = tuple(funnel.id for funnel in reader.funnels())


def started(
    *funnels: str,
    industry: str = "general",
    language: Language = Language.RU,
    diagnosis: Diagnosis | None = None,
) -> Project:
    company = Company(name="Дом", industry=industry, language=language)
    return start(funnels, company=company, diagnosis=diagnosis)


def started_sale(industry: str, **answers: Payment) -> Pipeline:
    return started("first_sale", industry=industry, diagnosis=Diagnosis(**answers)).pipeline("first_sale")


def shares(pipeline: Pipeline) -> dict[str, int]:
    return {s.id: round(s.conversion.share * 1000) for s in pipeline.stages if s.conversion}


def route_for(project: Project, pipeline: str, reason: str) -> Route | None:
    return next(use.route for use in project.pipeline(pipeline).losses if use.reason == reason)
