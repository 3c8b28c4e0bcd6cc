"""What the database refuses, whoever writes."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.access.models import RecordIdentity
from tests.factories.access import GrantFactory, IdentityFactory
from tests.factories.people import UserFactory


@pytest.mark.parametrize(
    "wrong",
    [
        {"listed_to": "members", "details_to": "public"},
        {"listed_to": "owner_organisation", "details_to": "named_organisations"},
        {"text_sensitivity": "moderate", "details_to": "public"},
        {"text_sensitivity": "not_assessed", "details_to": "members"},
        {"text_sensitivity": "severe", "details_to": "named_organisations"},
    ],
)
def test_the_database_keeps_details_within_card_and_sensitivity(wrong):
    identity = IdentityFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        RecordIdentity.objects.filter(pk=identity.pk).update(**wrong)


def test_the_database_keeps_grants_whole(organisation):
    now = timezone.now()
    for wrong in (
        {"user": UserFactory(), "organisation": organisation}, {},
        {"organisation": organisation, "ended_at": now},
        {"organisation": organisation, "starts_at": now, "until": now},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            GrantFactory(**wrong)
