"""The generation changes with each write that a page may show, in the transaction of the write."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from portal.access.services import log
from portal.core.generation import MOST_MARKS, gather_marks, generation, shows
from portal.core.models import WorkerBeat, WriteMark
from portal.directory.models import Organisation
from portal.taxonomy.models import GlossaryTerm, Sector
from tests.factories.people import OrganisationFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def organisation():
    return OrganisationFactory()


def by_saving(organisation):
    organisation.name_en = "Renamed"
    organisation.save()


def by_update(organisation):
    Organisation.objects.filter(pk=organisation.pk).update(name_en="Renamed")


def in_bulk(organisation):
    organisation.name_en = "Renamed"
    Organisation.objects.bulk_update([organisation], ["name_en"])


def by_relation(organisation):
    organisation.sectors.add(Sector.objects.first())


def in_sql(organisation):
    with connection.cursor() as cursor:
        cursor.execute("update directory_organisation set name_en = %s", ["Renamed"])


def by_deleting(organisation):
    GlossaryTerm.objects.first().delete()


@pytest.mark.parametrize("write", [by_saving, by_update, in_bulk, by_relation, in_sql, by_deleting])
def test_every_way_to_write_changes_it(organisation, write):
    before = generation()

    write(organisation)

    assert generation() not in (before, "")


def test_it_changes_and_is_taken_back_with_the_transaction(organisation):
    before = generation()

    with transaction.atomic():
        by_saving(organisation)
        inside = generation()
        transaction.set_rollback(True)

    assert inside != before
    assert generation() == before


def test_one_mark_a_transaction(organisation):
    marks = WriteMark.objects.count()

    with transaction.atomic():
        by_saving(organisation)
        with transaction.atomic():
            by_update(organisation)

    assert WriteMark.objects.count() == marks + 1


def test_a_mark_that_a_savepoint_took_back_is_made_again(organisation):
    before = generation()

    with transaction.atomic():
        with transaction.atomic():
            by_saving(organisation)
            transaction.set_rollback(True)
        between = generation()
        by_update(organisation)

    assert between == before
    assert generation() != before


def test_the_same_content_again_is_another_generation(organisation):
    seen = {generation()}
    for name in ("A", "B", "A", "B"):
        Organisation.objects.filter(pk=organisation.pk).update(name_en=name)
        seen.add(generation())

    assert len(seen) == 5


def test_what_no_page_shows_does_not_change_it(organisation):
    before = generation()

    Session.objects.create(session_key="key", session_data="", expire_date=timezone.now())
    WorkerBeat.objects.create(worker_id="one", seen_at=timezone.now())
    log("looked")

    assert generation() == before


@pytest.mark.parametrize(
    ("sql", "is_shown"),
    [
        ('SELECT "a" FROM "b" FOR UPDATE', False),
        ("WITH a AS (SELECT 1) SELECT * FROM a", False),
        ("SAVEPOINT update_a", False),
        ("WITH a AS (SELECT 1) DELETE FROM b", True),
        ("INSERT OR IGNORE INTO wagtailcore_page VALUES (1)", True),
        ('TRUNCATE "home_homepage"', True),
        (["a", "table", "of", "a", "later", "issue,", "by", "an", "object", "of", "the", "driver"], True),
        ("UPDATE some_new_table SET a = 1", True),
        ('DELETE FROM "django_session"', False),
    ],
)
def test_what_counts_as_a_write(sql, is_shown):
    assert shows(sql) is is_shown


def test_many_marks_become_one_under_a_new_generation(organisation):
    for number in range(MOST_MARKS + 1):
        Organisation.objects.filter(pk=organisation.pk).update(name_en=f"Name {number}")
    before = generation()

    gather_marks()

    assert WriteMark.objects.count() == 1
    assert generation() != before
