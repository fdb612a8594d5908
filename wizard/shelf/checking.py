"""What a template names must be there: fields, reasons, stages, funnels. And a project can be started from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from wizard.catalog import reader
from wizard.catalog.shelf import Shelf
from wizard.catalog.start import start
from wizard.catalog.templates import FunnelTemplate, Industry, QuestionTemplate, RouteTemplate
from wizard.model.project import Company, Language
from wizard.model.routes import Target
from wizard.storage.errors import FileError

Place = tuple[int | str, ...]
Trouble = tuple[Place, FileError]

# Stands for the fields of all questions asked at a stage.
_QUESTIONS = "questions"
_FIRST = "first_sale"


def troubles(template: FunnelTemplate | Industry) -> Iterator[Trouble]:
    """What is named and is nowhere, each with its place in the template."""
    shipped: tuple[FunnelTemplate | Industry, ...] = (*reader.funnels(), *reader.industries())
    if template.id in {each.id for each in shipped}:
        yield ("id",), FileError("shelf.taken", id=template.id)
    yield from _of_funnel(template) if isinstance(template, FunnelTemplate) else _of_industry(template)


def must_start(template: FunnelTemplate | Industry) -> None:
    """Start a project from it in both languages; `FileError` with what stands against that."""
    is_funnel = isinstance(template, FunnelTemplate)
    shelf = Shelf((template,), ()) if isinstance(template, FunnelTemplate) else Shelf((), (template,))
    industry = "general" if is_funnel else template.id
    for language in Language:
        company = Company(name="-", industry=industry, language=language)
        try:
            start((template.id,) if is_funnel else (_FIRST,), company=company, shelf=shelf)
        except ValidationError as error:
            where = " \u2192 ".join(str(part) for part in error.errors()[0]["loc"])
            raise FileError("shelf.does_not_start", what=where) from error
        except (KeyError, StopIteration, ValueError) as error:
            raise FileError("shelf.does_not_start", what=error) from error


def _of_funnel(template: FunnelTemplate) -> Iterator[Trouble]:
    fields = {each.id for each in reader.fields()} | {q.field for q in template.questions if q.own_field}
    yield from _repeated(("stages",), (stage.id for stage in template.stages))
    for place, stage in enumerate(template.stages):
        named = (*stage.fields, *([stage.term.until_field] if stage.term.until_field else []))
        for wanted in named:
            if wanted not in (*fields, _QUESTIONS):
                yield ("stages", place, "fields"), FileError("shelf.no_field", id=wanted)
    yield from _questions(template.questions)
    reasons = {each.id for each in reader.reasons()}
    yield from _repeated(("losses",), (loss.reason for loss in template.losses))
    for place, loss in enumerate(template.losses):
        if loss.reason not in reasons:
            yield ("losses", place, "reason"), FileError("shelf.no_reason", id=loss.reason)
        yield from _route(("losses", place, "route"), loss.route, template)
    for wanted in template.extra_fields:
        if wanted not in fields:
            yield ("extra_fields",), FileError("shelf.no_field", id=wanted)
    yield from _route(("won_route",), template.won_route, template)
    if template.won_route_without_delivery:
        yield from _route(("won_route_without_delivery",), template.won_route_without_delivery, template)
    if template.variant_of and template.variant_of not in {each.id for each in reader.funnels()}:
        yield ("variant_of",), FileError("shelf.no_funnel", id=template.variant_of)


def _of_industry(industry: Industry) -> Iterator[Trouble]:
    stages = {stage.id for stage in reader.funnel(_FIRST).stages}
    named: tuple[tuple[Place, str], ...] = (
        *((("drops", n), wanted) for n, wanted in enumerate(industry.drops)),
        *((("steps", n, "stage"), step.stage) for n, step in enumerate(industry.steps)),
        *((("conversions", n, "stage"), preset.stage) for n, preset in enumerate(industry.conversions)),
    )
    for where, wanted in named:
        if wanted not in stages:
            yield where, FileError("shelf.no_stage", id=wanted)
    fields = {each.id for each in reader.fields()}
    for place, wanted in enumerate(industry.without_fields):
        if wanted not in fields:
            yield ("without_fields", place), FileError("shelf.no_field", id=wanted)
    yield from _questions(industry.questions)
    reasons = {each.id for each in reader.reasons()}
    yield from _repeated(("loss_reasons",), (reason.id for reason in industry.loss_reasons))
    for place, reason in enumerate(industry.loss_reasons):
        if reason.id not in reasons and reason.group is None:
            yield ("loss_reasons", place, "id"), FileError("shelf.no_reason", id=reason.id)
        if reason.route:
            yield from _route(("loss_reasons", place, "route"), reason.route, reader.funnel(_FIRST))


def _questions(questions: tuple[QuestionTemplate, ...]) -> Iterator[Trouble]:
    fields = {each.id for each in reader.fields()} | {each.field for each in questions if each.own_field}
    yield from _repeated(("questions",), (question.id for question in questions))
    for place, question in enumerate(questions):
        if question.field not in fields:
            yield ("questions", place, "field"), FileError("shelf.no_field", id=question.field)
        yield from _repeated(("questions", place, "answers"), (answer.id for answer in question.answers))


def _route(where: Place, route: RouteTemplate, own: FunnelTemplate) -> Iterator[Trouble]:
    """A way leads to an end, to a shipped funnel, or within its own."""
    if "@" not in route.to and route.to not in set(Target) - {Target.PIPELINE}:
        yield (*where, "to"), FileError("shelf.no_target", id=route.to)
    if route.opens.field and route.opens.field not in {each.id for each in reader.fields()}:
        yield (*where, "opens"), FileError("shelf.no_field", id=route.opens.field)
    if "@" not in route.to:
        return
    known = {each.id: each for each in (*reader.funnels(), own)}
    if route.pipeline not in known:
        yield (*where, "to"), FileError("shelf.no_funnel", id=route.pipeline)
    elif route.stage not in {stage.id for stage in known[route.pipeline].stages}:
        yield (*where, "to"), FileError("shelf.no_stage", id=route.stage)


def _repeated(where: Place, ids: Iterable[str]) -> Iterator[Trouble]:
    for twice, count in Counter(ids).items():
        if count > 1:
            yield where, FileError("shelf.repeated", id=twice)
