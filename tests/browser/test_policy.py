"""What the page's policy forbids, it forbids; that it lets the app live is asked of every test's tab."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opens

pytestmark = pytest.mark.browser

STRANGE_SCRIPT = """() => {
  const script = document.createElement("script")
  script.textContent = "window.hacked = true"
  document.body.append(script)
  return window.hacked ?? false
}"""
ASKED_OF_ANOTHER = "() => fetch('http://localhost:9/').then(() => 'let through', error => error.message)"


def test_a_page_that_was_kept_by_the_browser_is_sound(opens: Opens) -> None:
    tab = opens()
    tab.visit()
    tab.page.reload()
    tab.at("start.example").wait_for()
    tab.is_sound()


def test_strange_scripts_and_strangers_are_kept_out(opens: Opens) -> None:
    tab = opens()
    tab.visit()
    assert tab.page.evaluate(STRANGE_SCRIPT) is False
    assert tab.page.evaluate(ASKED_OF_ANOTHER) == "Failed to fetch"
    tab.settle()
    breaches = [said for said in tab.errors if said.startswith("breach of")]
    assert breaches == ["breach of script-src-elem: inline", "breach of connect-src: http://localhost:9/"]
