"""Which owners of data an entry names that others wrote: they are told before it goes beyond the members.

By others: nobody who wrote it, or asked for its access, belongs to the owner.
"""

from collections import defaultdict

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.access.enums import Level
from portal.access.models import AccessWish, OwnerNotice, PartiesWish
from portal.access.models.owner_notice import PATIENCE
from portal.access.services import OwnersWait, require_owners, tell_owners
from portal.directory.models import Membership, Organisation

NAMES = ("name_en", "name_fr", "name_ar", "acronym")
OWNS = "data_owner"
"""The part of an organisation (vocabulary of participant roles) that owns the data of which an entry tells."""


def with_silence(identities):
    """A queryset of identities with what `silence_of` asks: since when the first owner of data that did not answer is
    told (`owner_told_at`), and whether there is one for whom nobody speaks here (`owner_not_asked`)."""
    silent = OwnerNotice.objects.filter(identity=OuterRef("pk"), answer="")
    told = silent.filter(told_at__isnull=False).order_by("told_at").values("told_at")
    return identities.annotate(owner_told_at=Subquery(told[:1]), owner_not_asked=Exists(silent.filter(told_at=None)))


def silence_of(identity):
    """The day (a date) on which an owner was told who has not answered, or None; and whether one was not asked."""
    if not hasattr(identity, "owner_not_asked"):
        identity = with_silence(type(identity).objects).get(pk=identity.pk)
    told_at = identity.owner_told_at
    return told_at and timezone.localdate(told_at), identity.owner_not_asked


def to_be_told(page, identity) -> list[Organisation]:
    """The owners of data that have to be told before this version of a page is shown to everyone, by name; none where
    it is not to be, and none twice of what is open to everyone already."""
    wish = AccessWish.objects.filter(identity=identity).select_related("asked_by").first()
    is_wider, is_open = _goes_wider(identity, wish), _is_open(identity)
    if not (is_wider or is_open):
        return []
    named = (_named(page) | _parties(identity)) - _own(identity, wish)
    if not is_wider:
        named -= _published(page) | {identity.owner_id}
    return list(Organisation.objects.filter(pk__in=named).order_by("name_en", "pk"))


def tell(page, identity, version):
    """Tells them; `version` is the number of the version of the text that waits for its review."""
    tell_owners(identity=identity, organisations=to_be_told(page, identity), version=version)


def why_not(page, identity, version) -> str:
    """Why this version may not be shown to everyone yet, as far as owners of data go, in sentences; "" when it may."""
    wanted = {each.pk for each in to_be_told(page, identity)}
    wish = AccessWish.objects.filter(identity=identity).first()
    if not (wanted or _goes_wider(identity, wish)):
        return ""
    if page.owner_in_words.strip() and not (_named(page) or page.rests_on_sources):
        return _(
            "Its owner is named in words alone, so nobody can be told. It may go beyond the members only if it rests "
            "on published sources: let its basis say so, or choose the owner from the list."
        )
    told = OwnerNotice.objects.filter(identity=identity, version=version).values_list("organisation", flat=True)
    try:
        require_owners(identity, has_sources=page.rests_on_sources)
    except OwnersWait as refused:
        return str(refused)
    if wanted <= set(told):
        return ""
    return _("It names an owner of data that was not told. Return it, so that it is sent again and the owner is told.")


def said_of_owners(keys) -> dict:
    """By key of an identity, what owners of its data were told or said, in sentences for editors. One query."""
    found = defaultdict(list)
    notices = OwnerNotice.objects.filter(identity__in=keys).select_related("organisation").order_by("noted_at", "pk")
    for notice in notices:
        found[notice.identity_id].append(_said(notice))
    return found


def _said(notice):
    facts = {
        "owner": notice.organisation.short_name,
        "day": date_format(timezone.localtime(notice.told_at or notice.noted_at), "j F Y"),
        "until": date_format(
            timezone.localtime(notice.noted_at if notice.told_at is None else notice.told_at + PATIENCE), "j F Y"
        ),
        "answer": notice.get_answer_display(),
    }
    if notice.answer:
        said = _("%(owner)s: %(answer)s") % facts
        return f"{said} – {notice.message}" if notice.message else said
    if notice.told_at is None:
        return _("%(owner)s: nobody speaks for it here; only if it rests on published sources") % facts
    return _("%(owner)s: told on %(day)s; without an answer it waits until %(until)s") % facts


def _goes_wider(identity, wish):
    """Whether the wish opens card or details to everyone, of what is not."""
    if wish is None:
        return False
    pairs = ((wish.listed_to, identity.listed_to), (wish.details_to, identity.details_to))
    return any(asked == Level.PUBLIC != now for asked, now in pairs)


def _is_open(identity):
    return Level.PUBLIC in (identity.listed_to, identity.details_to)


def _named(page) -> set[int]:
    """Those with that part; and who is called so, where it is said in words."""
    rows = {row.organisation_id for row in page.organisations.all() if row.role.key == OWNS}
    return rows | _called(page.owner_in_words.strip()) if page.owner_in_words.strip() else rows


def _called(words) -> set[int]:
    names = [Q(**{f"{field}__iexact": words}) for field in NAMES]
    found = Organisation.objects.live().filter(Q.create(names, connector=Q.OR))
    return set(found.values_list("pk", flat=True))


def _published(page) -> set[int]:
    """Those that are named where everyone can read it already, in any language."""
    return {pk for version in page.get_translations(inclusive=True).live() for pk in _named(version.specific)}


def _parties(identity) -> set[int]:
    wish = PartiesWish.objects.filter(identity=identity).first()
    return {pk for pk in (identity.owner_id, wish and wish.owner_id) if pk}


def _own(identity, wish) -> set[int]:
    """The organisations of who wrote it, or asked for its access."""
    people = [*identity.contributors.values_list("pk", flat=True), *([wish.asked_by_id] if wish else [])]
    rows = Membership.objects.filter(member__user__in=people, is_active=True, organisation__frozen_at=None)
    return set(rows.values_list("organisation", flat=True))
