"""From templates to a project: start one, add a funnel to it."""

from __future__ import annotations

from wizard.catalog import parts, reader
from wizard.catalog.routes import route_of, routed
from wizard.catalog.shelf import SHIPPED, Shelf
from wizard.catalog.stages import stages_of
from wizard.catalog.templates import FunnelTemplate, PaymentTemplate
from wizard.catalog.wording import Wording
from wizard.model.diagnosis import Diagnosis, Payment, Sellers, Source
from wizard.model.edits.pipelines import restore_routes
from wizard.model.losses import OTHER, LossUse
from wizard.model.pipeline import Launch, Pipeline, Won
from wizard.model.project import Company, Project

MAX_NOW = 3
MAX_NOW_FEW_SELLERS = 2

# From this `launch_rank` on a funnel is launched later unless it is chosen alone.
LATER_RANK = 7


def start(
    funnels: tuple[str, ...],
    *,
    company: Company,
    diagnosis: Diagnosis | None = None,
    now: tuple[str, ...] | None = None,
    shelf: Shelf = SHIPPED,
) -> Project:
    """A project with these funnels, in the templates' order; the most urgent ones launched now.

    Raises KeyError for an unknown funnel or industry.
    """
    shelf.industry(company.industry)
    project = Project(company=company, diagnosis=diagnosis or Diagnosis())
    wording = wording_of(project, shelf)
    chosen = [shelf.funnel(funnel_id) for funnel_id in dict.fromkeys(funnels)]
    chosen.sort(key=lambda template: template.order)
    for template in chosen:
        project = _with_bare(project, template, wording)
    for template in chosen:
        project = _with_routes(project, template, wording)
    project = _with_launches(project, now if now is not None else urgent(funnels, project.diagnosis, shelf))
    main = next((p for p in ("inbound_qualification", "first_sale") if p in funnels), None)
    return project.changed(main_pipeline=main if main in {p.id for p in project.launched()} else None)


def add_funnel(project: Project, funnel_id: str, *, shelf: Shelf = SHIPPED) -> Project:
    """Add a template's funnel, to be launched later; routes that wait for it lead to it again."""
    template, wording = shelf.funnel(funnel_id), wording_of(project, shelf)
    project = _with_routes(_with_bare(project, template, wording), template, wording)
    return _relieve(restore_routes(project, funnel_id))


def _relieve(project: Project) -> Project:
    """Requests come into one funnel: where a qualifying one takes them, the first sale does not."""
    return project.changed(
        pipelines=tuple(
            p.changed(unsorted=False, sources=()) if _relieved(p.template, project) else p for p in project.pipelines
        )
    )


def missing(project: Project, shelf: Shelf = SHIPPED) -> tuple[FunnelTemplate, ...]:
    """Template funnels the project does not have."""
    have = {p.id for p in project.pipelines}
    return tuple(template for template in shelf.funnels if template.id not in have)


def wording_of(project: Project, shelf: Shelf = SHIPPED) -> Wording:
    """Template texts in the project's language, for its industry, way of paying and company."""
    company = project.company
    return Wording(
        language=company.language,
        industry=shelf.industry_or_general(company.industry),
        payment=payment_of(project, shelf),
        company=company.name,
        shelf=shelf,
    )


def payment_of(project: Project, shelf: Shelf = SHIPPED) -> PaymentTemplate:
    """How clients pay: as answered, else as usual in the industry."""
    return reader.payment(project.diagnosis.payment or shelf.industry_or_general(project.company.industry).payment)


def urgent(funnels: tuple[str, ...], diagnosis: Diagnosis, shelf: Shelf = SHIPPED) -> tuple[str, ...]:
    """Which of these to launch first: two for one or two sellers, else three.

    Funnels beside the client's main way (partners, hiring, events) wait unless there is nothing else.
    """
    limit = MAX_NOW_FEW_SELLERS if diagnosis.sellers is Sellers.FEW else MAX_NOW
    ranks = {funnel: shelf.funnel(funnel).launch_rank for funnel in funnels}
    first = [funnel for funnel in ranks if ranks[funnel] < LATER_RANK] or list(ranks)
    return tuple(sorted(first, key=ranks.__getitem__)[:limit])


def _with_launches(project: Project, now: tuple[str, ...]) -> Project:
    return project.changed(
        pipelines=tuple(p.changed(launch=Launch.NOW if p.id in now else Launch.LATER) for p in project.pipelines)
    )


