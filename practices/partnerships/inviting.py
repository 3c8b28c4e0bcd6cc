"""Whoever is named as a partner of a published idea is told, once, and answers for itself; and again for the idea under
which it goes on."""

from django.db.models import Q

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.directory.rights import speakers
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell
from practices.partnerships.enums import Answer
from practices.partnerships.models import IdeaPage
from practices.partnerships.models.life import IdeaSupport, PartnerAnswer
from practices.partnerships.rights import IDEA

INVITED = MessageKind("partner_invited", Urgency.MUST, Action.READ, members_only=True)
ASKED_AGAIN = MessageKind("partner_asked_again", Urgency.MUST, Action.READ, members_only=True)


def invite_partners(keys):
    """For `portal.access.changes`: tells who speaks for the partners of these ideas (keys of identities) that they are
    invited, each organisation once for each idea.

    Not those who have answered, nor the organisation that wrote it, nor those of an example that nobody has proposed.
    """
    identities = RecordIdentity.objects.filter(pk__in=keys, kind=IDEA, withdrawn_at=None).in_bulk()
    if not identities:
        return
    pages = IdeaPage.objects.live().filter(translation_key__in=identities, is_illustrative=False).order_by("pk")
    for page in pages.prefetch_related("organisations__organisation"):
        _invite(identities[page.key], [row.organisation for row in page.organisations.all()])


def _invite(identity, organisations):
    answered = set(PartnerAnswer.objects.filter(identity=identity).values_list("organisation", flat=True))
    for organisation in organisations:
        if organisation.pk not in {identity.owner_id, identity.custodian_id, *answered}:
            event = f"{INVITED.key}:{identity.code}:{organisation.code}"
            facts = {"organisation": organisation.code}
            tell(kind=INVITED.key, event=event, people=speakers(organisation), record=identity.key, facts=facts)


def ask_again(other, into):
    """Asks the organisations that said they are in, or support it, of an idea (an identity) what they say of the one
    under which it goes on: their word for the one is none for the other. Not those that answered there."""
    answered = PartnerAnswer.objects.filter(identity=into).values("organisation")
    in_it = PartnerAnswer.objects.filter(identity=other).exclude(answer=Answer.DECLINED).values("organisation")
    supporting = IdeaSupport.objects.filter(identity=other).exclude(organisation=None).values("organisation")
    asked = Organisation.objects.live().filter(Q(pk__in=in_it) | Q(pk__in=supporting)).exclude(pk__in=answered)
    for organisation in asked.order_by("pk"):
        event = f"{ASKED_AGAIN.key}:{other.code}:{into.code}:{organisation.code}"
        facts = {"organisation": organisation.code, "other": other.code}
        tell(kind=ASKED_AGAIN.key, event=event, people=speakers(organisation), record=into.pk, facts=facts)
