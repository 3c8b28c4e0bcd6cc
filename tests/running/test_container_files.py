"""Dockerfile, compose file and nginx: what can be said of them without starting an engine."""

import re

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from portal.core.middleware import LONGEST_QUERY
from portal.deploy import gunicorn_settings

ROOT = settings.BASE_DIR
NODES = ("search1", "search2", "search3")


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_the_parts_of_a_server(services):
    assert set(services) == {"database", "setup", "web", "worker", "scheduler", "nginx", *NODES}


def test_the_search_cluster_is_there_for_who_asks_for_it_and_reached_by_the_portal_only(services):
    for node in (services[name] for name in NODES):
        assert (node["profiles"], node["networks"]) == (["search"], ["inside"])
        assert node["image"] == services[NODES[0]]["image"]
    assert {services[name]["environment"]["node.name"] for name in NODES} == set(NODES)
    addresses = re.search(r"ELASTICSEARCH_URL=(\S+)", (ROOT / ".env.example").read_text())[1]
    assert addresses.split(",") == [f"http://{name}:9200" for name in NODES]


def test_every_command_exists(services):
    commands = {service["command"][2] for service in services.values() if "command" in service}

    assert commands == {"prepare_portal", "run_worker", "run_schedule"}
    assert commands <= set(get_commands())


def test_nothing_starts_before_the_database_is_prepared(services):
    expected = {"database": {"condition": "service_healthy"}, "setup": {"condition": "service_completed_successfully"}}

    assert all(services[name]["depends_on"] == expected for name in ("web", "worker", "scheduler"))


def test_only_nginx_is_reached_from_outside_and_never_sees_private_files(services):
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
    assert not any("private" in volume for volume in services["nginx"]["volumes"])


def test_no_secret_stands_in_a_file_that_is_committed(services):
    assert services["database"]["environment"]["POSTGRES_PASSWORD"].startswith("${POSTGRES_PASSWORD:?")
    assert all(services[name]["env_file"] == ".env" for name in ("setup", "web", "worker", "scheduler"))
    assert "/.env" in (ROOT / ".gitignore").read_text().splitlines()


def test_the_image_copies_all_code_and_nothing_else():
    copied = re.findall(r"^COPY ([a-z][\w./ ]*) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}

    assert {name for line in copied for name in line.split()} == {
        *packages, "pyproject.toml", "requirements.lock", "manage.py", "templates",
    }  # fmt: skip


def test_the_image_runs_without_rights():
    assert re.findall(r"^USER (.+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE) == ["portal"]


def test_nginx_sets_what_the_portal_believes():
    text = (ROOT / "portal" / "deploy" / "nginx.conf").read_text()

    assert {"X-Forwarded-Proto https", "X-Forwarded-For $remote_addr", 'X-Forwarded-Host ""'} <= set(
        re.findall(r"proxy_set_header (.+);", text)
    )
    assert not re.search(r"\$(remote_addr|request_uri|query_string|args|uri)\b", _log_format(text))


def _log_format(text):
    return text.partition("log_format")[2].partition(";")[0]


def test_nginx_passes_on_the_longest_query_that_the_portal_reads():
    nginx = (ROOT / "portal/deploy/nginx.conf").read_text()

    kilobytes = int(re.search(r"large_client_header_buffers \d+ (\d+)k;", nginx)[1])

    assert kilobytes * 1024 > LONGEST_QUERY + 4_096
    assert gunicorn_settings.limit_request_line == 0
