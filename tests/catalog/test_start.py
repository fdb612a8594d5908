"""How a project starts from templates: words, stages, payment, routes, what to launch first."""

from __future__ import annotations

import pytest

from wizard.catalog import reader
from wizard.catalog.start import add_funnel, missing, start
from wizard.model.diagnosis import Diagnosis, Payment, Sellers, Source
from wizard.model.edits.pipelines import change_pipeline, delete_pipeline, waiting_routes
from wizard.model.edits.stages import StageRef, delete_stage
from wizard.model.pipeline import Launch, Pipeline, Won
from wizard.model.project import Company, Language, Project
from wizard.model.routes import Destination, Route, Target
from wizard.model.terms import DateRule

FUNNELS = tuple(funnel.id for funnel in reader.funnels())


def _project(
    *funnels: str,
    industry: str = "general",
    language: Language = Language.RU,
    diagnosis: Diagnosis | None = None,
) -> Project:
    company = Company(name="Дом", industry=industry, language=language)
    return start(funnels, company=company, diagnosis=diagnosis)


def _sale(industry: str, **answers: Payment) -> Pipeline:
    return _project("first_sale", industry=industry, diagnosis=Diagnosis(**answers)).pipeline("first_sale")


def _shares(pipeline: Pipeline) -> dict[str, int]:
    return {s.id: round(s.conversion.share * 1000) for s in pipeline.stages if s.conversion}


def _route(project: Project, pipeline: str, reason: str) -> Route | None:
    return next(use.route for use in project.pipeline(pipeline).losses if use.reason == reason)


# Words and stages.


def test_funnels_stand_in_the_order_people_meet_them() -> None:
    project = _project("hr", "first_sale", "hr", "lead_generation")
    assert [p.id for p in project.pipelines] == ["lead_generation", "first_sale", "hr"]


@pytest.mark.parametrize(("funnel", "industry"), [("no_such", "general"), ("first_sale", "no_such")])
def test_an_unknown_funnel_or_industry_is_not_found(funnel: str, industry: str) -> None:
    with pytest.raises(KeyError, match="no_such"):
        _project(funnel, industry=industry)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.RU, ["Замер назначен", "Замер проведён", "Проект и цена обсуждены", "Предоплата получена"]),
        (Language.EN, ["Measurement booked", "Measurement done", "Design and price reviewed", "Prepayment received"]),
    ],
)
def test_the_industry_names_four_stages(language: Language, names: list[str]) -> None:
    sale = _project("first_sale", industry="furniture", language=language).pipeline("first_sale")
    slots = [sale.stage(stage).name for stage in ("key_scheduled", "key_done", "offer_reviewed")]
    assert [*slots, sale.won.name] == names


def test_the_industrys_word_reaches_proofs_steps_and_hints() -> None:
    sale = _sale("furniture")
    assert sale.stage("key_done").proof == "Итог замера в карточке: файл, фото или заметка"
    assert sale.stage("qualified").step == "Предложить два времени и внести дату замера"
    assert "Следующий шаг — замер," in sale.stage("qualified").hints.newbie
    assert "Дом, вы оставили заявку" in sale.stage("request_received").hints.newbie


def test_the_industrys_questions_replace_those_of_the_funnel() -> None:
    asked = [(q.id, q.asked_at) for q in _sale("furniture").questions]
    assert asked == [(q.id, "contact_made") for q in reader.industry("furniture").questions]


def test_a_funnel_with_questions_of_its_own_keeps_them() -> None:
    project = _project("refusal_warming", industry="furniture")
    own = [q.id for q in reader.funnel("refusal_warming").questions]
    assert [q.id for q in project.pipelines[0].questions] == own


def test_a_stage_this_trade_does_without_gives_its_figures_to_the_one_before() -> None:
    offer = _sale("car_service").stages[-1]
    assert offer.id == "offer_reviewed"
    assert offer.conversion
    assert (round(offer.conversion.low, 9), offer.conversion.share, offer.conversion.high) == (0.22, 0.48, 0.76)


def test_a_trade_without_appointments_has_no_stage_for_them() -> None:
    travel = _sale("travel")
    assert _shares(travel) == {
        "request_received": 750,
        "contact_made": 600,
        "qualified": 562,
        "key_done": 800,
        "offer_reviewed": 480,
    }
    qualified = travel.stage("qualified")
    assert (qualified.fields, qualified.term and qualified.term.code) == (("key_date", "key_result"), "2d")


def test_an_industrys_own_figures_replace_the_usual_ones() -> None:
    store = _sale("online_store")
    assert _shares(store) == {"request_received": 800, "contact_made": 600, "key_done": 850}
    assert [s.conversion and s.conversion.low <= s.conversion.share <= s.conversion.high for s in store.stages] == [
        True,
        True,
        True,
    ]


def test_fields_a_trade_does_without_are_neither_demanded_nor_waited_for() -> None:
    project = _project("first_sale", industry="online_store")
    without = set(reader.industry("online_store").without_fields)
    demanded = {field for stage in project.pipelines[0].stages for field in stage.fields}
    assert (demanded & without, [s.term.code for s in project.pipelines[0].stages if s.term]) == (
        set(),
        ["15wm>3d", "2d", "5d"],
    )


