"""What a decision makes of the project, once, and what it leaves written down."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.small import PROJECT, SALE
from tests.workshop.conftest import Hall
from wizard.model.fields import Field
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import Stage
from wizard.model.project import Project
from wizard.model.qualification import Question
from wizard.model.rehearsal import ToldDeal
from wizard.model.workshop import Decision, Meeting, Note, Rejected, Workshop
from wizard.storage.draft import NewerError
from wizard.workshop import Kind, LiveWorkshop, Participant, Proposal, Spot, State
from wizard.workshop.accepting import accepted, met, parked, rejected

NOON = dt.datetime(2026, 11, 25, 12)  # noqa: DTZ001 - UTC without saying so, as the tables hold it
DAY = NOON.date()
CONFIRMED = Stage(id="vstrecha_podtverzhdena", name="Встреча подтверждена")


def proposed(kind: Kind, text: str, spot: Spot = Spot("sale", "met")) -> Proposal:  # noqa: B008 - a value
    return Proposal(
        id=7,
        uid="said-7",
        kind=kind,
        spot=spot,
        text=text,
        participant=1,
        by="Анна",
        voters=frozenset({1, 2}),
        state=State.NEW,
        final="",
        why="",
        made_at=NOON,
        decided_at=None,
    )


def _sale(**values: object) -> Project:
    return PROJECT.with_pipeline(SALE.changed(**values))


NEW, MET, OFFERED = SALE.stages
REASON = LossReason(id="dolgo", name="Долго")
WANTED = Question(id="kogda_nuzhno", text="Когда нужно?", field="q_kogda_nuzhno", asked_at="met")


@pytest.mark.parametrize(
    ("proposal", "after"),
    [
        (proposed(Kind.STAGE, "Встреча подтверждена"), _sale(stages=(NEW, MET, CONFIRMED, OFFERED))),
        (
            proposed(Kind.STAGE, "Встреча подтверждена", Spot("sale", "gone")),
            _sale(stages=(NEW, MET, OFFERED, CONFIRMED)),
        ),
        (proposed(Kind.STAGE, "встреча проведена"), PROJECT),
        (proposed(Kind.NAME, "Замер проведён"), _sale(stages=(NEW, MET.changed(name="Замер проведён"), OFFERED))),
        (proposed(Kind.FACT, "Акт подписан"), _sale(stages=(NEW, MET.changed(proof="Акт подписан"), OFFERED))),
        (proposed(Kind.FACT, "Звонок записан", Spot("sale", "new")), _sale(entry="Звонок записан")),
        (proposed(Kind.FACT, "Чек", Spot("sale")), _sale(won=SALE.won.changed(proof="Чек"))),
        (
            proposed(Kind.QUESTION, "Когда нужно?"),
            PROJECT.changed(fields=(*PROJECT.fields, Field(id="q_kogda_nuzhno", name="Когда нужно?"))).with_pipeline(
                SALE.changed(questions=(*SALE.questions, WANTED))
            ),
        ),
        (proposed(Kind.QUESTION, "Какая задача?"), PROJECT),
        (
            proposed(Kind.REASON, "Долго"),
            PROJECT.changed(loss_reasons=(*PROJECT.loss_reasons, REASON)).with_pipeline(
                SALE.changed(losses=(*SALE.losses, LossUse(reason="dolgo", route=SALE.lost_route)))
            ),
        ),
        (
            proposed(Kind.REASON, "ДРУГОЕ"),
            _sale(losses=(*SALE.losses, LossUse(reason="other", route=SALE.lost_route))),
        ),
        (proposed(Kind.REASON, "Дорого"), PROJECT),
        (
            proposed(Kind.DEAL, "Кухня на Ленина"),
            PROJECT.changed(rehearsal=(ToldDeal(id="kukhnya_na_lenina", pipeline="sale", text="Кухня на Ленина"),)),
        ),
        (proposed(Kind.REMARK, "Кто звонит первым?", Spot()), PROJECT),
    ],
)
def test_what_is_accepted_is_in_the_project_once_and_written_down(proposal: Proposal, after: Project) -> None:
    done = accepted(PROJECT, proposal, on=DAY, why="Так видно", against="Пётр", review_on="2026-12-09")
    at = proposal.spot
    decision = Decision(
        id="said-7",
        text=proposal.text,
        why="Так видно",
        against="Пётр",
        review_on="2026-12-09",
        kind=proposal.kind,
        path="" if not at.pipeline else f"pipelines/sale/stages/{at.stage}" if at.stage else "pipelines/sale",
        by="Анна",
        votes=2,
        on="2026-11-25",
    )
    assert done == after.changed(workshop=Workshop(decisions=(decision,)))
    assert accepted(done, proposal, on=DAY, text="Иначе") is done


def test_the_host_s_words_are_taken_in_the_place_of_the_sender_s() -> None:
    done = accepted(PROJECT, proposed(Kind.NAME, "замер"), on=DAY, text="Замер проведён")
    assert done.pipeline("sale").stage("met").name == done.workshop.decisions[0].text == "Замер проведён"


@pytest.mark.parametrize(
    ("kind", "spot"),
    [(Kind.STAGE, Spot("gone")), (Kind.NAME, Spot("sale", "gone")), (Kind.FACT, Spot("sale", "gone"))],
)
def test_what_is_about_something_that_is_gone_is_refused_as_any_edit(kind: Kind, spot: Spot) -> None:
    with pytest.raises(KeyError):
        accepted(PROJECT, proposed(kind, "Замер", spot), on=DAY)


def test_a_list_of_causes_of_its_own_gets_the_new_cause() -> None:
    causes = Field(id="causes", name="Причины отказа кандидата")
    own = LossReason(id="far", name="Далеко ездить", field="causes")
    hiring = PROJECT.changed(fields=(*PROJECT.fields, causes), loss_reasons=(*PROJECT.loss_reasons, own))
    hiring = hiring.with_pipeline(hiring.pipeline("warming").changed(losses=(LossUse(reason="far"),)))
    done = accepted(hiring, proposed(Kind.REASON, "Дорого", Spot("warming")), on=DAY)
    assert done.loss_reasons[-1] == LossReason(id="dorogo", name="Дорого", field="causes")


def test_questions_wait_and_are_rejected_or_accepted_later() -> None:
    proposal = proposed(Kind.STAGE, "Думает")
    waiting = parked(PROJECT, proposal)
    assert waiting.workshop == Workshop(
        notes=(Note(id="said-7", text="Думает", path="pipelines/sale/stages/met", by="Анна"),)
    )
    assert parked(waiting, proposal) == waiting
    refused = rejected(waiting, proposal, on=DAY, why="Это не результат")
    assert refused.workshop == Workshop(
        rejected=(
            Rejected(
                id="said-7",
                text="Думает",
                why="Это не результат",
                kind=Kind.STAGE,
                path="pipelines/sale/stages/met",
                by="Анна",
                votes=2,
                on="2026-11-25",
            ),
        )
    )
    taken = accepted(refused, proposal, on=DAY).workshop
    assert (taken.rejected, taken.notes, [each.id for each in taken.decisions]) == ((), (), ["said-7"])


def test_those_who_gave_a_name_are_written_down_each_once() -> None:
    people = tuple(
        Participant(n, name, muted=False, joined_at=NOON, seen_at=NOON)
        for n, name in enumerate(("Анна", "", "Борис", "Анна"))
    )
    live = LiveWorkshop(1, open=True, muted=False, step="", timer=None, begun_at=NOON, participants=people)
    once = met(PROJECT, live, on=DAY)
    meeting = Meeting(id="met-20261125120000-2026-11-25", on="2026-11-25", people=("Анна", "Борис"))
    assert once.workshop == Workshop(meetings=(meeting,))
    assert met(once, live, on=DAY) == once
    assert len(met(once, live, on=DAY + dt.timedelta(days=1)).workshop.meetings) == 2


def test_two_tabs_of_the_host_that_accept_the_same_make_one_edit_and_phones_see_it_undone(hall: Hall) -> None:
    hall.guest().join("Анна")
    made = hall.guest().propose("stage", "Замер проведён", key="key-00001", spot=Spot("sale"))
    proposal = hall.host.look().workshop.proposal(made)
    one, other = (hall.drafts.opened(hall.draft.token) for _ in range(2))
    project = accepted(PROJECT, proposal, on=DAY)
    hall.drafts.save(one.draft, one.history.commit(project))
    with pytest.raises(NewerError) as late:
        hall.drafts.save(other.draft, other.history.commit(accepted(PROJECT, proposal, on=DAY)))
    newest = late.value.theirs
    assert accepted(newest.project, proposal, on=DAY) == project
    assert [hall.host.decide(proposal, State.ACCEPTED), hall.host.decide(proposal, State.ACCEPTED)] == [True, False]
    (seen,) = hall.guest().view().proposals
    assert (seen.state, seen.undone) == (State.ACCEPTED, False)
    opened = hall.drafts.opened(hall.draft.token)
    assert opened.project == project
    hall.drafts.save(opened.draft, opened.history.commit(PROJECT))
    hall.seconds += 1
    assert hall.guest().view().proposals == (dataclasses.replace(seen, undone=True),)
