"""An entry is withdrawn in one step from its public page, by whom it concerns; for others the step does not exist."""

import pytest
from django.urls import reverse

from portal.access.enums import Level
from portal.access.models import AuditEntry, RecordIdentity
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
GONE = "Nobody but editors sees it from now on"


@pytest.fixture
def owner():
    return OrganisationFactory()


@pytest.fixture
def page(owner):
    page = make_record(title="Roads of the north")
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    return page


def address(page):
    return reverse("reviewing:withdraw", args=[page.identity.code])


def test_exactly_editors_and_focal_points_of_owner_or_keeper_find_the_step(page, owner, client):
    keeper = OrganisationFactory()
    RecordIdentity.objects.filter(pk=page.key).update(custodian=keeper)
    people = {
        "visitor": None,
        "member": member_of(),
        "staff": member_of(owner),
        "focal point": member_of(owner, focal_point=True),
        "keeper": member_of(keeper, focal_point=True),
        "another focal point": member_of(OrganisationFactory(), focal_point=True),
        "editor": editor(),
        "no member": UserFactory(),
    }
    found, linked = set(), set()
    for name, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
        answer = client.get(address(page))
        if answer.status_code == 200:
            found.add(name)
        else:
            assert answer.status_code == 404
            assert client.post(address(page), {"reason": "No."}).status_code == 404
        if address(page) in client.get(page.get_url()).text:
            linked.add(name)

    assert found == linked == {"focal point", "keeper", "editor"}
    assert page.identity.withdrawn_at is None


def test_one_step_with_a_reason_and_it_is_gone_for_all_but_editors(page, owner, client):
    speaker = member_of(owner, focal_point=True)
    client.force_login(speaker)
    answer = client.post(address(page), {"reason": " "})
    assert answer.status_code == 400
    assert page.identity.withdrawn_at is None

    done = client.post(address(page), {"reason": "It names a street."}).text.split("<main")[1]
    assert GONE in done
    assert 'href="/my/"' in done

    assert client.get(page.get_url()).status_code == 404
    assert client.get(address(page)).status_code == 404
    client.logout()
    assert client.get(page.get_url()).status_code == 404
    entry = AuditEntry.objects.get(action="withdrawn")
    assert (entry.by, entry.detail["reason"]) == (speaker, "It names a street.")
    client.force_login(editor())
    assert client.get(page.get_url()).status_code == 200


def test_it_says_what_is_withdrawn_and_leads_back_to_where_one_was(page, owner, client):
    client.force_login(member_of(owner, focal_point=True))
    ours = f"{reverse('my:our-data')}?organisation={owner.code}"

    from_page, from_list = (
        client.get(path).text for path in (address(page), f"{address(page)}?organisation={owner.code}")
    )
    assert "Withdraw “Roads of the north”?" in from_page
    assert from_page.count(f'href="{page.get_url()}"') == 2
    assert from_list.count(f'href="{ours}"') == 2
    assert page.get_url() not in from_list.split("<main")[1]

    done = client.post(f"{address(page)}?organisation={owner.code}", {"reason": "It names a street."}).text
    assert "“Roads of the north” is withdrawn" in done
    assert f'href="{ours}#withdrawn"' in done
    assert 'id="withdrawn"' in client.get(ours).text


def test_nobody_withdraws_for_a_contested_owner(page, owner, client):
    from django.utils import timezone

    speaker = member_of(owner, focal_point=True)
    owner.frozen_at = timezone.now()
    owner.save()
    client.force_login(speaker)

    assert client.get(address(page)).status_code == 404
