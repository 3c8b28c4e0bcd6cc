"""An agreement is ended in one step by who speaks for a party, and editors; for others the step does not exist."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from portal.access.enums import Action, Level
from portal.access.models import AuditEntry
from portal.access.policy import can
from portal.access.services import give_grant
from practices.agreements.ending import end_agreement, may_end
from practices.agreements.running import running
from tests.factories.access import IdentityFactory
from tests.factories.agreements import make_agreement
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def party():
    return OrganisationFactory()


@pytest.fixture
def agreement(party):
    return make_agreement(parties=[party, OrganisationFactory()], ends_on=timezone.localdate() + timedelta(days=9))


def address(page):
    return reverse("desk:end-agreement", args=[page.identity.code])


def test_exactly_focal_points_of_parties_and_editors_find_the_step(agreement, party, client):
    people = {
        "visitor": None,
        "member": member_of(),
        "staff": member_of(party),
        "party": member_of(party, focal_point=True),
        "another focal point": member_of(OrganisationFactory(), focal_point=True),
        "editor": editor(),
        "no member": UserFactory(),
    }
    found, linked = set(), set()
    for name, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
        answer = client.get(address(agreement))
        if answer.status_code == 200:
            found.add(name)
        else:
            assert answer.status_code == 404
            assert client.post(address(agreement), {"reason": "No."}).status_code == 404
        if address(agreement) in client.get(agreement.url).text:
            linked.add(name)

    assert found == linked == {"party", "editor"}
    assert running(agreement.identity)


def test_what_another_language_says_is_not_in_force_is_not_offered_to_be_ended(agreement, party, client):
    client.force_login(member_of(party, focal_point=True))
    copy = agreement.copy_for_translation(Locale.objects.get(language_code="fr"))
    copy.state = "drafting"
    copy.save_revision().publish()

    assert address(agreement) not in client.get(agreement.url).text
    assert client.get(address(agreement)).status_code == 404
    copy.state = "signed"
    copy.save_revision().publish()
    assert address(agreement) in client.get(agreement.url).text
    assert client.get(address(agreement)).status_code == 200


def test_one_step_with_a_reason_and_what_rests_on_it_is_closed(agreement, party, client):
    owner, holder = OrganisationFactory(), member_of()
    opened = IdentityFactory(owner=owner, details_to=Level.OWNER)
    grant = give_grant(
        identity=opened, by=member_of(owner, focal_point=True), user=holder, reason="Under it.",
        until=timezone.now() + timedelta(days=3), agreement=agreement.identity,
    )  # fmt: skip
    agreement.title = "A draft that waits"
    agreement.save_revision()
    speaker = member_of(party, focal_point=True)
    client.force_login(speaker)
    assert client.post(address(agreement), {"reason": " "}).status_code == 400
    assert can(holder, Action.READ, opened)

    done = client.post(address(agreement), {"reason": "The project is over."})

    assert "has ended" in done.text
    assert not can(holder, Action.READ, opened)
    grant.refresh_from_db()
    assert grant.ended_by == speaker
    entry = AuditEntry.objects.get(action="agreement ended")
    assert (entry.by, entry.detail["reason"]) == (speaker, "The project is over.")
    assert [client.get(address(agreement)).status_code, "Ended" in client.get(agreement.url).text] == [404, True]


def test_it_publishes_nothing_and_no_later_version_takes_it_back(agreement):
    agreement.title = "A draft that waits"
    agreement.save_revision()

    end_agreement(identity=agreement.identity, by=editor(), reason="Over.")

    agreement.refresh_from_db()
    assert (agreement.title, agreement.state, agreement.ends_on) == ("An agreement", "ended", timezone.localdate())
    agreement.get_latest_revision().publish()
    agreement.refresh_from_db()
    assert (agreement.title, agreement.state) == ("A draft that waits", "ended")
    assert running(agreement.identity) is None


def test_without_a_reason_or_a_second_time_nothing_is_written(agreement):
    by = editor()
    with pytest.raises(ValidationError):
        end_agreement(identity=agreement.identity, by=by, reason=" ")
    end_agreement(identity=agreement.identity, by=by, reason="Over.")

    with pytest.raises(PermissionDenied):
        end_agreement(identity=agreement.identity, by=by, reason="Over.")

    assert AuditEntry.objects.filter(action="agreement ended").count() == 1


def test_who_may_not_know_of_it_or_is_contested_cannot_end_it(agreement, party):
    speaker = member_of(party, focal_point=True)
    decide(agreement, listed_to=Level.OWNER)
    hidden = may_end(speaker, agreement.identity)
    decide(agreement, listed_to=Level.PUBLIC)
    party.frozen_at = timezone.now()
    party.save()
    contested = may_end(member_of(party, focal_point=True), agreement.identity)

    assert [hidden, contested, may_end(editor(), agreement.identity)] == [False, False, True]


def test_what_is_no_agreement_in_force_cannot_be_ended():
    pages = [make_record(), make_agreement(state="drafting"), make_agreement(state="ended")]

    assert [may_end(editor(), page.identity) for page in pages] == [False] * 3
