"""A comment as the database keeps it; apart from the database, which takes long to import."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class CommentLimits:
    """`text` and `name` in characters; `device` and `day` in comments a day, `all` in comments of a draft at all."""

    text: int = 1_000
    name: int = 60
    device: int = 20
    day: int = 200
    all: int = 1_000


COMMENT_LIMITS = CommentLimits()


class CommentState(StrEnum):
    """What the owner made of it; one that is noted stands among the questions for later."""

    NEW = "new"
    RESOLVED = "resolved"
    NOTED = "noted"


@dataclass(frozen=True)
class Remark:
    """What a reader sends; sent again under the same `key` it is the same one. No `stage` means the whole funnel."""

    key: str
    pipeline: str
    stage: str
    text: str
    name: str = ""


@dataclass(frozen=True)
class Comment:
    id: int
    pipeline: str
    stage: str
    text: str
    name: str
    state: CommentState
    made_at: dt.datetime
