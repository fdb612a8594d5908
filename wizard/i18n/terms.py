"""Terms and date rules said in words: how long a card may stay in a stage, when a routed deal opens."""

from __future__ import annotations

from wizard.i18n.translator import Translator
from wizard.model.project import Project
from wizard.model.terms import DateRule, Duration, Term, Unit

# Whole keys, so that a search for a key finds its use. Working time has words of its own.
_LENGTH = {
    (Unit.MINUTES, False): "term.minutes",
    (Unit.MINUTES, True): "term.working_minutes",
    (Unit.HOURS, False): "term.hours",
    (Unit.HOURS, True): "term.working_hours",
    (Unit.DAYS, False): "term.days",
    (Unit.DAYS, True): "term.working_days",
}
# "Within a minute" takes another case than "a minute" in Russian; hours and days do not change.
_WITHIN = {
    **_LENGTH,
    (Unit.MINUTES, False): "term.within_minutes",
    (Unit.MINUTES, True): "term.within_working_minutes",
}


def length_in_words(duration: Duration, tr: Translator) -> str:
    """A length of time: two days, 15 minutes of working time."""
    return tr.plural(_LENGTH[duration.unit, duration.working], duration.amount)


def within_in_words(duration: Duration, tr: Translator) -> str:
    """The same after "within"."""
    return tr.plural(_WITHIN[duration.unit, duration.working], duration.amount)


def term_in_words(term: Term, project: Project, *, tr: Translator) -> str:
    """A term, without a full stop, in lower case."""
    if term.first is None:
        return _limit_in_words(term, project, tr=tr)
    key = "term.first_then_until" if term.until_field else "term.first_and_limit"
    return tr(key, first=within_in_words(term.first, tr), limit=_limit_in_words(term, project, tr=tr))


def _limit_in_words(term: Term, project: Project, *, tr: Translator) -> str:
    if term.limit is not None:
        return length_in_words(term.limit, tr)
    field = project.field(term.until_field or "").name
    if not term.until_plus_days:
        return tr("term.until", field=field)
    return tr("term.until_plus", field=field, days=tr.plural("term.days", term.until_plus_days))


def opens_in_words(rule: DateRule, project: Project, *, tr: Translator) -> str:
    """When a routed deal opens, in lower case."""
    if rule.at_once:
        return tr("opens.at_once")
    if rule.field is None:
        return tr.plural("opens.in_days", rule.days)
    field = project.field(rule.field).name
    if not rule.shift:
        return tr("opens.on_date", field=field)
    key = "opens.days_before" if rule.shift < 0 else "opens.days_after"
    return tr.plural(key, abs(rule.shift), field=field)
