"""A client's answers in words, beside what the project says, and the edit that takes them in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard import forecast
from wizard.i18n.translator import Translator, translator
from wizard.model.diagnosis import Diagnosis
from wizard.model.edits.ids import fresh
from wizard.model.edits.project import change_company
from wizard.model.edits.workshop import record_note
from wizard.model.project import Project
from wizard.model.questionnaire import ClientAnswers
from wizard.model.workshop import Note
from wizard.ui.components.diagnosis import QUESTIONS, industry_name

_COUNTED = {"requests": "entries", "deals": "wins", "average_check": "average_check"}
_OPEN = ("stages", "hurts", "wishes")
ASKED = ("company", "industry", *(question.id for question in QUESTIONS), *_COUNTED, *_OPEN)


def question(name: str, tr: Translator) -> str:
    """What is asked, in words."""
    return tr(f"ask.{name}") if tr.has(f"ask.{name}") else tr(f"client.ask.{name}")


def in_words(answers: ClientAnswers, name: str, tr: Translator) -> str:
    """The answer to a question, or nothing."""
    value = getattr(answers if name in ClientAnswers.model_fields else answers.diagnosis, name)
    if value in (None, "", ()):
        return ""
    if name == "industry":
        return industry_name(value, tr=tr)
    if name in _COUNTED:
        return tr.number(value)
    if name in Diagnosis.model_fields:
        given = value if isinstance(value, tuple) else (value,)
        return ", ".join(tr(f"answer.{name}.{each}") for each in given)
    return str(value)


def of_project(project: Project) -> ClientAnswers:
    """What the project says to the same questions."""
    sale, company = project.main_sale(), project.company
    counted = {name: getattr(sale, attribute) for name, attribute in _COUNTED.items()} if sale else {}
    industry = company.industry if project.pipelines or company.industry != "general" else None
    return ClientAnswers(company=company.name, industry=industry, diagnosis=project.diagnosis, **counted)


def taken(project: Project, answers: ClientAnswers) -> Project:
    """An edit: what was answered takes the place of what is there; what was left out stays as it is.

    Figures go to the funnel the steps are about; while there is none they are notes, as the open answers are.
    """
    company = project.company
    project = change_company(
        project, name=answers.company or company.name, industry=answers.industry or company.industry
    )
    given = {name: getattr(answers.diagnosis, name) for name in answers.told() if name in Diagnosis.model_fields}
    main = answers.diagnosis.main_source or project.diagnosis.main_source
    project = project.changed(diagnosis=project.diagnosis.changed(**given, main_source=main))
    sale = project.main_sale()
    if sale:
        project = _with_figures(project, sale.id, answers)
    kept = _OPEN if sale else (*_COUNTED, *_OPEN)
    for text in (_note(project, answers, each) for each in kept):
        project = _noted(project, text, by=answers.by) if text else project
    return project


def is_noted(project: Project, answers: ClientAnswers, name: str) -> bool:
    """Whether an answer stands among the questions for later, as it was taken in."""
    text = _note(project, answers, name)
    return bool(text) and any(note.text == text for note in project.workshop.notes)


def _note(project: Project, answers: ClientAnswers, name: str) -> str:
    """An answer beside its question, in the language of the project; nothing where there is none."""
    tr = translator(project.company.language)
    said = in_words(answers, name, tr)
    return f"{question(name, tr)}: {said}"[:10_000] if said else ""


def _with_figures(project: Project, pipeline: str, answers: ClientAnswers) -> Project:
    told: Callable[[str], Any] = lambda name: getattr(answers, name)  # noqa: E731 - read at once
    figures = {attribute: told(name) for name, attribute in _COUNTED.items() if told(name) is not None}
    return forecast.with_numbers(project, pipeline, **figures) if figures else project


def _noted(project: Project, text: str, *, by: str) -> Project:
    if any(note.text == text for note in project.workshop.notes):
        return project
    new = fresh("answer", (note.id for note in project.workshop.notes))
    return record_note(project, Note(id=new, text=text, by=by))
