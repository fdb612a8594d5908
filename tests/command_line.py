"""The command line called as people and scripts call it, and what it says."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tests.small import PROJECT
from wizard.cli import main
from wizard.model.project import Project
from wizard.storage.project_file import dump

SHOP = ("first_sale", "refusal_warming", "customer_support", "repeat_sales")
BROKEN = PROJECT.changed(pipelines=(PROJECT.pipeline("sale").changed(losses=()),))


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def new(*args: str, company: str = "Мебель и точка") -> Result:
    return run("new", *args, "--company", company, "-o", "p.yaml")


def shop() -> Result:
    return new("--industry", "furniture", *(word for funnel in SHOP for word in ("--funnel", funnel)))


def saved(project: Project) -> str:
    Path("p.yaml").write_bytes(dump(project))
    return "p.yaml"


def refusal(result: Result) -> str:
    """What stands on stderr when something given cannot be used."""
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def first_words(result: Result) -> list[str]:
    return [line.split()[0] for line in result.stdout.splitlines()]
