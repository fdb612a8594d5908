"""The fixed projects of which the goldens are made."""

from __future__ import annotations

import pytest

from tests.samples import english, russian
from wizard.model.project import Project


@pytest.fixture(params=["russian", "english"])
def sample(request: pytest.FixtureRequest) -> tuple[str, Project]:
    """A project and the name its goldens go by."""
    name: str = request.param
    return name, {"russian": russian, "english": english}[name]()
