"""Cures of names: whatever the lexicon offers passes every rule about stages, wherever the stage stands."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.cases import project_of
from tests.lint.reading.test_reader import BAD
from wizard.lint import runner
from wizard.lint.cures import renamed
from wizard.lint.rule import Finding
from wizard.model.project import Project

AROUND = {
    "ru": ("Заявка получена", "Контакт установлен", "Замер проведён", "Договор подписан", "Макет утверждён"),
    "en": ("Request received", "Contact made", "Demo held", "Contract signed", "Layout approved"),
}
# What a better name leads to is asked next: a date where it tells of one, tries where it tells of contact.
NEXT = ("same-fact-or-step", "dated-stage-without-date", "no-attempts-rule")
# Every stage of the template, and what else the lexicon offers for work that goes on.
TAKEN = (
    "Request received",
    "Contact made",
    "Qualified",
    "Need confirmed",
    "Meeting booked",
    "Meeting held",
    "Offer reviewed",
    "Terms agreed",
)
NAMES = sorted({name.strip() for listed in BAD.values() for name in listed.split(";")})


def _funnel(language: str, name: str, place: int) -> Project:
    names = [*AROUND[language][:place], name, *AROUND[language][place:]]
    stages: list[dict[str, Any]] = [
        {"name": each, "id": f"s{n}", "proof": f"Call record {n} in the card", "term": "15wm>2d"}
        for n, each in enumerate(names)
    ]
    key = f"s{names.index(AROUND[language][2])}"
    case = {"filled": True, "key_stage": key, "entry": "A new request", "stages": stages}
    return project_of({"company": {"language": language}, **case})


def _of_stages(project: Project) -> dict[tuple[str, str], Finding]:
    findings = runner.run(project, strict=True).findings
    return {(f.rule, f.path): f for f in findings if "/stages" in f.path and f.rule not in NEXT}


@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize("language", AROUND)
def test_a_cure_brings_no_new_finding(language: str, place: int) -> None:
    cured = 0
    for name in NAMES:
        project = _funnel(language, name, place)
        before = _of_stages(project)
        for (_, path), finding in before.items():
            if finding.fix and path == f"pipelines/p/stages/s{place}/name":
                after = _of_stages(finding.fix.edit(project))
                assert set(after) < set(before), name
                cured += 1
    assert cured > len(NAMES) / 2


@pytest.mark.parametrize(
    ("language", "stages", "cure"),
    [
        ("ru", ["Условия согласованы", "Переговоры"], "Предложение обсуждено"),
        ("ru", ["Условия согласованы", "Предложение обсуждено", "Переговоры"], None),
        ("en", ["Contact made", "In progress"], "Need confirmed"),
        ("en", ["Contact made", "Need confirmed", "In progress"], "Qualified"),
        ("en", [*TAKEN, "In progress"], None),
    ],
)
def test_a_taken_name_gives_way_to_the_next_one_or_the_stage_goes(
    language: str, stages: list[str], cure: str | None
) -> None:
    project = project_of({"company": {"language": language}, "filled": True, "stages": stages})
    path = f"pipelines/p/stages/s{len(stages)}/name"
    finding = next(f for f in runner.run(project).findings if f.path == path)
    assert finding.fix is not None
    left = [stage.name for stage in finding.fix.edit(project).pipelines[0].stages]
    assert left == [*stages[:-1], *([cure] if cure else [])]


def test_a_stage_where_something_is_asked_is_not_deleted() -> None:
    stages = [*TAKEN, {"name": "In progress", "fields": ["f1"]}]
    project = project_of({"company": {"language": "en"}, "filled": True, "fields": ["Task"], "stages": stages})
    finding = next(f for f in runner.run(project).findings if f.path.endswith(f"/s{len(stages)}/name"))
    assert finding.fix is None


@pytest.mark.parametrize("name", ["Won", "Demo held", "On hold", "Closed - won"])
def test_a_stage_is_not_renamed_from_one_trouble_to_another(name: str) -> None:
    pipeline = project_of({"stages": ["Thinking", "Demo held"]}).pipelines[0]
    assert renamed(pipeline, pipeline.stages[0], name) is None
