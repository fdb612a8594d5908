"""What the industry and the way of paying say of a started project's stages, questions and fields."""

from __future__ import annotations

import pytest

from tests.catalog.started import FUNNELS, shares, started, started_sale
from wizard.catalog import reader
from wizard.model.diagnosis import Diagnosis, Payment
from wizard.model.pipeline import Won
from wizard.model.project import Language


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.RU, ["Замер назначен", "Замер проведён", "Проект и цена обсуждены", "Предоплата получена"]),
        (Language.EN, ["Measurement booked", "Measurement done", "Design and price reviewed", "Prepayment received"]),
    ],
)
def test_the_industry_names_four_stages(language: Language, names: list[str]) -> None:
    sale = started("first_sale", industry="furniture", language=language).pipeline("first_sale")
    slots = [sale.stage(stage).name for stage in ("key_scheduled", "key_done", "offer_reviewed")]
    assert [*slots, sale.won.name] == names


def test_the_industrys_word_reaches_proofs_steps_and_hints() -> None:
    sale = started_sale("furniture")
    assert sale.stage("key_done").proof == "Итог замера в карточке: файл, фото или заметка"
    assert sale.stage("qualified").step == "Предложить два времени и внести дату замера"
    assert "Следующий шаг — замер," in sale.stage("qualified").hints.newbie
    assert "Дом, вы оставили заявку" in sale.stage("request_received").hints.newbie


def test_the_industrys_questions_replace_those_of_the_funnel() -> None:
    asked = [(q.id, q.asked_at) for q in started_sale("furniture").questions]
    assert asked == [(q.id, "contact_made") for q in reader.industry("furniture").questions]


def test_a_funnel_with_questions_of_its_own_keeps_them() -> None:
    project = started("refusal_warming", industry="furniture")
    own = [q.id for q in reader.funnel("refusal_warming").questions]
    assert [q.id for q in project.pipelines[0].questions] == own


def test_a_stage_this_trade_does_without_gives_its_figures_to_the_one_before() -> None:
    offer = started_sale("car_service").stages[-1]
    assert offer.id == "offer_reviewed"
    assert offer.conversion
    assert (round(offer.conversion.low, 9), offer.conversion.share, offer.conversion.high) == (0.22, 0.48, 0.76)


def test_a_trade_without_appointments_has_no_stage_for_them() -> None:
    travel = started_sale("travel")
    assert shares(travel) == {
        "request_received": 750,
        "contact_made": 600,
        "qualified": 562,
        "key_done": 800,
        "offer_reviewed": 480,
    }
    qualified = travel.stage("qualified")
    assert (qualified.fields, qualified.term and qualified.term.code) == (("key_date", "key_result"), "2d")


def test_an_industrys_own_figures_replace_the_usual_ones() -> None:
    store = started_sale("online_store")
    assert shares(store) == {"request_received": 800, "contact_made": 600, "key_done": 850}
    assert [s.conversion and s.conversion.low <= s.conversion.share <= s.conversion.high for s in store.stages] == [
        True,
        True,
        True,
    ]


def test_fields_a_trade_does_without_are_neither_demanded_nor_waited_for() -> None:
    project = started("first_sale", industry="online_store")
    without = set(reader.industry("online_store").without_fields)
    demanded = {field for stage in project.pipelines[0].stages for field in stage.fields}
    assert (demanded & without, [s.term.code for s in project.pipelines[0].stages if s.term]) == (
        set(),
        ["15wm>3d", "2d", "5d"],
    )


AGREED = [i.id for i in reader.industries() if i.agreed_offer and not (i.offer and i.offer.proof)]


@pytest.mark.parametrize("industry", AGREED)
def test_an_offer_that_is_an_agreement_proves_it_and_asks_for_the_date(industry: str) -> None:
    offer = started_sale(industry, payment=Payment.BEFORE).stages[-1]
    agreed = reader.agreed_offer()
    assert (offer.id, offer.proof, offer.fields) == ("offer_reviewed", agreed.proof.ru, ("payment_date",))
    assert offer.step == agreed.step.ru


def test_an_agreement_of_its_own_keeps_its_proof() -> None:
    offer = started_sale("b2b_supply").stages[-1]
    own = reader.industry("b2b_supply").offer
    assert own
    assert own.proof
    assert offer.proof == own.proof.ru


def test_stages_are_coloured_from_new_to_nearly_paid_without_repeats() -> None:
    for funnel in FUNNELS:
        colours = [stage.colour for stage in started(funnel).pipelines[0].stages]
        assert (colours[0], colours[-1], len(set(colours))) == ("#fffeb2", "#87f2c0", len(colours))


@pytest.mark.parametrize(
    ("payment", "first", "again", "date"),
    [
        (Payment.BEFORE, "Предоплата получена", "Оплата получена", "payment_date"),
        (Payment.AT_ONCE, "Оплата получена", "Оплата получена", "payment_date"),
        (Payment.AFTER, "Работа сдана и оплачена", "Работа сдана и оплачена", "work_start"),
        (Payment.DEFERRED, "Первый заказ оплачен", "Заказ оплачен", "payment_date"),
    ],
)
def test_the_way_of_paying_names_won_and_its_date(payment: Payment, first: str, again: str, date: str) -> None:
    project = started("first_sale", "repeat_sales", industry="furniture", diagnosis=Diagnosis(payment=payment))
    sale, repeat = project.pipelines
    assert (sale.won.name, repeat.won.name) == (first, again)
    term = sale.stages[-1].term
    assert (term and term.code, sale.stages[-2].fields) == (f"f:{date}+1d", (date,))


@pytest.mark.parametrize("payment", [Payment.AT_ONCE, Payment.AFTER, Payment.DEFERRED])
def test_the_way_of_paying_words_the_last_step_and_the_proof(payment: Payment) -> None:
    sale, scheme = started_sale("furniture", payment=payment), reader.payment(payment)
    assert sale.stages[-1].step == scheme.step.ru
    assert sale.won == Won(name=scheme.won.ru, proof=scheme.proof.ru)


def test_what_is_usual_in_the_trade_holds_until_the_owner_answers() -> None:
    assert started_sale("car_service").won.name == "Авто выдано и оплачено"
    assert started_sale("car_service", payment=Payment.BEFORE).won.name == "Предоплата получена"


def test_repeated_shipments_are_not_called_the_first() -> None:
    project = started("repeat_sales", diagnosis=Diagnosis(payment=Payment.DEFERRED))
    assert (
        project.pipelines[0].won.proof == "Заказ отгружен или выполнен, накладная или акт подписаны, деньги поступили"
    )
