"""The press as the pages see it: asking for a file, how far it is, and leaving it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from exports.press import BusyError, Job, State, Work, press
from wizard.i18n.translator import Translator
from wizard.ui.plain import plain
from wizard.ui.session import Session


def ask(session: Session, place: str, job: Job) -> Work | None:
    """Have it made for a place on the page; None and a word there while that cannot be."""
    exporting = session.exporting
    exporting.failed.pop(place, None)
    try:
        work = press().ask(job, exporting.name)
    except BusyError:
        exporting.failed[place] = "export.busy"
        return None
    exporting.asked[place] = job
    exporting.taken.add(job.format)
    return work


def file(session: Session, job: Job) -> bytes | Callable[[], bytes]:
    """The file if this tab had it made; else it is waited for in a thread of the server's, once the browser asks."""
    work = press().known(job) if job.format in session.exporting.taken else None
    if work and work.state is State.MADE:
        return work.result
    return partial(press().result, job, session.exporting.name)


def going(session: Session, place: str) -> Work | None:
    """What is being made for a place on the page; once that is over it is forgotten, and a failure told."""
    exporting = session.exporting
    job = exporting.asked.get(place)
    if job is None:
        return None
    work = press().known(job)
    if work and work.is_going:
        return work
    del exporting.asked[place]
    if work and work.state is State.FAILED:
        exporting.failed[place] = "export.failed"
    return None


def leave(session: Session, place: str) -> None:
    job = session.exporting.asked.pop(place, None)
    if job:
        press().leave(job, session.exporting.name)


def in_words(work: Work, tr: Translator) -> str:
    """How far it is."""
    before = press().before(work)
    if work.state is State.WAITING and before:
        return tr.plural("export.before", before)
    if work.ready:
        return tr.plural("export.ready", work.ready, last=plain(work.last.rpartition("/")[2]))
    return tr("export.making")