AGREED = [i.id for i in reader.industries() if i.agreed_offer and not (i.offer and i.offer.proof)]


@pytest.mark.parametrize("industry", AGREED)
def test_an_offer_that_is_an_agreement_proves_it_and_asks_for_the_date(industry: str) -> None:
    offer = _sale(industry, payment=Payment.BEFORE).stages[-1]
    agreed = reader.agreed_offer()
    assert (offer.id, offer.proof, offer.fields) == ("offer_reviewed", agreed.proof.ru, ("payment_date",))
    assert offer.step == agreed.step.ru


def test_an_agreement_of_its_own_keeps_its_proof() -> None:
    offer = _sale("b2b_supply").stages[-1]
    own = reader.industry("b2b_supply").offer
    assert own
    assert own.proof
    assert offer.proof == own.proof.ru


def test_stages_are_coloured_from_new_to_nearly_paid_without_repeats() -> None:
    for funnel in FUNNELS:
        colours = [stage.colour for stage in _project(funnel).pipelines[0].stages]
        assert (colours[0], colours[-1], len(set(colours))) == ("#fffeb2", "#87f2c0", len(colours))


# Payment.


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
    project = _project("first_sale", "repeat_sales", industry="furniture", diagnosis=Diagnosis(payment=payment))
    sale, repeat = project.pipelines
    assert (sale.won.name, repeat.won.name) == (first, again)
    term = sale.stages[-1].term
    assert (term and term.code, sale.stages[-2].fields) == (f"f:{date}+1d", (date,))


@pytest.mark.parametrize("payment", [Payment.AT_ONCE, Payment.AFTER, Payment.DEFERRED])
def test_the_way_of_paying_words_the_last_step_and_the_proof(payment: Payment) -> None:
    sale, scheme = _sale("furniture", payment=payment), reader.payment(payment)
    assert sale.stages[-1].step == scheme.step.ru
    assert sale.won == Won(name=scheme.won.ru, proof=scheme.proof.ru)


def test_what_is_usual_in_the_trade_holds_until_the_owner_answers() -> None:
    assert _sale("car_service").won.name == "Авто выдано и оплачено"
    assert _sale("car_service", payment=Payment.BEFORE).won.name == "Предоплата получена"


def test_repeated_shipments_are_not_called_the_first() -> None:
    project = _project("repeat_sales", diagnosis=Diagnosis(payment=Payment.DEFERRED))
    assert (
        project.pipelines[0].won.proof == "Заказ отгружен или выполнен, накладная или акт подписаны, деньги поступили"
    )


# Routes.


def test_a_lost_client_goes_to_warming_when_there_is_one() -> None:
    route = _route(_project("first_sale", "refusal_warming"), "first_sale", "price_too_high")
    assert route == Route(
        target=Target.PIPELINE,
        to=Destination(pipeline="refusal_warming", stage="refusal_analysed"),
        opens=DateRule(days=30),
        fallback=reader.funnel("refusal_warming").until_launched.ru,
    )


def test_without_warming_the_archive_remembers_it() -> None:
    alone, both = _project("first_sale"), _project("first_sale", "refusal_warming")
    wanted = _route(both, "first_sale", "price_too_high")
    archived = Route(target=Target.ARCHIVE, why="Прогрев отказов", wanted=wanted)
    assert _route(alone, "first_sale", "price_too_high") == archived


@pytest.mark.parametrize("added", [f for f in FUNNELS if f != "inbound_qualification"])
def test_a_funnel_added_later_is_entered_as_if_it_had_been_there(added: str) -> None:
    others = tuple(f for f in FUNNELS if f != added)
    later, at_once = add_funnel(_project(*others), added), _project(*FUNNELS)
    assert waiting_routes(later, added) == 0
    assert {p.id: p.routes() for p in later.pipelines} == {p.id: p.routes() for p in at_once.pipelines}


def test_funnels_added_one_by_one_are_linked_as_if_started_together() -> None:
    project = _project("first_sale")
    for funnel in ("repeat_sales", "refusal_warming", "customer_winback", "customer_support"):
        project = add_funnel(project, funnel)
    ids = [p.id for p in project.pipelines]
    together = _project(*ids)
    assert {p.id: p.routes() for p in project.pipelines} == {p.id: p.routes() for p in together.pipelines}


def test_a_deleted_funnel_added_again_is_led_to_again() -> None:
    project = _project("first_sale", "refusal_warming", "repeat_sales")
    again = add_funnel(delete_pipeline(project, "refusal_warming"), "refusal_warming")
    assert {p.id: p.routes() for p in again.pipelines} == {p.id: p.routes() for p in project.pipelines}


