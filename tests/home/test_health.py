"""/healthz asks nothing, /readyz asks every part and names those that fail without giving anything away."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from portal.core.models import WorkerBeat

pytestmark = pytest.mark.django_db
SECRET = "postgres://portal:secret@db.internal"


@pytest.fixture
def worker():
    return WorkerBeat.objects.create(worker_id="one", seen_at=timezone.now())


def refuse(*arguments):
    raise OperationalError(SECRET)


def test_all_parts_work(client, worker):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"database": "ok", "migrations": "ok", "worker": "ok", "search": "ok"}
    assert response["Cache-Control"] == "no-store"


def test_a_missing_worker(client):
    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["worker"] == "no worker has been seen in the last minute"


def test_a_missing_migration(client, worker):
    MigrationRecorder(connection).record_unapplied("core", "0001_tables")

    assert client.get("/readyz").json()["migrations"] == "not applied in 1 apps"


def test_a_database_that_is_away(client):
    with connection.execute_wrapper(refuse):
        alive, ready = client.get("/healthz"), client.get("/readyz")

    assert (alive.status_code, alive.text) == (200, "ok")
    assert ready.status_code == 503
    assert set(ready.json().values()) == {"does not answer (OperationalError)"}


def test_an_engine_that_nobody_knows(client, worker, settings):
    settings.SEARCH_ENGINE = "no-such-engine"

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["search"] == "does not answer (ImproperlyConfigured)"


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/robots.txt", "/sitemap.xml"])
def test_only_asking_is_allowed(client, address):
    assert client.post(address).status_code == 405
