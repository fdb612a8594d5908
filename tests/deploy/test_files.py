"""What is read but not built here fits together: Dockerfile, compose file, unit, README."""

from __future__ import annotations

import ipaddress
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit import config

from tests.browser.serving import ROOT
from tests.nginx import TEMPLATE, Proxy, settings
from wizard.ui.health import ROUTES

DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
COMPOSE_TEXT = (DEPLOY / "compose.yaml").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(COMPOSE_TEXT)
UNIT = (DEPLOY / "voronka@.service").read_text("utf-8")
README = (DEPLOY / "README.md").read_text("utf-8")
REPLICAS = ("replica-1", "replica-2")
# Streamlit's server reads one setting of uvicorn's.
NOT_STREAMLIT_S = {"FORWARDED_ALLOW_IPS"}


def _instructions(name: str) -> list[str]:
    return re.findall(rf"^(?:{name}) +(.+)$", DOCKERFILE, re.MULTILINE)


def _copied() -> set[str]:
    return {source for line in _instructions("COPY") for source in line.split()[:-1]}


def _environment(service: str) -> dict[str, str]:
    found: dict[str, str] = COMPOSE["services"][service]["environment"]
    return found


def test_the_image_holds_all_that_the_app_reads(tmp_path: Path) -> None:
    for name in _copied():
        copy: Callable[..., object] = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    for arguments in (["-m", "wizard", "funnels"], ["-m", "wizard", "export", "--list"], ["-c", "import app"]):
        subprocess.run([sys.executable, *arguments], cwd=tmp_path, stdout=subprocess.DEVNULL, check=True)
    assert (tmp_path / ".streamlit/config.toml").exists()


def test_nothing_else_is_given_to_the_builder() -> None:
    lines = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert lines[1] == "*"
    assert {line[1:] for line in lines if line.startswith("!")} == _copied()


def test_the_image_has_a_python_that_will_do() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    assert _instructions("FROM") == [f"python:{wanted.removeprefix('>=')}-slim"]


def test_the_app_in_the_container_is_not_root() -> None:
    lines = DOCKERFILE.splitlines()
    assert lines.index("USER voronka") < next(n for n, line in enumerate(lines) if line.startswith("CMD"))


def test_all_speak_of_the_same_port() -> None:
    [port] = _instructions("EXPOSE")
    command = json.loads(_instructions("CMD")[-1])
    assert command == ["streamlit", "run", "app.py", "--server.address", "0.0.0.0", "--server.port", port]  # noqa: S104
    assert f"http://127.0.0.1:{port}/" in _instructions("HEALTHCHECK")[0]
    for number, name in enumerate(REPLICAS, start=1):
        address = COMPOSE["services"][name]["networks"]["inside"]["ipv4_address"]
        assert _environment("nginx")[f"VORONKA_REPLICA_{number}"] == f"{address}:{port}"


def test_the_health_check_asks_what_the_app_answers() -> None:
    [path] = re.findall(r"127\.0\.0\.1:\d+(/\w+)'", _instructions("HEALTHCHECK")[0])
    assert path in {route.path for route in ROUTES}


def test_addresses_are_of_one_network_and_nginx_s_word_is_believed() -> None:
    [inside] = COMPOSE["networks"]["inside"]["ipam"]["config"]
    fixed = {name: COMPOSE["services"][name]["networks"]["inside"]["ipv4_address"] for name in (*REPLICAS, "nginx")}
    assert len(set(fixed.values())) == 3
    assert all(ipaddress.ip_address(a) in ipaddress.ip_network(inside["subnet"]) for a in fixed.values())
    assert {_environment(name)["FORWARDED_ALLOW_IPS"] for name in REPLICAS} == {fixed["nginx"]}


def test_nothing_starts_without_its_secrets_and_none_has_a_default() -> None:
    asked = set(re.findall(r"\$\{(\w+):\?", COMPOSE_TEXT))
    assert asked == {"POSTGRES_PASSWORD", "COOKIE_SECRET", "VORONKA_HOST"}
    assert re.findall(r"\$\{(\w+):?-", COMPOSE_TEXT) == ["VORONKA_PORT"]
    assert set(re.findall(r"\$\{(\w+)", COMPOSE_TEXT)) == {*asked, "VORONKA_PORT"}
    assert all("${" in value for name, value in _environment("replica-1").items() if "SECRET" in name or "URL" in name)


def test_only_nginx_can_be_reached_from_outside() -> None:
    assert [name for name, service in COMPOSE["services"].items() if "ports" in service] == ["nginx"]


def test_the_files_that_compose_names_are_there() -> None:
    for name in REPLICAS:
        build = COMPOSE["services"][name]["build"]
        assert (DEPLOY / build["context"] / build["dockerfile"]).resolve() == DEPLOY / "Dockerfile"
    [mounted] = COMPOSE["services"]["nginx"]["volumes"]
    assert (DEPLOY / mounted.partition(":")[0]).resolve() == TEMPLATE


def _set_for_the_app() -> set[str]:
    """Names of environment variables that the image, the compose file and the unit give to the app."""
    image = {pair.partition("=")[0] for line in _instructions("ENV") for pair in line.split()}
    unit = set(re.findall(r"\b([A-Z_]+)=", " ".join(re.findall(r"^Environment=(.+)$", UNIT, re.MULTILINE))))
    return image | unit | set(_environment("replica-1"))


def test_the_app_reads_what_it_is_given() -> None:
    own = {
        name for path in (ROOT / "wizard").rglob("*.py") for name in re.findall(r"VORONKA_\w+", path.read_text("utf-8"))
    }
    streamlit = {option.env_var for option in config.get_config_options().values()}
    assert _set_for_the_app() - own - streamlit - NOT_STREAMLIT_S == {"HOME", "PYTHONUNBUFFERED"}


def test_every_replica_has_the_same_settings() -> None:
    assert _environment("replica-1") == _environment("replica-2")


def test_nginx_is_told_what_its_configuration_leaves_open() -> None:
    left_open = set(re.findall(r"\$\{(\w+)\}", TEMPLATE.read_text("utf-8")))
    assert left_open == set(settings(Proxy(1, ROOT), (2, 3)))
    assert left_open == {name for name in _environment("nginx") if name.startswith("VORONKA_")}
    assert left_open <= set(re.findall(r"(VORONKA_\w+)=", README))


def test_the_readme_lists_every_setting() -> None:
    table = re.findall(r"`([A-Z][A-Z0-9_]+)`", " ".join(re.findall(r"^\| (`.+?) \|", README, re.MULTILINE)))
    given = _set_for_the_app() | set(re.findall(r"\$\{(\w+)", COMPOSE_TEXT + TEMPLATE.read_text("utf-8")))
    assert sorted(table) == sorted(given - {"HOME", "PYTHONUNBUFFERED"} | {"STREAMLIT_SERVER_ADDRESS"})


def test_nginx_lets_through_what_the_app_takes() -> None:
    limit = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["server"]["maxUploadSize"]
    assert f"client_max_body_size {limit + 1}m;" in TEMPLATE.read_text("utf-8")


@pytest.mark.parametrize(
    "command", ["docker compose --file deploy/compose.yaml up", "systemctl enable --now voronka@8501"]
)
def test_the_readme_names_what_is_there(command: str) -> None:
    assert command in README
    assert "streamlit run app.py --server.port %i" in UNIT
