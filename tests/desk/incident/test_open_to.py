"""To whom an entry was open: nothing opens it while it is withdrawn but that it is restored."""

import pytest

from portal.access.services import merge_parties, restore_record, set_parties, withdraw_record
from portal.desk.incident.open_to import spans_of
from tests.desk.incident.conftest import identity_of
from tests.factories.people import OrganisationFactory, UserFactory, editor

pytestmark = pytest.mark.django_db


def open_now(page):
    return {(span.zone.name, str(span.level)) for span in spans_of(identity_of(page)) if span.until is None}


EVERYONE = {("CARD", "public"), ("DETAILS", "public")}


def test_what_is_changed_of_a_withdrawn_entry_opens_nothing(page, owner):
    assert open_now(page) == EVERYONE
    withdraw_record(identity=identity_of(page), by=editor())
    ended = spans_of(identity_of(page))
    assert open_now(page) == set()

    set_parties(identity=identity_of(page), by=editor(), second=editor(), owner=OrganisationFactory())
    keep = identity_of(page).owner
    merge_parties(keep=owner, drop=keep, by=UserFactory(is_superuser=True, is_staff=True), reason="One.")

    assert spans_of(identity_of(page)) == ended


def test_it_is_open_again_from_the_moment_it_is_restored(page):
    withdraw_record(identity=identity_of(page), by=editor())

    restore_record(identity=identity_of(page), by=editor(), second=editor(), reason="It was right.")

    assert open_now(page) == EVERYONE
