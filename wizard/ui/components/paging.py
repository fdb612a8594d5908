"""A long list of funnels a part at a time: every row costs the server and the browser something on every click."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.ui import choosing, inputs
from wizard.ui.session import Session

MOST = 7  # as many as there are base funnels
_AT = "row"  # the funnel whose part is shown: the same one on every page, wherever it moves to
Words = Callable[[Sequence[Pipeline]], str]


def part(session: Session, pipelines: Sequence[Pipeline], *, page: str, words: Words | None = None) -> list[Pipeline]:
    """The funnels to draw, under a choice of parts where there is more than one; `words` say what waits in a part."""
    parts = [list(pipelines[start : start + MOST]) for start in range(0, len(pipelines), MOST)]
    if len(parts) < 2:
        return list(pipelines)
    at = session.chosen.get(_AT)
    place = next((n for n, rows in enumerate(parts) if any(row.id == at for row in rows)), 0)

    def told(number: str) -> str:
        rows = parts[int(number)]
        first = int(number) * MOST + 1
        span = f"{first}\u2013{first + len(rows) - 1}" if len(rows) > 1 else f"{first}"
        waiting = words(rows) if words else ""
        return f"{span} \u00b7 {waiting}" if waiting else span

    choosing.one_of(
        session.tr("paging.of", all=session.tr.number(len(pipelines))),
        str(place),
        name=inputs.key(page, "part"),
        options=[str(number) for number in range(len(parts))],
        words=told,
        choose=lambda picked: session.choose(_AT, parts[int(picked)][0].id),
    )
    return parts[place]


def show(session: Session, pipeline_id: str) -> None:
    """From now on the part that holds this funnel is shown."""
    session.choose(_AT, pipeline_id)


def show_new(session: Session, before: Project) -> None:
    """Show the part that holds what is there now and was not before."""
    known = {pipeline.id for pipeline in before.pipelines}
    for pipeline in session.project.pipelines:
        if pipeline.id not in known:
            show(session, pipeline.id)
