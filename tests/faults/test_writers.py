"""Two browsers with one project: nothing is overwritten unseen, and a link that only shows changes nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Server
from tests.faults import hands
from tests.faults.conftest import Opens
from tests.faults.place import Place
from tests.faults.watched import Watched as Tab
from wizard.model.pipeline import Launch
from wizard.storage.refused import UnknownLinkError

pytestmark = pytest.mark.browser

STAGE = f"stage.first_sale.{hands.STAGE}"
SECOND = "board.first_sale.contact_made"


@pytest.fixture
def place(shared: Place) -> Place:
    return shared


def _two(opens: Opens, server: Server, token: str, *, page: str = "stages") -> tuple[Tab, Tab]:
    """Two browsers with the same project open; the second on this page."""
    first, second = opens(server.address), opens(server.address)
    hands.open_link(first, token)
    hands.open_link(second, token, page=page)
    return first, second


def _conflict(opens: Opens, place: Place, server: Server) -> tuple[Tab, str]:
    """The browser whose edit of the same stage came later, and the link."""
    token = place.begin()
    early, late = _two(opens, server, token)
    hands.rename(early, "Первая")
    late.type(hands.NAME, "Вторая")
    box = late.at("changed-elsewhere")
    expect(box).to_contain_text("Пока вы правили, проект изменили в другом окне.")
    expect(box).to_contain_text("этап «Заявка получена» теперь «Первая»")
    expect(box).to_contain_text("этап «Заявка получена» теперь «Вторая»")
    assert hands.name_in(place.project(token)) == "Первая"
    return late, token


def test_the_later_writer_may_see_the_newer_state(opens: Opens, place: Place, server: Server) -> None:
    late, token = _conflict(opens, place, server)
    assert late.at("writers.merge").count() == 0, "both changed the same stage"
    late.click("writers.show_theirs")
    hands.shows(late, "Первая")
    assert late.at("changed-elsewhere").count() == 0
    hands.rename(late, "Третья")
    assert hands.name_in(place.project(token)) == "Третья"


def test_until_then_nothing_else_can_be_changed_or_left(opens: Opens, place: Place, server: Server) -> None:
    late, token = _conflict(opens, place, server)
    before = place.count()
    late.type(hands.NAME, "Третья")
    hands.shows(late, "Вторая")
    expect(late.page.get_by_test_id("stToast").last).to_contain_text("Сначала решите вверху страницы")
    late.at("top").get_by_role("link").first.click()
    late.click("hub.leave")
    expect(late.at("changed-elsewhere")).to_contain_text("теперь «Вторая»")
    hands.reload(late)
    assert (hands.name_in(place.project(token)), place.count()) == ("Первая", before)


def test_the_later_writer_may_go_on_with_a_copy(opens: Opens, place: Place, server: Server) -> None:
    late, token = _conflict(opens, place, server)
    late.click("writers.copy")
    late.until(lambda: hands.token_of(late) not in ("", token), "a link of its own")
    hands.shows(late, "Вторая")
    copy = hands.token_of(late)
    assert (hands.name_in(place.project(token)), hands.name_in(place.project(copy))) == ("Первая", "Вторая")
    hands.reload(late)
    hands.shows(late, "Вторая")


def test_changes_of_different_funnels_are_taken_together(opens: Opens, place: Place, server: Server) -> None:
    token = place.begin()
    early, late = _two(opens, server, token, page="goals")
    hands.rename(early, "Первая")
    late.segment("goals.repeat_sales.launch", 0)
    expect(late.at("changed-elsewhere")).to_contain_text("Изменилось разное")
    late.click("writers.merge")
    late.at("changed-elsewhere").wait_for(state="detached")
    kept = place.project(token)
    assert (hands.name_in(kept), kept.pipeline("repeat_sales").launch) == ("Первая", Launch.NOW)
    early.click(SECOND)
    hands.reload(early)
    hands.shows(early, "Первая")


def test_a_tab_without_edits_shows_the_newer_state_at_its_next_click(
    opens: Opens, place: Place, server: Server
) -> None:
    token = place.begin()
    busy, idle = _two(opens, server, token)
    hands.rename(busy, "Первая")
    idle.click(hands.COLUMN)
    hands.shows(idle, "Первая")
    expect(idle.page.get_by_test_id("stToast")).to_contain_text("Показана новая версия")
    hands.rename(idle, "Вторая")
    assert hands.name_in(place.project(token)) == "Вторая"


def test_a_project_deleted_elsewhere_may_be_kept_as_a_copy(opens: Opens, place: Place, server: Server) -> None:
    before, token = place.count(), place.begin()
    other, owner = _two(opens, server, token, page="access")
    owner.unfold("access.delete_menu")
    owner.click("access.delete")
    owner.at("start.example").wait_for()
    assert (place.count(), hands.token_of(owner)) == (before, "")
    other.type(hands.NAME, "Вторая")
    expect(other.at("link-gone")).to_contain_text("Проект удалили или заменили его ссылку")
    assert place.count() == before
    other.click("writers.copy")
    other.until(lambda: hands.token_of(other) not in ("", token), "a link of its own")
    assert (hands.name_in(place.project(hands.token_of(other))), place.count()) == ("Вторая", before + 1)


def test_a_new_link_ends_the_old_one_everywhere(opens: Opens, place: Place, server: Server) -> None:
    token = place.begin()
    other, owner = _two(opens, server, token, page="access")
    owner.unfold("access.renew_menu")
    owner.click("access.renew")
    owner.until(lambda: hands.token_of(owner) not in ("", token), "the new link")
    other.click(SECOND)
    other.at("link-gone").wait_for()
    hands.reload(other)
    other.at("link.start").wait_for()
    with pytest.raises(UnknownLinkError):
        place.project(token)
    hands.open_link(other, hands.token_of(owner))
    hands.rename(other, "Первая")


def test_a_link_that_only_shows_follows_its_owner_and_changes_nothing(
    opens: Opens, place: Place, server: Server
) -> None:
    token = place.begin()
    with place.drafts() as drafts:
        shown = drafts.opened(token).draft.view_token
    owner, reader = _two(opens, server, token)
    hands.open_link(reader, shown)
    expect(reader.at("only-shown")).to_contain_text("только для просмотра")
    for key in (hands.NAME, f"{STAGE}.proof", f"{STAGE}.term.amount"):
        expect(reader.at(key).locator("input")).to_be_disabled()
    for key in ("stage.move1", "stage.delete", "undo", "redo"):
        expect(reader.at(key).locator("button")).to_be_disabled()
    hands.rename(owner, "Первая")
    kept = place.opened(token)
    hands.shows(reader, "Первая")
    reader.page.keyboard.press("Control+z")
    reader.click(SECOND)
    assert place.opened(token) == kept
    assert hands.token_of(reader) == shown
    reader.click("readonly.copy")
    reader.until(lambda: hands.token_of(reader) not in ("", shown), "a link of its own")
    hands.rename(reader, "Вторая")
    assert place.opened(token) == kept
