"""The members whom others may find, narrowed by what is asked for."""

from django.db.models import Exists, OuterRef, Prefetch, Q

from portal.access.queries import visible_to
from portal.desk.members.relay import reachable_members
from portal.directory.models import Membership, Organisation
from portal.directory.profiles import listed_members
from portal.taxonomy.models import Country, Expertise


def members_found(user, asked):
    """The listed members, by name; `asked` are the clean values of a MembersForm. Of their organisations those are read
    of which `user` may know (`known_memberships`); `is_reachable` says whether one can write to them."""
    found = listed_members()
    for name, field in {"expertise": "expertise", "country": "countries"}.items():
        if asked.get(name):
            found = found.filter(**{field: asked[name]})
    if asked.get("language"):
        found = found.filter(pk__in=_reading(found, asked["language"]))
    if asked.get("organisation"):
        found = found.filter(Exists(_active().filter(member=OuterRef("pk"), organisation=asked["organisation"])))
    for word in asked.get("q", "").split():
        names = ("user__first_name", "user__last_name", "role")
        found = found.filter(Q.create([(f"{name}__icontains", word) for name in names], connector=Q.OR))
    found = found.annotate(is_reachable=Exists(reachable_members().filter(pk=OuterRef("pk"))))
    return found.order_by("user__last_name", "user__first_name", "pk").prefetch_related(*_beside(user))


def offered(user):
    """What the list can be narrowed by, as arguments of MembersForm: the organisations of listed members of which
    `user` may know, and what these members can be asked about."""
    of_listed = _active().filter(member__in=listed_members()).values("organisation")
    return {
        "organisations": visible_to(Organisation.objects.live().filter(pk__in=of_listed), user),
        "expertise": Expertise.objects.filter(pk__in=listed_members().values("expertise")),
        "countries": Country.objects.filter(pk__in=listed_members().values("countries")),
    }


def _active():
    return Membership.objects.filter(is_active=True)


def _reading(members, language):
    """The primary keys of those who read a language: a list in JSON, which not every database looks into."""
    return [pk for pk, languages in members.values_list("pk", "languages") if language in languages]


def _beside(user):
    known = visible_to(Organisation.objects.all(), user)
    memberships = _active().filter(organisation__in=known).select_related("organisation").order_by("pk")
    return (
        "user",
        "expertise",
        "countries",
        Prefetch("memberships", queryset=memberships, to_attr="known_memberships"),
    )
