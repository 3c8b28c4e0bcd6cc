"""A grant that rests on an agreement: given within it, shortened and ended with it, never lengthened again."""

from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Locale

from portal.access.enums import Action, Level
from portal.access.models import AuditEntry, RecordIdentity
from portal.access.policy import can
from portal.access.services import give_grant, restore_record, shorten_grants, withdraw_record
from tests.factories.access import GrantFactory, IdentityFactory
from tests.factories.agreements import make_agreement, party
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def end_of(day):
    """The moment after a day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


@pytest.fixture
def agreement():
    """An agreement that ends in a hundred days."""
    return make_agreement(ends_on=in_days(100))


@pytest.fixture
def give():
    """Gives a grant that rests on an agreement (a page), by the owner of what it opens."""
    owner = member_of(organisation := OrganisationFactory(), focal_point=True)

    def given(page, **options):
        identity = IdentityFactory(owner=organisation, details_to=Level.OWNER)
        values = {"until": end_of(in_days(50)), "user": member_of(), "reason": "Under the agreement."}
        return give_grant(identity=identity, by=owner, agreement=page.identity, **values | options)

    return given


def opens(grant):
    """Whether its holder can read what it opens."""
    return can(grant.user, Action.READ, RecordIdentity.objects.get(pk=grant.identity_id))


def publish(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_it_is_given_within_the_agreement(agreement, give):
    grant = give(agreement, until=end_of(in_days(100)))

    assert opens(grant)
    entry = AuditEntry.objects.get(identity=grant.identity, action="grant given")
    assert entry.detail["agreement"] == agreement.identity.code


@pytest.mark.parametrize("until", [None, end_of(in_days(100)) + timedelta(microseconds=1)])
def test_it_says_until_when_and_that_is_not_after_the_end_of_the_agreement(until, agreement, give):
    with pytest.raises(ValidationError) as refused:
        give(agreement, until=until)

    assert list(refused.value.message_dict) == ["until"]


def test_of_an_agreement_without_an_end_it_need_not_say_until_when(give):
    assert give(make_agreement(), until=None).until is None


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "drafting"}, {"state": "ended"}, {"starts_on": in_days(1)}, {"ends_on": in_days(-1)},
        {"publish": False}, {"listed_to": Level.OWNER},
    ],
)  # fmt: skip
def test_nothing_rests_on_what_is_not_in_force_or_what_the_giver_may_not_know_of(fields, give):
    with pytest.raises(ValidationError) as refused:
        give(make_agreement(**fields))

    assert refused.value.message_dict == {"agreement": ["No such agreement is in force."]}


def test_an_entry_that_is_no_agreement_is_none(give):
    with pytest.raises(ValidationError):
        give(make_record())


@pytest.mark.parametrize(
    "change", [{"state": "ended"}, {"state": "drafting"}, {"starts_on": in_days(1)}, {"ends_on": in_days(-1)}]
)
def test_it_ends_when_a_version_is_published_by_which_the_agreement_does_not_run(change, agreement, give):
    grant, other = give(agreement), give(make_agreement())

    publish(agreement, **change)

    assert [opens(each) for each in (grant, other)] == [False, True]
    grant.refresh_from_db()
    assert (grant.ended_at is not None, grant.ended_by) == (True, None)
    entry = AuditEntry.objects.get(identity=grant.identity, action="grant ended")
    assert (entry.by, entry.detail["agreement"]) == (None, agreement.identity.code)


def test_it_is_shortened_with_the_agreement_and_not_lengthened_with_it(agreement, give):
    grant = give(agreement)

    publish(agreement, ends_on=in_days(10))
    grant.refresh_from_db()
    shortened = grant.until
    publish(agreement, ends_on=in_days(400))
    grant.refresh_from_db()

    assert shortened == grant.until == end_of(in_days(10))
    assert AuditEntry.objects.filter(identity=grant.identity, action="grant shortened").count() == 1


def test_it_is_for_organisations_that_the_agreement_names(give):
    party_of_it, other = OrganisationFactory(), OrganisationFactory()
    page = make_agreement(parties=[party_of_it], ends_on=in_days(100))

    with pytest.raises(ValidationError) as refused:
        give(page, user=None, organisation=other)

    assert list(refused.value.message_dict) == ["agreement"]
    assert give(page, user=None, organisation=party_of_it).ended_at is None


def test_it_ends_when_a_version_does_not_name_its_holder_any_more(give):
    stays, goes = OrganisationFactory(), OrganisationFactory()
    page = make_agreement(parties=[stays, goes], ends_on=in_days(100))
    person = member_of(goes)
    grants = [
        give(page, user=None, organisation=stays), give(page, user=None, organisation=goes),
        give(page, user=person, within=goes), give(page),
    ]  # fmt: skip

    publish(page, organisations=[party(stays)])

    for grant in grants:
        grant.refresh_from_db()
    assert [grant.ended_at is None for grant in grants] == [True, False, False, True]
    assert not opens(grants[2])


def test_a_draft_changes_nothing(agreement, give):
    grant = give(agreement)

    agreement.state = "ended"
    agreement.save_revision()

    assert opens(grant)


def test_it_ends_with_unpublishing_deleting_and_withdrawing_and_stays_ended(agreement, give):
    by = editor()
    pages = [agreement, make_agreement(), make_agreement()]
    grants = [give(page) for page in pages]

    pages[0].unpublish()
    pages[1].delete()
    withdraw_record(identity=pages[2].identity, by=by, reason="A mistake.")
    after = [opens(grant) for grant in grants]
    publish(pages[0])
    restore_record(identity=pages[2].identity, by=by, second=editor(), reason="It was none.")

    assert after == [opens(grant) for grant in grants] == [False] * 3


def test_a_withdrawn_agreement_opens_nothing_whatever_the_row_says(agreement):
    identity, holder = IdentityFactory(details_to=Level.OWNER), member_of()
    GrantFactory(identity=identity, user=holder, agreement=agreement.identity)
    before = can(holder, Action.READ, identity)

    RecordIdentity.objects.filter(pk=agreement.key).update(withdrawn_at=timezone.now())

    assert [before, can(holder, Action.READ, identity)] == [True, False]


def test_what_would_begin_after_the_end_never_begins(agreement):
    grant = GrantFactory(
        identity=IdentityFactory(), user=member_of(), agreement=agreement.identity,
        starts_at=timezone.now() + timedelta(days=9),
    )  # fmt: skip

    number = shorten_grants(agreement=agreement.identity, until=timezone.now() + timedelta(days=3))

    grant.refresh_from_db()
    assert (number, grant.ended_at is not None) == (0, True)


def test_of_several_languages_the_strictest_counts(agreement, give):
    grant = give(agreement)
    copy = agreement.copy_for_translation(Locale.objects.get(language_code="fr"))

    copy.ends_on = in_days(20)
    copy.save_revision().publish()

    grant.refresh_from_db()
    assert grant.until == end_of(in_days(20))
