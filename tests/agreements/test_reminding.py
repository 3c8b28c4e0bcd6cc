"""Before an agreement ends its parties are told, once for each day of its kind; then lists say that it is over."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from portal.access.enums import Level
from portal.notifications.models import Notice
from portal.notifications.sending import send_due
from practices.agreements.models import AgreementPage
from practices.agreements.reminding import days_ahead, remind
from tests.access.clock import standing
from tests.factories.agreements import make_agreement
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
END = date(2031, 6, 30)


@pytest.fixture
def party():
    return OrganisationFactory()


@pytest.fixture
def speaker(party):
    return member_of(party, focal_point=True)


def before(days):
    return END - timedelta(days=days)


def told():
    return sorted((notice.user.email, notice.event.rpartition(":")[2]) for notice in Notice.objects.all())


def test_focal_points_of_the_parties_are_told_once_for_each_of_its_days(party, speaker):
    other = OrganisationFactory()
    others = member_of(other, focal_point=True)
    member_of(party), member_of(OrganisationFactory(), focal_point=True)
    make_agreement(parties=[party, other], ends_on=END)

    counts = [remind(before(days)) for days in (91, 90, 89, 30, 30, 29, 7, 0, -1)]

    assert counts == [0, 2, 0, 2, 0, 0, 2, 0, 0]
    assert told() == sorted((user.email, days) for user in (speaker, others) for days in ("7", "30", "90"))


def test_of_days_that_nothing_ran_only_the_last_is_told(party, speaker):
    make_agreement(parties=[party], ends_on=END)

    assert [remind(before(5)), remind(before(4))] == [1, 0]
    assert told() == [(speaker.email, "7")]


def test_another_end_is_told_of_anew(party, speaker):
    page = make_agreement(parties=[party], ends_on=END)
    first = remind(before(7))
    page.ends_on = END + timedelta(days=1)
    page.save_revision().publish()

    assert [first, remind(before(6))] == [1, 1]


def test_of_several_languages_the_earliest_end_is_told(party, speaker):
    copy = make_agreement(parties=[party], ends_on=END).copy_for_translation(Locale.objects.get(language_code="fr"))
    copy.ends_on = before(7)
    copy.save_revision().publish()

    assert [remind(before(15)), remind(before(14)), remind(before(6))] == [1, 1, 0]
    assert {notice.facts["ends_on"] for notice in Notice.objects.all()} == {before(7).isoformat()}


@pytest.mark.parametrize(
    ("kind", "days"),
    [("data_sharing_agreement", [7, 30, 90]), ("verbal_arrangement", [7, 30]), ("terms_of_use", [])],
)
def test_the_days_are_those_of_its_kind(kind, days):
    assert days_ahead(make_agreement(kind=kind)) == days
    assert days_ahead(AgreementPage()) == [7, 30, 90]


@pytest.mark.parametrize("fields", [{"state": "drafting"}, {"state": "ended"}, {"publish": False}])
def test_nobody_is_told_of_what_is_not_in_force(fields, party, speaker):
    make_agreement(parties=[party], ends_on=END, **fields)
    make_agreement(parties=[party], starts_on=END, ends_on=END)
    make_agreement(parties=[party])

    assert remind(before(7)) == 0


def test_for_a_contested_party_nobody_is_told(party, speaker):
    make_agreement(parties=[party], ends_on=END)
    party.frozen_at = timezone.now()
    party.save()

    assert remind(before(7)) == 0


def test_the_mail_names_code_and_day_and_is_asked_again_when_it_is_sent(party, speaker, mailoutbox):
    shown = make_agreement("Zebra depots", parties=[party], ends_on=END, details_to=Level.OWNER)
    hidden = make_agreement("Hidden depots", parties=[party], ends_on=END)
    decide(hidden, listed_to=Level.OWNER)
    decide(shown, listed_to=Level.PUBLIC, details_to=Level.OWNER)
    remind(before(7))

    send_due()

    (mail,) = mailoutbox
    assert mail.to == [speaker.email]
    assert mail.subject == f"{shown.identity.code} ends on 30 June 2031: Zebra depots"
    assert f"/r/{shown.identity.code}" in mail.body


def test_once_a_day_it_is_told_and_lists_say_that_it_has_expired(party, speaker):
    make_agreement(parties=[party], ends_on=timezone.localdate())
    call_command("tell_of_agreements", verbosity=0)
    on_the_day = _states()

    with standing(timezone.now() + timedelta(days=1)):
        call_command("tell_of_agreements", verbosity=1)

        assert [on_the_day, _states()] == [["Signed"], ["Expired"]]
    assert told() == [(speaker.email, "7")]


def _states():
    """What the list says of the state of each agreement."""
    client = Client()
    client.force_login(editor())
    hits = client.get("/agreements/").context["listing"].hits
    return [text for hit in hits for label, text in hit.facts if label == "State"]
