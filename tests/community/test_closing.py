"""While it is contested who speaks for the owner of an entry, its focal points close and open no question of others."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.access.enums import Level
from portal.community.discussing import ask, close, reopen
from portal.community.reading import discussion_of
from portal.directory.speaking import freeze
from portal.users.models import User
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("act", [close, reopen])
def test_focal_points_of_a_contested_organisation_rule_over_no_question(act):
    owner, by = OrganisationFactory(), editor()
    page, focal = make_record(), member_of(owner, focal_point=True)
    decide(page, listed_to=Level.MEMBERS, owner=owner)
    question = ask(user=member_of(), identity=page.identity, text="Which year?")
    if act is reopen:
        close(user=by, question=question)
    freeze(organisation=owner, by=by, reason="Two claim it.")
    focal = User.objects.get(pk=focal.pk)

    assert [each.may_close for each in discussion_of(page.identity, focal)] == [False]
    with pytest.raises(PermissionDenied):
        act(user=focal, question=question)
    act(user=by, question=question)
