"""Drafts on both databases: what is saved is found again, nothing is overwritten unseen, links are secrets."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, update

from tests.small import PROJECT
from wizard.model.changes import Changed
from wizard.model.diagnosis import Diagnosis, Payment
from wizard.model.edits.project import change_company, change_project
from wizard.model.history import LIMIT, History
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Company, Project, Step
from wizard.storage.draft import Draft, NewerError
from wizard.storage.drafts import Drafts
from wizard.storage.links import hashed
from wizard.storage.place import Place
from wizard.storage.refused import TooBigError, UnknownLinkError
from wizard.storage.revisions import UNDOABLE
from wizard.storage.tables import DRAFT, REVISION


def goal(number: int, project: Project = PROJECT) -> Project:
    """The project with another revenue goal."""
    return change_project(project, revenue_goal=number)


def edited(drafts: Drafts, draft: Draft, history: History, *, goals: range) -> tuple[Draft, History]:
    """One edit after another, each saved."""
    for number in goals:
        draft, history = drafts.save(draft, history.commit(goal(number)))
    return draft, history


def goals_of(drafts: Drafts, draft: Draft) -> list[float | None]:
    """The revenue goals of everything that is kept, newest first."""
    return [drafts.load(draft, revision.number).revenue_goal for revision in drafts.revisions(draft)]


def test_a_project_is_found_again_under_its_link(drafts: Drafts) -> None:
    place = Place(started=PROJECT.started, pipeline="sale", asking=True, question=3, company=Company(name="Дом"))
    made = drafts.create(History(PROJECT), place)
    assert drafts.opened(made.token) == made
    assert (made.history, made.place) == (History(PROJECT, number=1), place)


def test_every_link_is_another_one(drafts: Drafts) -> None:
    made = [drafts.create(History(PROJECT)) for _ in range(3)]
    tokens = {token for opened in made for token in (opened.token, opened.draft.view_token)}
    assert len(tokens) == 6
    assert {len(token) for token in tokens} == {32}


@pytest.mark.parametrize("token", ["", "x", "../../etc/passwd", "a" * 32, "é" * 32, "a" * 10_000, "\x00" * 32])
def test_an_unknown_link_opens_nothing_and_makes_nothing(drafts: Drafts, token: str) -> None:
    drafts.create(History(PROJECT))
    with pytest.raises(UnknownLinkError) as refused:
        drafts.opened(token)
    assert refused.value.key == "drafts.unknown"
    with drafts.database.reading() as connection:
        assert len(connection.execute(select(DRAFT.c.id)).all()) == 1


def test_only_hashes_of_links_are_kept(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    with drafts.database.reading() as connection:
        [kept] = connection.execute(select(DRAFT)).all()
        [revision] = connection.execute(select(REVISION)).all()
    assert (kept.edit_hash, kept.view_hash) == (hashed(made.token), hashed(made.draft.view_token))
    assert made.token not in f"{kept}{revision}{made!r}"
    assert made.draft.view_token not in f"{kept}{revision}"


def test_the_other_link_only_shows(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    shown = drafts.opened(made.draft.view_token)
    assert (shown.draft.readonly, shown.project) == (True, PROJECT)
    assert shown.draft.view_token == made.draft.view_token
    with pytest.raises((NewerError, UnknownLinkError)):
        drafts.save(shown.draft, shown.history.commit(goal(1)))
    for forbidden in (drafts.renew, drafts.delete):
        with pytest.raises(UnknownLinkError):
            forbidden(shown.draft)
    with pytest.raises(UnknownLinkError):
        drafts.name(shown.draft, 1, "Моя")
    drafts.keep_place(shown.draft, Place(pipeline="elsewhere"))
    assert drafts.opened(made.token) == made


def test_edits_become_revisions_that_say_what_changed(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    draft, history = drafts.save(made.draft, made.history.commit(goal(7)))
    assert history == History(goal(7), past=(1,), number=2)
    assert draft.version == made.draft.version + 1
    newest, first = drafts.revisions(draft)
    assert (newest.number, newest.changes, newest.present) == (2, (Changed("plan_numbers"),), True)
    assert (first.number, first.changes, first.present) == (1, (), False)
    assert dt.timedelta() <= dt.datetime.now(dt.UTC).replace(tzinfo=None) - newest.made_at < dt.timedelta(minutes=1)
    assert drafts.opened(made.token).history == history


def test_edits_that_could_not_be_saved_for_a_while_are_saved_together_in_order(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    history = made.history.commit(goal(1)).commit(goal(2)).commit(goal(3)).undo()
    draft, history = drafts.save(made.draft, history)
    assert history == History(goal(2), past=(1, 2), number=3, future=(4,))
    assert drafts.opened(made.token).history == history
    assert goals_of(drafts, draft) == [3, 2, 1, None]


def test_a_hundred_steps_are_undone_and_redone_after_reopening(drafts: Drafts) -> None:
    made = drafts.create(History(goal(0)))
    edited(drafts, made.draft, made.history, goals=range(1, UNDOABLE + 1))
    opened = drafts.opened(made.token)
    draft, history = opened.draft, opened.history
    for number in reversed(range(UNDOABLE)):
        history = history.undo(lambda wanted, kept=draft: drafts.load(kept, wanted))  # type: ignore[misc]
        assert history.present == goal(number)
    draft, history = drafts.save(draft, history)
    opened = drafts.opened(made.token)
    assert opened.history == history
    for number in range(1, UNDOABLE + 1):
        history = history.redo(lambda wanted, kept=draft: drafts.load(kept, wanted))  # type: ignore[misc]
        assert history.present == goal(number)


def test_the_last_revisions_and_the_named_ones_are_kept(drafts: Drafts) -> None:
    made = drafts.create(History(goal(0)))
    draft, history = edited(drafts, made.draft, made.history, goals=range(1, 11))
    drafts.name(draft, 5, "Перед встречей")
    draft, history = edited(drafts, draft, history, goals=range(11, LIMIT + 31))
    kept = drafts.revisions(draft)
    assert [r.number for r in kept if not r.name] == list(range(LIMIT + 31, 31, -1))
    assert [(r.number, r.name) for r in kept if r.name] == [(5, "Перед встречей")]
    assert drafts.load(draft, 5) == goal(4)
    with pytest.raises(UnknownLinkError):
        drafts.load(draft, 6)
    assert drafts.opened(made.token).history.past == tuple(range(32, LIMIT + 31))


def test_what_can_be_undone_outlives_branches_that_were_left(drafts: Drafts) -> None:
    made = drafts.create(History(goal(0)))
    draft, history = edited(drafts, made.draft, made.history, goals=range(1, UNDOABLE + 1))
    for number in range(LIMIT + 20):  # each of these is undone again and left
        draft, history = drafts.save(draft, history.commit(goal(1000 + number)))
        draft, history = drafts.save(draft, history.undo(lambda n, kept=draft: drafts.load(kept, n)))  # type: ignore[misc]
    assert len(drafts.opened(made.token).history.past) >= 100


def test_the_later_of_two_writers_is_told_and_overwrites_nothing(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    ours = drafts.opened(made.token)
    drafts.save(made.draft, made.history.commit(goal(1)))
    with pytest.raises(NewerError) as told:
        drafts.save(ours.draft, ours.history.commit(goal(2)))
    assert told.value.theirs == drafts.opened(made.token)
    assert told.value.theirs.project == goal(1)
    assert len(drafts.revisions(made.draft)) == 2


def test_an_undo_is_news_to_the_other_writer_too(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    draft, history = drafts.save(made.draft, made.history.commit(goal(1)))
    other = drafts.opened(made.token)
    assert drafts.newer(other.draft) is None
    drafts.save(draft, history.undo(lambda number: drafts.load(draft, number)))
    newer = drafts.newer(other.draft)
    assert newer is not None
    assert newer.project == PROJECT


def test_progress_of_two_readers_adds_up_and_makes_no_revision(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    drafts.keep_place(made.draft, Place(started=(Step.GOALS,), ready=(Step.GOALS,)))
    answers = Diagnosis(payment=Payment.AFTER)
    drafts.keep_place(made.draft, Place(started=(Step.STAGES,), pipeline="sale", answers=answers))
    opened = drafts.opened(made.token)
    assert (opened.project.started, opened.project.ready) == ((Step.GOALS, Step.STAGES), (Step.GOALS,))
    assert (opened.place.pipeline, opened.place.answers.payment) == ("sale", Payment.AFTER)
    assert len(drafts.revisions(opened.draft)) == 1
    assert drafts.newer(made.draft) is None


def test_a_place_nobody_can_read_any_more_keeps_no_project_shut(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    with drafts.database.writing() as connection:
        connection.execute(update(DRAFT).values(place={"step": "gone", "question": "x"}))
    opened = drafts.opened(made.token)
    assert (opened.project, opened.place) == (PROJECT.changed(started=(), ready=()), Place())


def test_new_links_end_the_old_ones(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    other = drafts.opened(made.token)
    renewed = drafts.renew(made.draft)
    for dead in (made.token, made.draft.view_token):
        with pytest.raises(UnknownLinkError):
            drafts.opened(dead)
    with pytest.raises(UnknownLinkError):
        drafts.newer(other.draft)
    with pytest.raises(UnknownLinkError):
        drafts.save(other.draft, other.history.commit(goal(1)))
    assert drafts.opened(renewed.token).project == PROJECT
    assert drafts.opened(renewed.view_token).draft.readonly


def test_a_deleted_draft_leaves_nothing(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    draft, _ = edited(drafts, made.draft, made.history, goals=range(3))
    drafts.delete(draft)
    with pytest.raises(UnknownLinkError):
        drafts.opened(made.token)
    with drafts.database.reading() as connection:
        assert connection.execute(select(REVISION)).all() == connection.execute(select(DRAFT)).all() == []


def test_a_project_beyond_the_size_is_refused_and_nothing_changes(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    stages = tuple(Stage(id=f"s{n}", name="Этап", proof="я" * 9_000) for n in range(150))
    big = Project(pipelines=(Pipeline(id="sale", name="Продажа", stages=stages),))
    with pytest.raises(TooBigError):
        drafts.save(made.draft, made.history.commit(big))
    assert drafts.opened(made.token) == made


def test_names_have_a_limit_and_can_be_taken_back(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.storage.drafts.MOST_NAMED", 1)
    made = drafts.create(History(PROJECT))
    draft, _ = edited(drafts, made.draft, made.history, goals=range(2))
    drafts.name(draft, 1, "  Первая \n версия ")
    with pytest.raises(TooBigError):
        drafts.name(draft, 2, "Вторая")
    assert [r.name for r in drafts.revisions(draft)] == ["", "", "Первая версия"]
    drafts.name(draft, 1, "")
    drafts.name(draft, 2, "Вторая")
    assert [r.name for r in drafts.revisions(draft)] == ["", "Вторая", ""]


def test_the_company_s_name_follows_the_project(drafts: Drafts) -> None:
    made = drafts.create(History(PROJECT))
    drafts.save(made.draft, made.history.commit(change_company(PROJECT, name="Новое имя")))
    with drafts.database.reading() as connection:
        assert connection.execute(select(DRAFT.c.company)).scalar() == "Новое имя"
