"""No project composed from templates has anything to fix: neither errors nor warnings, and every name a result."""

from __future__ import annotations

import pytest

from tests.catalog.composed import INDUSTRIES, LANGUAGES, SETS, composed
from wizard.lint import runner
from wizard.lint.rule import Severity
from wizard.model.project import Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("industry", INDUSTRIES)
@pytest.mark.parametrize("funnels", SETS)
def test_a_composed_project_has_nothing_to_fix(funnels: str, industry: str, language: Language) -> None:
    report = runner.run(composed(funnels, industry, language), strict=True)
    graver = [(f.rule, f.path, dict(f.args)) for f in report.findings if f.severity is not Severity.HINT]
    named = [dict(f.args) for f in report.findings if f.rule == "stage-not-a-result"]
    assert (graver, named) == ([], [])
