"""A store with the first content in it, and what the others were measured at that ran on the same code."""

import json
from contextlib import contextmanager
from hashlib import sha256

from django.conf import settings
from django.db import connection
from django.test.utils import override_settings

from portal.search.cluster.building import build
from portal.search.cluster.client import is_used
from tests.first_content import first_content
from tests.made import sources
from tests.search.judged import QUESTIONS


@contextmanager
def put_up(engine, blocker, *, demo=False):
    """Inside, the engine of that name answers, from the first content and, with `demo`, the fictional country."""
    with override_settings(SEARCH_ENGINE=engine, ELASTICSEARCH_TIMEOUT=20.0), first_content(blocker, demo=demo):
        if is_used():
            build()
        yield


def store_in_force():
    """The name of the store that answers now: of the cluster, or of the database."""
    return "elasticsearch" if is_used() else connection.vendor


def note_figures(store, figures):
    """Keeps what a store was measured at for the other processes of the suite."""
    settings.MADE_DIR.mkdir(parents=True, exist_ok=True)
    _file(store).write_text(json.dumps(figures))


def figures_of_others(store):
    """By store, what the others were measured at on this code; none where they did not run."""
    found = {file: file.stem.rpartition("-")[2] for file in settings.MADE_DIR.glob(_file("*").name)}
    return {name: json.loads(file.read_text()) for file, name in found.items() if name != store}


def _file(store):
    digest = sha256(QUESTIONS.read_bytes())
    for place, path in sources(settings.BASE_DIR):
        digest.update(place.encode() + path.read_bytes())
    return settings.MADE_DIR / f"ndcg-{digest.hexdigest()[:16]}-{store}.json"
