"""A workshop on a draft of this process's own database."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.workshop.pages import SALE
from wizard.model.history import History
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts, kept
from wizard.workshop import Host, begin


@pytest.fixture
def drafts() -> Drafts:
    """Those of this process: phones come by the same database."""
    return kept()


@pytest.fixture
def draft(drafts: Drafts) -> Draft:
    return drafts.create(History(projects.typical())).draft


@pytest.fixture
def host(draft: Draft) -> Host:
    begun = begin(draft)
    begun.show_step(f"stages/{SALE}")
    return begun
