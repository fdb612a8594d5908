"""Reads `templates/`: the only place that does. Files are read once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wizard.catalog.templates import (
    AgreedOffer,
    Benchmark,
    FieldTemplate,
    FunnelTemplate,
    Industry,
    PaymentTemplate,
    QuestionSet,
    ReasonTemplate,
)
from wizard.model.base import find
from wizard.model.diagnosis import Payment

TEMPLATES = Path(__file__).parents[2] / "templates"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader, the C one where there is one


@cache
def funnels() -> tuple[FunnelTemplate, ...]:
    """All funnel templates, in the order people meet them."""
    found = (FunnelTemplate.model_validate(_read(path)) for path in (TEMPLATES / "funnels").glob("*.yaml"))
    return tuple(sorted(found, key=lambda funnel: funnel.order))


@cache
def industries() -> tuple[Industry, ...]:
    """All industries, the general one last."""
    found = (Industry.model_validate(_read(path)) for path in (TEMPLATES / "industries").glob("*.yaml"))
    return tuple(sorted(found, key=lambda industry: industry.order))


@cache
def fields() -> tuple[FieldTemplate, ...]:
    return tuple(FieldTemplate.model_validate(raw) for raw in _read(TEMPLATES / "fields.yaml")["fields"])


@cache
def reasons() -> tuple[ReasonTemplate, ...]:
    raw = _read(TEMPLATES / "loss_reasons.yaml")["loss_reasons"]
    return tuple(ReasonTemplate.model_validate(reason) for reason in raw)


@cache
def payments() -> tuple[PaymentTemplate, ...]:
    return tuple(PaymentTemplate.model_validate(raw) for raw in _read(TEMPLATES / "payments.yaml")["payments"])


@cache
def agreed_offer() -> AgreedOffer:
    return AgreedOffer.model_validate(_read(TEMPLATES / "payments.yaml")["agreed_offer"])


@cache
def question_sets() -> tuple[QuestionSet, ...]:
    raw = _read(TEMPLATES / "question_sets.yaml")["question_sets"]
    return tuple(QuestionSet.model_validate(item) for item in raw)


@cache
def benchmarks() -> tuple[Benchmark, ...]:
    """Market references, in the order of the file."""
    return tuple(Benchmark.model_validate(raw) for raw in _read(TEMPLATES / "benchmarks.yaml")["benchmarks"])


def funnel(funnel_id: str) -> FunnelTemplate:
    """The funnel template with this id; KeyError when there is none."""
    found: FunnelTemplate = find(funnels(), funnel_id)
    return found


def industry_or_general(industry_id: str) -> Industry:
    """The industry with this id, or the general one: a project's file may name one this version does not have."""
    return next((known for known in industries() if known.id == industry_id), industry("general"))


def industry(industry_id: str) -> Industry:
    """The industry with this id; KeyError when there is none."""
    found: Industry = find(industries(), industry_id)
    return found


def payment(payment_id: Payment) -> PaymentTemplate:
    found: PaymentTemplate = find(payments(), payment_id)
    return found
