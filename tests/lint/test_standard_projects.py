"""What the templates give is what the rules ask for: no error and no warning in any trade."""

from __future__ import annotations

import pytest

from wizard.catalog import reader
from wizard.catalog.start import start
from wizard.lint import runner
from wizard.lint.rule import Severity
from wizard.model.project import Company, Language

SETS = {
    "base": tuple(funnel.id for funnel in reader.funnels() if funnel.base),
    "inbound": ("inbound_qualification", "first_sale", "refusal_warming", "customer_winback"),
    "optional": ("first_sale", "repeat_sales", "events_courses", "complaints"),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("funnels", SETS.values(), ids=SETS)
@pytest.mark.parametrize("industry", [industry.id for industry in reader.industries()])
def test_a_project_from_templates_needs_no_repair(industry: str, funnels: tuple[str, ...], language: Language) -> None:
    project = start(funnels, company=Company(industry=industry, language=language))
    report = runner.run(project, strict=True)
    assert [(f.rule, f.path) for f in report.findings if f.severity is not Severity.HINT] == []
