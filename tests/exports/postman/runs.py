"""Collections run by newman as people run them, and what newman told."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from exports import amocrm_postman
from exports.exporter import Options
from tests import newman
from wizard.amocrm.sandbox import PRACTICE_KEY
from wizard.model.project import Project

ALL = Options(all_pipelines=True)
# A run that hangs is a failure, not a test without an end.
LONGEST = 180


@dataclass(frozen=True)
class Run:
    """How newman ended, the requests it sent, the assertions that held, and all that failed."""

    code: int
    sent: tuple[str, ...]
    held: tuple[str, ...]
    failed: tuple[str, ...]


def written(project: Project, home: Path) -> Path:
    file = home / "collection.json"
    file.write_bytes(amocrm_postman.render(project, ALL))
    return file


def run(file: Path, *options: str) -> Run:
    report = file.with_name("report.json")
    reporter = ("--reporters", "json", "--reporter-json-export", str(report))
    asked = [*newman.command(), "run", str(file), *reporter, *options]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False, timeout=LONGEST)
    told = json.loads(report.read_text("utf-8"))["run"]
    claims = [claim for execution in told["executions"] for claim in execution.get("assertions", ())]
    errors = [failure["error"] for failure in told["failures"]]
    return Run(
        code=done.returncode,
        sent=tuple(e["item"]["name"] for e in told["executions"] if "response" in e),
        held=tuple(claim["assertion"] for claim in claims if not claim.get("error")),
        failed=tuple(error.get("test") or error["message"] for error in errors),
    )


def entered(file: Path, address: str, *, key: str = PRACTICE_KEY) -> Run:
    """With the two variables the collection asks for, and no others."""
    return run(file, "--env-var", f"base_url={address}", "--env-var", f"token={key}")
