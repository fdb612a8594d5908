"""Optional stages of a template are offered once and come with everything they need."""

from __future__ import annotations

import pytest

from wizard.catalog.optional import add_optional_stage, offered
from wizard.catalog.start import start
from wizard.forecast import total
from wizard.lint import runner
from wizard.model.project import Company, Project


def _sale(industry: str = "furniture") -> Project:
    return start(("first_sale", "refusal_warming"), company=Company(name="X", industry=industry))


def test_a_first_sale_offers_a_signed_contract_until_it_has_one() -> None:
    project = _sale()
    assert [stage.id for stage in offered(project.pipeline("first_sale"))] == ["contract_signed"]
    after = add_optional_stage(project, "first_sale", stage="contract_signed")
    assert offered(after.pipeline("first_sale")) == ()
    assert [s.id for s in after.pipeline("first_sale").stages][-2:] == ["terms_agreed", "contract_signed"]


def test_the_total_stays_what_the_handbook_says() -> None:
    after = add_optional_stage(_sale(), "first_sale", stage="contract_signed")
    assert total(after.pipeline("first_sale")) == pytest.approx(0.098, abs=0.001)


def test_its_field_comes_along_and_nothing_is_left_to_fix() -> None:
    after = add_optional_stage(_sale(), "first_sale", stage="contract_signed")
    assert after.field("contract_no").created
    assert [f.rule for f in runner.run(after, strict=True).findings if f.severity != "hint"] == []


def test_other_funnels_offer_nothing() -> None:
    assert offered(_sale().pipeline("refusal_warming")) == ()
