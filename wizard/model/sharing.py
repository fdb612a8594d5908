"""Lets two states of a project share what is the same in both, as an edit does.

A state that was read from a database is made of objects of its own. Equal parts are told to be equal at once only
while they are the same object, and what was found out about a part is remembered by it.
"""

from __future__ import annotations

from typing import Any

from wizard.model.project import Project


def sharing(project: Project, known: Project) -> Project:
    """The project, with the parts that it has in common with the known one taken from there."""
    mine = {name: getattr(project, name) for name in Project.model_fields}
    return project.model_copy(update={name: _shared(part, getattr(known, name)) for name, part in mine.items()})


def _shared(part: Any, known: Any) -> Any:
    if part == known:
        return known
    if not isinstance(part, tuple):
        return part
    at_hand = {_name(item): item for item in known}
    return tuple(_same(item, at_hand.get(_name(item))) for item in part)


def _same(item: Any, known: Any) -> Any:
    return known if item == known else item


def _name(item: Any) -> Any:
    """What an item is found again by: its id, where it has one."""
    return getattr(item, "id", None)