def test_warming_stands_in_for_winning_back() -> None:
    route = _route(_project("customer_support", "refusal_warming"), "customer_support", "postponed")
    assert route
    assert route.to == Destination(pipeline="refusal_warming", stage="refusal_analysed")
    assert route.wanted
    assert route.wanted.to == Destination(pipeline="customer_winback", stage="churn_analysed")


def test_winning_back_takes_over_from_its_stand_in() -> None:
    both = _project("customer_support", "refusal_warming", "customer_winback")
    later = add_funnel(_project("customer_support", "refusal_warming"), "customer_winback")
    assert _route(later, "customer_support", "postponed") == _route(both, "customer_support", "postponed")


def test_warming_added_later_stands_in_too() -> None:
    later = add_funnel(_project("customer_support"), "refusal_warming")
    both = _project("customer_support", "refusal_warming")
    assert _route(later, "customer_support", "postponed") == _route(both, "customer_support", "postponed")


def test_a_won_client_goes_to_delivery_or_to_the_next_occasion_or_is_at_an_end() -> None:
    ends = [
        _project("first_sale", *others).pipeline("first_sale").won_route
        for others in (("customer_support", "repeat_sales"), ("repeat_sales",), ())
    ]
    assert [(route.target, route.to and route.to.pipeline, route.opens.code) for route in ends if route] == [
        (Target.PIPELINE, "customer_support", "at_once"),
        (Target.PIPELINE, "repeat_sales", "field:next_date-7"),
        (Target.END, None, "at_once"),
    ]


def test_a_route_enters_the_nearest_stage_the_trade_keeps() -> None:
    sale = _project("lead_generation", "first_sale", industry="online_store").pipeline("lead_generation")
    assert sale.won_route
    assert sale.won_route.to == Destination(pipeline="first_sale", stage="contact_made")


def test_a_funnel_added_later_enters_what_is_left_of_an_edited_one() -> None:
    project = delete_stage(_project("first_sale"), StageRef("first_sale", "key_scheduled"))
    route = add_funnel(project, "lead_generation").pipeline("lead_generation").won_route
    assert route
    assert route.to == Destination(pipeline="first_sale", stage="qualified")


def test_missing_funnels_are_those_not_in_the_project() -> None:
    assert [f.id for f in missing(_project("first_sale", "hr"))] == [
        f for f in FUNNELS if f not in ("first_sale", "hr")
    ]


# Launch, main pipeline, sources.


def _now(project: Project) -> set[str]:
    return {p.id for p in project.launched()}


def test_the_three_most_urgent_funnels_are_launched_now() -> None:
    assert _now(_project(*FUNNELS)) == {"first_sale", "inbound_qualification", "customer_support"}


def test_one_or_two_sellers_launch_two() -> None:
    project = _project(*FUNNELS, diagnosis=Diagnosis(sellers=Sellers.FEW))
    assert _now(project) == {"first_sale", "inbound_qualification"}


def test_what_to_launch_can_be_said() -> None:
    company = Company(name="Дом")
    assert _now(start(("first_sale", "hr"), company=company, now=("hr",))) == {"hr"}


def test_a_funnel_added_later_is_launched_later() -> None:
    assert add_funnel(_project("first_sale"), "hr").pipeline("hr").launch is Launch.LATER


@pytest.mark.parametrize(
    ("funnels", "main"),
    [
        (("first_sale", "hr"), "first_sale"),
        (("first_sale", "inbound_qualification"), "inbound_qualification"),
        (("hr",), None),
    ],
)
def test_the_main_pipeline_is_where_requests_arrive(funnels: tuple[str, ...], main: str | None) -> None:
    assert _project(*funnels).main_pipeline == main


def test_a_pipeline_launched_later_is_not_the_main_one() -> None:
    project = start(("first_sale", "hr"), company=Company(name="Дом"), now=("hr",))
    assert project.main_pipeline is None


def test_where_requests_are_qualified_the_sale_gets_none_of_its_own() -> None:
    project = _project("inbound_qualification", "first_sale")
    alone = _project("first_sale").pipeline("first_sale")
    qualify, sale = project.pipelines
    assert (qualify.unsorted, sale.unsorted, alone.unsorted) == (True, False, True)
    assert (qualify.sources, sale.sources) == (alone.sources, ())


def test_sources_named_by_the_owner_replace_the_usual_ones() -> None:
    answers = Diagnosis(sources=(Source.OUTBOUND, Source.CALLS, Source.SITE))
    assert _project("first_sale", diagnosis=answers).pipelines[0].sources == ("Звонки", "Сайт и реклама")
    usual = ("Сайт и реклама", "Звонки", "Мессенджеры и соцсети", "Рекомендации")
    assert _project("first_sale").pipelines[0].sources == usual


def test_an_added_funnel_leaves_what_the_user_changed() -> None:
    project = change_pipeline(_project("first_sale"), "first_sale", name="Продажа кухонь")
    after = add_funnel(project, "hr")
    assert after.pipeline("first_sale") == project.pipeline("first_sale")
    assert set(project.fields) <= set(after.fields)
    assert after.loss_reasons[: len(project.loss_reasons)] == project.loss_reasons
