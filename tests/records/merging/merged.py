"""Merges organisations, and makes what names them."""

from portal.records.merging import merge_organisations
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from tests.factories.people import UserFactory
from tests.factories.records import make_record

REASON = "Same office, new name."


def administrator():
    return UserFactory(is_superuser=True, is_staff=True)


def merge(drop, keep, **options):
    return merge_organisations(**{"keep": keep, "drop": drop, "by": administrator(), "reason": REASON, **options})


def role(number=0):
    return ParticipantRole.objects.all()[number]


def naming(organisation, **fields):
    row = RecordOrganisation(organisation=organisation, role=role())
    return make_record(organisations=[row], **fields)