def _with_bare(project: Project, template: FunnelTemplate, wording: Wording) -> Project:
    """The project with the funnel's stages, questions, fields and reasons, but without routes yet."""
    questions = parts.question_templates(template, wording)
    payment = wording.payment
    stages = stages_of(template, wording=wording, payment=payment, questions=questions)
    asked_at = parts.asked_at(template, stages)
    pipeline = Pipeline(
        id=template.id,
        name=wording(template.name),
        # What is taken from a template of one's own stands by itself: elsewhere nobody knows that template.
        template=template.id if wording.shelf.is_shipped(template) else None,
        goal_type=template.goal_type,
        goal=wording(template.goal),
        subject=template.subject,
        deal_is=wording(template.deal_is),
        entry=wording(template.entry),
        sources=_sources(template, project, wording),
        stages=stages,
        key_stage=parts.nearest(template, template.key_stage, (s.id for s in stages)),
        won=_won(template, wording=wording, payment=payment),
        lost_name=wording(template.lost),
        unsorted=template.unsorted and not _relieved(template.id, project),
        questions=tuple(parts.question(q, wording=wording, asked_at=asked_at) for q in questions),
        cycle=wording(template.cycle),
    )
    project = _with_fields(project, template, pipeline, wording)
    return project.changed(pipelines=(*project.pipelines, pipeline))


def _relieved(template_id: str | None, project: Project) -> bool:
    """Whether another funnel already takes the requests this one would get."""
    return template_id == "first_sale" and any(p.id == "inbound_qualification" for p in project.pipelines)


def _sources(template: FunnelTemplate, project: Project, wording: Wording) -> tuple[str, ...]:
    if _relieved(template.id, project):
        return ()
    named = project.diagnosis.sources
    if named and template.industry_questions:
        names = {option.id: wording(option.name) for f in reader.fields() if f.id == "source" for option in f.options}
        return tuple(names[source] for source in named if source is not Source.OUTBOUND and source in names)
    return tuple(wording(source) for source in template.sources)


def _won(template: FunnelTemplate, *, wording: Wording, payment: PaymentTemplate) -> Won:
    """Won as the funnel, the industry and the way of paying have it."""
    won, industry = template.won, wording.industry
    if won.kind != "payment":
        return Won(name=wording(won.name), kind=won.kind, proof=wording(won.proof))
    usual = payment.id is industry.payment
    late = payment.id in (Payment.AFTER, Payment.DEFERRED)
    if "{won}" in won.name.ru:
        name = industry.won.name if usual else payment.won
    else:
        name = payment.repeat_won if late else won.name
    own_proof = industry.won.proof if usual and "{won}" in won.name.ru else None
    proof = own_proof or (won.proof if payment.id is Payment.BEFORE else payment.proof)
    return Won(name=wording(name), kind=won.kind, proof=wording(proof))


def _with_fields(project: Project, template: FunnelTemplate, pipeline: Pipeline, wording: Wording) -> Project:
    """The project with every field the pipeline refers to, options of shared fields joined."""
    questions = parts.question_templates(template, wording)
    needed = dict.fromkeys(f.id for f in reader.fields() if f.always)
    needed |= dict.fromkeys(f for stage in pipeline.stages for f in stage.fields)
    needed |= dict.fromkeys(s.term.until_field for s in pipeline.stages if s.term and s.term.until_field)
    needed |= dict.fromkeys(question.field for question in questions)
    needed |= dict.fromkeys(template.extra_fields)
    needed |= dict.fromkeys(_date_fields(template, wording))
    fields = {field.id: field for field in project.fields}
    for field_id in needed:
        new = parts.field(field_id, wording=wording, questions=questions, funnel=template.id)
        fields[field_id] = parts.merged(fields[field_id], new) if field_id in fields else new
    return project.changed(fields=tuple(fields.values()))


def _date_fields(template: FunnelTemplate, wording: Wording) -> tuple[str, ...]:
    routes = [template.won_route, template.won_route_without_delivery]
    routes += [loss.route for loss in parts.losses(template, wording)]
    return tuple(route.opens.field for route in routes if route and route.opens.field)


def _with_routes(project: Project, template: FunnelTemplate, wording: Wording) -> Project:
    """The project with the funnel's reasons and where they, and a won deal, lead."""
    losses = parts.losses(template, wording)
    reasons = {reason.id: reason for reason in project.loss_reasons}
    cause_fields = []
    for reason_id in dict.fromkeys((*(loss.reason for loss in losses), OTHER)):
        if reason_id not in reasons:
            reasons[reason_id] = parts.reason(reason_id, wording)
            cause_fields += [reasons[reason_id].field]
    fields = {field.id: field for field in project.fields}
    for field_id in cause_fields:
        if field_id and field_id not in fields:
            fields[field_id] = parts.field(field_id, wording=wording, questions=())
    project = project.changed(fields=tuple(fields.values()), loss_reasons=tuple(reasons.values()))
    uses = tuple(
        LossUse(reason=loss.reason, route=route_of(loss.route, project=project, wording=wording)) for loss in losses
    )
    pipeline = project.pipeline(template.id).changed(losses=uses)
    return project.with_pipeline(routed(pipeline, template, project=project, wording=wording))
