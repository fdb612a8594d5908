"""A page that fails says so under a number the log has too, keeps the reason to itself, and offers a way on."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def _failing() -> None:
    from wizard.ui.failure import say  # noqa: PLC0415 - the frame runs this body as a script

    say(RuntimeError("a secret reason"))


def test_a_failure_is_told_by_its_number_with_a_way_on(caplog: pytest.LogCaptureFixture) -> None:
    at = AppTest.from_function(_failing).run()
    [error] = at.error
    [logged] = [record.getMessage() for record in caplog.records if record.name == "voronka"]
    assert logged.removeprefix("failure ") in error.value
    assert "secret" not in error.value
    assert [button.key for button in at.button] == ["failure.again"]
