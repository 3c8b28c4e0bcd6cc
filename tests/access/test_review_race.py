"""Two at once: one approves a draft while the other asks for a wider access."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from portal.access.enums import Level
from portal.access.services import ask_access
from portal.records import submissions
from portal.records.models import NotAsSubmitted
from tests.factories.people import editor
from tests.factories.records import make_record

EVERYONE = {
    "listed_to": Level.PUBLIC, "details_to": Level.PUBLIC,
    "names_person": False, "names_place": False, "tells_unpublished": False,
}  # fmt: skip
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_access_asked_for_while_another_approves_is_not_granted_unseen():
    author, page = editor(), make_record(listed_to=Level.MEMBERS)
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)
    holds, told = Event(), []

    def ask():
        """Keeps the row locked until the other one waits for it."""
        with transaction.atomic():
            ask_access(identity=page.identity, by=author, **EVERYONE)
            holds.set()
            with connection.cursor() as cursor:
                while not told and not _count(cursor):
                    pass
        connection.close()

    asking = Thread(target=ask)
    asking.start()
    assert holds.wait(10)
    try:
        with pytest.raises(NotAsSubmitted):
            submissions.approve(page=page, by=editor())
    finally:
        told.append("The other one is done.")
        asking.join()
    assert page.identity.listed_to == Level.MEMBERS


def _count(cursor):
    # What is going on is looked at once a transaction unless this is said.
    cursor.execute("SELECT pg_stat_clear_snapshot()")
    cursor.execute(WAITING)
    return cursor.fetchone()[0]
