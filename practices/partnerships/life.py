"""What happened to an idea after it was proposed, read for its page in two queries, and who is named in it."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q

from events.actions.models import FollowUpAction
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.core.together import read_together
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import OrganisationType
from practices.partnerships.models.life import IdeaChange, IdeaSupport, PartnerAnswer


@dataclass(frozen=True)
class Life:
    """Steps of the timeline (also of ideas that go on under this one), support, answers, and the actions that were made
    of its steps: those of which the reader may know, and of which steps any was made. `known` are the primary keys of
    the organisations whose pages the reader may know of, `own` those for which they speak and nobody contests it."""

    changes: list[IdeaChange]
    supports: list[IdeaSupport]
    answers: list[PartnerAnswer]
    actions: list[FollowUpAction]
    made: set[UUID]
    known: frozenset[int]
    own: list[Organisation]

    @property
    def by_partner(self):
        """What each organisation answered (Organisation → key of Answer)."""
        return {row.organisation: row.answer for row in self.answers}


def life_of(key: UUID, user) -> Life:
    """The Life of the idea with this identity key, for who may read its details. Three queries."""
    actions = FollowUpAction.objects.filter(idea=key, step_key__isnull=False)
    changes, supports, answers, known_actions, made = read_together(
        IdeaChange.objects.filter(Q(identity=key) | Q(merged_into=key)),
        IdeaSupport.objects.filter(identity=key),
        PartnerAnswer.objects.filter(identity=key),
        actions.visible_to(user),
        actions.only("step_key"),
    )
    focal = reader_of(user).deciding.focal_ids
    organisations = _organisations([*changes, *supports, *answers], focal, user)
    _fill_people(changes)
    return Life(
        changes=sorted(changes, key=lambda row: row.pk),
        supports=sorted(supports, key=lambda row: row.pk),
        answers=sorted(answers, key=lambda row: (row.answered_at, row.pk)),
        actions=known_actions,
        made={each.step_key for each in made},
        known=frozenset(each.pk for each in organisations if each.is_known),
        own=[each for each in organisations if each.pk in focal and each.merged_into_id is None],
    )


def _organisations(rows, besides, user):
    """Those of the rows, which are told of them, and others; by name, each with whether `user` may know of its page."""
    wanted = {row.organisation_id for row in rows} - {None} | set(besides)
    known = RecordIdentity.objects.visible_to(user).filter(key=OuterRef("key"))
    found = Organisation.objects.filter(pk__in=wanted).annotate(is_known=Exists(known)).order_by("name_en", "pk")
    by_pk, kinds = {each.pk: each for each in found}, kept_terms(OrganisationType)
    for each in by_pk.values():
        each.kind = kinds[each.kind_id]
    for row in rows:
        row.organisation = by_pk.get(row.organisation_id)
    return list(by_pk.values())


def _fill_people(changes):
    """Who made each step, with what is known of them as a member; nobody where they were forgotten."""
    people = get_user_model().objects.select_related("member").in_bulk({row.by_id for row in changes} - {None})
    for row in changes:
        row.by = people.get(row.by_id)
