"""What a session may hold: nothing, an empty funnel, a usual project, and one broken in every way the model bears."""

from __future__ import annotations

from functools import cache
from itertools import cycle
from typing import Any

from wizard.catalog.start import start
from wizard.model.edits.pipelines import add_empty_pipeline
from wizard.model.pipeline import Pipeline, Stage, Subject
from wizard.model.project import Company, KeptFinding, Language, Project, Step
from wizard.model.rehearsal import Gap, GapKind, Outcome, ToldDeal
from wizard.model.routes import Destination, Route, Target
from wizard.model.terms import Term

FUNNELS = ("first_sale", "customer_support", "refusal_warming", "repeat_sales")
# Any change on a step's page marks the step as started; here all are, so that nothing but the change is seen.
STARTED = tuple(Step)
ODD = (
    "",
    "Думает",
    "Думает",
    "😀🚀",
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "**bold** _italic_ `code` ~~gone~~",
    ":smile: :material/home: :red[x]",
    "$x^2$ and $y$",
    "\u202eegdirb\u200f",
    "Я" * 999,
    "![x](http://example.com/x.png) [y](javascript:alert(1))",
    "# heading\n- item",
    "{name} %s \\",
)


@cache
def typical() -> Project:
    """A furniture maker's four funnels."""
    project = start(FUNNELS, company=Company(name="Мебель и точка", industry="furniture"))
    return project.changed(started=STARTED)


@cache
def english() -> Project:
    company = Company(name="Oak & Ash", industry="furniture", language=Language.EN, currency="EUR")
    return start(FUNNELS, company=company).changed(started=STARTED)


@cache
def empty() -> Project:
    """A project with one funnel in which nothing is."""
    return add_empty_pipeline(Project(started=STARTED), "Новая воронка")


@cache
def broken() -> Project:
    """Odd names everywhere, no facts, no terms, no routes for some reasons and absurd ones for others."""
    odd = cycle(ODD)
    project = start((*FUNNELS, "hr"), company=Company(name=next(odd), industry="furniture"))
    project = project.changed(
        company=project.company.changed(name=ODD[4]),
        fields=tuple(
            f.changed(name=next(odd), options=tuple(o.changed(name=next(odd)) for o in f.options))
            for f in project.fields
        ),
        loss_reasons=tuple(r.changed(name=next(odd), group=None) for r in project.loss_reasons),
        pipelines=tuple(_broken(p, odd) for p in project.pipelines),
        main_pipeline=None,
    )
    across = Route(target=Target.PIPELINE, to=Destination(pipeline="hr", stage=None))
    sale = project.pipeline("first_sale").changed(won_route=across)
    kept = KeptFinding(rule="no_such_rule", path="nowhere", reason="no_such_reason", fingerprint="x")
    project = project.with_pipeline(sale).changed(kept=(kept,), started=tuple(Step))
    return project.changed(rehearsal=tuple(_told(sale, text, number) for number, text in enumerate(ODD[:4])))


def _told(pipeline: Pipeline, text: str, number: int) -> ToldDeal:
    """A deal that went otherwise at every stage."""
    first, second, third, *_ = (stage.id for stage in pipeline.stages)
    gaps = (
        Gap(kind=GapKind.STOOD, stage=first, days=number or None),
        Gap(kind=GapKind.MISSING, stage=first, words=ODD[-1]),
        Gap(kind=GapKind.SKIPPED, stage=second),
        Gap(kind=GapKind.RETURNED, stage=third, to=first),
        # It came back from a stage that stands first by now.
        *([Gap(kind=GapKind.RETURNED, stage=first, to=third)] if number else []),
    )
    return ToldDeal(id=f"d{number}", pipeline=pipeline.id, text=text, outcome=Outcome.LOST, gaps=gaps)


def _broken(pipeline: Pipeline, odd: Any) -> Pipeline:
    stages = tuple(_bare(stage, next(odd)) for stage in pipeline.stages)
    changed: Pipeline = pipeline.changed(
        name=next(odd),
        goal=next(odd),
        goal_type=None,
        entry="",
        sources=(next(odd), next(odd)),
        stages=stages,
        key_stage=stages[0].id,
        won=pipeline.won.changed(name=next(odd), proof=""),
        lost_name=next(odd),
        questions=tuple(q.changed(text=next(odd), why=next(odd), asked_at=None) for q in pipeline.questions),
        losses=tuple(use.changed(route=None) for use in pipeline.losses),
        lost_route=None,
        entries=3,
        wins=7,
    )
    return changed


def _bare(stage: Stage, name: str) -> Stage:
    term = Term.model_validate("15wh>90wh") if len(name) > 20 else None
    return stage.changed(
        name=name, proof="", step="", term=term, colour="url(javascript:1)", conversion=None, fields=()
    )


@cache
def hostile() -> Project:
    """Ids users can cause by names such as «Take», «New» or «Chosen», equal to words the pages use themselves."""
    project = typical()
    sale = project.pipeline("first_sale")
    reasons = ("new", "add", "won_route", "lost_route", "use", "row", "end", "chosen")
    names = ("chosen", "board", "add", "new", "delete", "list")
    taken = sale.changed(
        id="take",
        stages=(*(Stage(id=name, name=name) for name in names), *sale.stages),
        losses=(*sale.losses, *(use.changed(reason=r) for use, r in zip(sale.losses, reasons, strict=False))),
    )
    template = project.loss_reasons[0]
    spare = tuple(template.changed(id=f"{name}_2", name=name) for name in reasons)
    return project.changed(
        loss_reasons=(*project.loss_reasons, *(template.changed(id=n, name=n) for n in reasons), *spare),
        pipelines=(
            taken,
            *(
                sale.changed(id=name, subject=Subject.CLIENT, losses=())
                for name in ("add", "set", "new", "empty", "again", "pipeline", "answers", "goals")
            ),
            *project.pipelines,
        ),
    )
