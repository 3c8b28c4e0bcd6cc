"""What people did around the double goes on at the kept one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.models import RecordIdentity
from portal.community.discussing import ask
from portal.community.models import Follow, Question
from portal.records.merging import uses_of_organisation
from tests.factories.people import OrganisationFactory, member_of
from tests.records.merging.merged import merge

pytestmark = pytest.mark.django_db


def test_who_follows_the_double_follows_the_kept_one_once(drop, keep):
    old, new, both = (member_of(OrganisationFactory()) for _ in range(3))
    ended, kept = (RecordIdentity.objects.get(pk=each.key) for each in (drop, keep))
    since = timezone.now() - timedelta(days=9)
    for user, identity in ((old, ended), (new, kept), (both, ended), (both, kept)):
        Follow.objects.create(user=user, identity=identity, since=since)
    assert uses_of_organisation(drop) == {"what people follow": 2}

    merge(drop, keep)

    assert sorted(Follow.objects.values_list("user", "identity", "since")) == [
        (user.pk, keep.key, since) for user in (old, new, both)
    ]


def test_what_was_asked_about_the_double_stands_at_the_kept_one(drop, keep):
    ask(user=member_of(keep), identity=RecordIdentity.objects.get(pk=drop.key), text="Who is there?")

    merge(drop, keep)

    assert [question.identity_id for question in Question.objects.all()] == [keep.key]
