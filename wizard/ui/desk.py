"""What a tab has beside its project: who it is for comments, and answers that could not be saved yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wizard.model.project import Project
from wizard.storage.comment import Comment
from wizard.storage.links import new_token


@dataclass
class Desk:
    """`device` is a secret of the browser, of this tab alone until the browser has told it.

    `unsaved` are answers of a client by question, until they can be kept; `refused` says why something was not taken.
    `comments` are those seen last, by the link in `of` until another page is turned to; the next one is sent under `key`.
    `compared` is the earlier state read last, by its number.
    """

    device: str = field(default_factory=new_token, repr=False)
    unsaved: dict[str, Any] = field(default_factory=dict)
    refused: str = ""
    comments: tuple[Comment, ...] = ()
    of: str = ""
    compared: tuple[str, Project] | None = None
    key: str = field(default_factory=new_token, repr=False)
