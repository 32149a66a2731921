"""The container files, as far as they can be checked without a container engine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]


@pytest.fixture
def compose() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return data


def test_compose_file_keeps_to_the_specification() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, "docker-compose.yml"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_compose_names_only_what_it_declares(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert set(service.get("depends_on", {})) <= set(compose["services"])
        assert {volume.partition(":")[0] for volume in service.get("volumes", ())} <= set(compose["volumes"])


def test_compose_publishes_on_loopback_and_has_no_secret_in_it(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert service["healthcheck"]["test"]
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])
        secrets = {
            name: value
            for name, value in service["environment"].items()
            if "PASSWORD" in name or "AUTH" in name
        }
        assert secrets
        assert all("${NEO4J_PASSWORD:?" in value for value in secrets.values())


def test_compose_pins_the_neo4j_that_the_tests_run(compose: dict[str, Any]) -> None:
    pom = (ROOT / "tests" / "neo4j" / "pom.xml").read_text()
    version = re.search(r"<artifactId>neo4j</artifactId>\s*<version>([\d.]+)<", pom)
    assert version is not None
    assert compose["services"]["neo4j"]["image"] == f"neo4j:{version[1]}-community"


def test_dockerfile_runs_as_nobody_special_and_is_healthy_when_the_api_is() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert any(line.startswith("USER ") and line != "USER root" for line in lines)
    assert any("/healthz" in line for line in lines)
    copied = {line.split()[1] for line in lines if re.match(r"COPY \w+ \w+$", line)}
    assert copied == {"ontology", "graph", "loaders", "queries", "api"}
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert copied <= allowed
