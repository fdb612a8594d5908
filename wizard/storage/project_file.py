"""A project as a file: UTF-8 YAML in the order of the model, only what differs from the defaults."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import ValidationError

from wizard.model.migrations import migrated
from wizard.model.project import FORMAT, Project
from wizard.storage.errors import FileError
from wizard.storage.refusal import refusal
from wizard.storage.yaml_reader import read_yaml

_SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_SafeDumper):  # type: ignore[misc]
    """A safe dumper that writes equal parts out instead of pointing at the first."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def dump(project: Project) -> bytes:
    """The file of a project; the same project gives the same bytes."""
    data = {"format": project.format, **project.model_dump(mode="json", exclude_defaults=True)}
    written = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, width=100, sort_keys=False, encoding="utf-8")
    return bytes(written)


def load(data: bytes) -> Project:
    """The project in a file; `FileError` says what is wrong with any other file."""
    raw = read_yaml(data)
    if not isinstance(raw, dict):
        raise FileError("file.not_mapping")
    version = raw.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError("file.not_ours")
    if version > FORMAT:
        raise FileError("file.newer", version=version, known=FORMAT)
    try:
        return Project.model_validate(migrated(raw))
    except ValidationError as error:
        raise refusal(error, raw) from error
