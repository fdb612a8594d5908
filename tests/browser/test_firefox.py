"""The owner's way in Firefox, from Start to files on the disk; `firefox.mjs` walks it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import firefox, npm
from tests.browser.tab import PROBES, SAY_BREACHES
from wizard.model.routes import Target
from wizard.storage.project_file import load

pytestmark = [pytest.mark.firefox, pytest.mark.newman]

GIVE_UP_AFTER = 150
WALK = Path(__file__).with_name("firefox.mjs")
COMPANY, STAGE = "Мебель и точка", "Контакт подтверждён"
STEPS: tuple[tuple[str | int, ...], ...] = (
    ("visit", ""),
    ("click", "go.goals"),
    ("type", "company.name", COMPANY),
    ("click", "diagnosis.next"),
    ("click", "diagnosis.sources", 0),
    ("click", "diagnosis.sources", 1),
    ("click", "diagnosis.next"),
    ("click", "diagnosis.first_reply.seller"),
    ("click", "diagnosis.skip"),
    ("click", "advice.create"),
    ("see", "Количество и цели воронок"),
    ("click", "nav.next"),
    ("see", "Этап можно перетянуть"),
    ("click", "board.first_sale.contact_made"),
    ("type", "stage.first_sale.contact_made.name", STAGE),
    ("focus", "board.first_sale.contact_made"),
    ("press", " "),
    ("press", "ArrowRight"),
    ("press", "Enter"),
    ("see", f"Этап «{STAGE}» теперь на месте 3"),
    ("click", "nav.next"),
    ("choose", "key.first_sale", 2),
    ("click", "nav.next"),
    ("type", "shape.first_sale.entries", "120"),
    ("type", "shape.first_sale.wins", "9"),
    ("see", "7,5"),
    ("click", "nav.next"),
    ("click", "nav.next"),
    ("click", "reason.row.price_too_high"),
    ("choose", "loss.first_sale.price_too_high.route.where", -3),
    ("click", "nav.next"),
    ("click", "nav.next"),
    ("click", "nav.next"),
    ("click", "export.experts"),
    ("click", "export.project-yaml"),
    ("saved", ".yaml"),
    ("click", "export.checklist-html"),
    ("saved", ".html"),
)


def test_from_start_to_files_in_firefox(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    assert _walked(address, folder, home=tmp_path) == {"wrong": [], "errors": [], "strangers": []}
    project = load(next(folder.glob("*.yaml")).read_bytes())
    sale = project.pipeline("first_sale")
    assert project.company.name == COMPANY
    assert (sale.stages[2].name, sale.key_stage) == (STAGE, sale.stages[2].id)
    assert (sale.entries, sale.wins) == (120, 9)
    [use] = [use for use in sale.losses if use.reason == "price_too_high"]
    assert use.route is not None
    assert use.route.target is Target.STOP_LIST
    assert STAGE in next(folder.glob("*.html")).read_text("utf-8")


def _walked(address: str, folder: Path, *, home: Path) -> object:
    job = {
        "puppeteer": str(npm.installed("puppeteer-core") / "lib/esm/puppeteer/puppeteer-core.js"),
        "firefox": firefox.find(),
        "address": address,
        "folder": str(folder),
        "script": SAY_BREACHES,
        "probes": PROBES,
        "steps": STEPS,
    }
    done = subprocess.run(
        [shutil.which("node") or "node", str(WALK)],
        input=json.dumps(job).encode(),
        env={**os.environ, "HOME": str(home)},  # Firefox keeps nothing in the user's own folder
        timeout=GIVE_UP_AFTER,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
