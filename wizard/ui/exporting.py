"""What a tab has chosen for its files, and which of them are being made for it."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, field

from exports.exporter import Options
from exports.press import Job
from wizard.model.project import Project
from wizard.storage.errors import FileError
from wizard.storage.refused import DraftError


@dataclass
class Exporting:
    """`everything` is unset until the reader decides. `asked` are jobs by the place on the page they are made for.

    `taken` are formats it has asked for.

    `looked_at` is the document shown, and `page` which of its pages; `failed` names jobs that could not be made.
    `logo` is the one last seen, `refused` why another one is not taken; the press knows the tab by `name`.
    """

    day: dt.date | None = None
    launch: dt.date | None = None
    version: str = ""
    everything: bool | None = None
    looked_at: str = ""
    page: int = 0
    asked: dict[str, Job] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    failed: dict[str, str] = field(default_factory=dict)
    logo: bytes = field(default=b"", repr=False)
    uploads: int = 0
    refused: FileError | DraftError | None = None
    name: str = field(default_factory=lambda: secrets.token_hex(8))
    _jobs: dict[tuple[str, bool], Job] = field(default_factory=dict, repr=False)

    def takes_all(self, project: Project) -> bool:
        """Funnels that wait are left out as long as others are launched."""
        return not project.launched() if self.everything is None else self.everything

    def options(self, project: Project, *, today: dt.date, logo: bytes) -> Options:
        return Options(
            all_pipelines=self.takes_all(project),
            date=self.day or today,
            version=self.version.strip(),
            launch=self.launch,
            logo=logo,
        )

    def job(self, format_: str, project: Project, options: Options, *, preview: bool = False) -> Job:
        """The same one as long as it is about the same: a job's name takes milliseconds to find."""
        known = self._jobs.get((format_, preview))
        if known is None or known.project is not project or known.options != options:
            known = self._jobs[format_, preview] = Job(format_, project, options, preview=preview)
        return known

    def look_at(self, document: str) -> None:
        """Another document, or none."""
        self.looked_at, self.page = document, 0
