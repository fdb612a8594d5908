"""What a tab has beside its project: who it is for comments, templates of its own, answers that wait to be saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wizard.catalog.shelf import Shelf
from wizard.model.project import Project
from wizard.storage.comment import Comment
from wizard.storage.links import new_token


@dataclass
class Desk:
    """`device` is a secret of the browser, of this tab alone until the browser has told it.

    `unsaved` are answers of a client by question, until they can be kept; `refused` says why something was not taken.
    `comments` are those seen last, by the link in `of` until another page is turned to; `key` is that of the next one.
    `compared` is the earlier state read last, by its number. `shelf` are templates of one's own, read from the draft
    `shelf_of`; `model` is the link of the project a new one is started from,
    `model_name` its company where it was chosen from the list.
    """

    device: str = field(default_factory=new_token, repr=False)
    unsaved: dict[str, Any] = field(default_factory=dict)
    refused: str = ""
    comments: tuple[Comment, ...] = ()
    of: str = ""
    key: str = field(default_factory=new_token, repr=False)
    compared: tuple[str, Project] | None = None
    shelf: Shelf = field(default_factory=Shelf)
    shelf_of: int | None = None
    uploads: int = 0
    model: str = field(default="", repr=False)
    model_name: str = ""
