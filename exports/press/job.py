"""What is to be made of a project, as it is sent to the process that makes it."""

from __future__ import annotations

import datetime as dt
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from exports.exporter import Options
from wizard.model.project import Project


@dataclass(frozen=True)
class Job:
    """A file of a format, or what there is to see of it before it is taken."""

    format: str
    project: Project
    options: Options
    preview: bool = False

    @cached_property
    def name(self) -> str:
        """The same for the same work, whoever asks."""
        return sha256(self.written).hexdigest()

    @cached_property
    def written(self) -> bytes:
        options = self.options
        said = {
            "format": self.format,
            "preview": self.preview,
            "project": self.project.model_dump_json(exclude_defaults=True),
            "all_pipelines": options.all_pipelines,
            "date": _written(options.date),
            "version": options.version,
            "launch": _written(options.launch),
            "logo": b64encode(options.logo).decode(),
            "before": options.before.model_dump_json(exclude_defaults=True) if options.before else "",
            "since": options.since,
        }
        return json.dumps(said, ensure_ascii=False).encode()


def read(written: bytes) -> Job:
    said = json.loads(written)
    options = Options(
        all_pipelines=said["all_pipelines"],
        date=_read(said["date"]),
        version=said["version"],
        launch=_read(said["launch"]),
        logo=b64decode(said["logo"]),
        before=Project.model_validate_json(said["before"]) if said["before"] else None,
        since=said["since"],
    )
    return Job(said["format"], Project.model_validate_json(said["project"]), options, preview=said["preview"])


def _written(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _read(day: str) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None
