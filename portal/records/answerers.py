"""Who can say whether an entry is still true: people of the community who may read all of it."""

from django.db.models import Exists, OuterRef, Q

from portal.access.drafts import writers
from portal.access.enums import TO_ALL_MEMBERS, Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.directory.models import Membership
from portal.records.models import StillTrueQuestion

FOCAL = Q(is_focal_point=True, is_deputy=False)
ACTIVE = Membership.objects.filter(is_active=True, member__is_active=True, member__user__is_active=True)


def answerers(identity, *, deputies=False):
    """The users who can say it: focal points of its owner, else of its keeper, else who wrote it. With `deputies` also
    those, and who wrote it in any case. Who speaks for an organisation to which the last question was passed on can
    say it in any case, too."""
    found = _passed_to(identity)
    asked = set()
    for party in _parties(identity):
        if deputies or not asked:
            asked |= _speakers(party, deputies)
    if deputies or not asked:
        asked |= writers(identity)
    return {user for user in found | asked if can(user, Action.READ, identity)}


def _passed_to(identity):
    question = StillTrueQuestion.objects.filter(key=identity.pk).order_by("asked_at").select_related("passed_to").last()
    return speakers_who_read(identity, question.passed_to) if question and question.passed_to else set()


def speakers_who_read(identity, organisation):
    """Who speaks for an organisation, deputies too, and may read all of the entry; nobody while that is contested."""
    if organisation.is_frozen:
        return set()
    return {user for user in _speakers(organisation, deputies=True) if can(user, Action.READ, identity)}


def answerable(identities):
    """The keys of those for which somebody can be asked first: `answerers` of many, in two queries and a few for each
    that is for fewer than all members and has no focal point."""
    parties = {party.pk for each in identities for party in _parties(each)}
    spoken_for = set(ACTIVE.filter(FOCAL, organisation__in=parties).values_list("organisation", flat=True))
    written = _with_writers([each.pk for each in identities])
    return {
        each.pk
        for each in identities
        if spoken_for & {party.pk for party in _parties(each)} or (each.pk in written and _has_reading_writer(each))
    }


def _has_reading_writer(identity):
    return identity.details_to in TO_ALL_MEMBERS or bool(answerers(identity))


def _parties(identity):
    """Owner and keeper, while nobody contests who speaks for them."""
    return [party for party in (identity.owner, identity.custodian) if party is not None and not party.is_frozen]


def _speakers(party, deputies):
    speaks = Q(is_focal_point=True) | Q(is_deputy=True) if deputies else FOCAL
    rows = ACTIVE.filter(speaks, organisation=party).select_related("member__user")
    return {row.member.user for row in rows}


def _with_writers(keys):
    """The keys of those with a writer who still counts: `access.drafts.writers` of many."""
    wrote = RecordIdentity.contributors.through.objects.filter(
        recordidentity__in=keys, user__is_active=True, user__member__is_active=True
    )
    parties = Q(organisation=OuterRef("recordidentity__owner")) | Q(organisation=OuterRef("recordidentity__custodian"))
    belongs = ACTIVE.filter(parties, member__user=OuterRef("user"), organisation__frozen_at=None)
    of_nobody = Q(recordidentity__owner=None, recordidentity__custodian=None)
    return set(wrote.filter(of_nobody | Exists(belongs)).values_list("recordidentity", flat=True))
