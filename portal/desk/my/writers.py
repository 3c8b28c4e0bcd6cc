"""Who wrote an entry, said without names: organisation and role."""

from collections import defaultdict

from django.utils.translation import gettext as _

from portal.access.models import RecordIdentity
from portal.access.queries import visible_to
from portal.directory.models import Member, Membership, Organisation


def writers_of(keys, user):
    """By key of an identity, who wrote it, each as "organisation, role"; of organisations only those that `user` may
    know of. A constant number of queries."""
    rows = RecordIdentity.contributors.through.objects.filter(recordidentity__in=keys)
    pairs = list(rows.order_by("pk").values_list("recordidentity", "user"))
    called = people_without_names({pk for _key, pk in pairs}, user)
    found = defaultdict(dict)
    for key, pk in pairs:
        found[key][called[pk]] = True
    return {key: tuple(names) for key, names in found.items()}


def people_without_names(user_ids, user):
    """By number of an account, its person as organisation and role."""
    roles = dict(Member.objects.filter(user__in=user_ids).values_list("user", "role"))
    organisations = _organisations(user_ids, user)
    return {pk: _called(organisations.get(pk, ()), roles.get(pk)) for pk in user_ids}


def _organisations(user_ids, user):
    rows = Membership.objects.filter(member__user__in=user_ids, is_active=True).order_by("-is_focal_point", "pk")
    pairs = list(rows.values_list("member__user", "organisation"))
    known = visible_to(Organisation.objects.filter(pk__in={pk for _user, pk in pairs}), user).in_bulk()
    found = defaultdict(list)
    for person, pk in pairs:
        if pk in known:
            found[person].append(known[pk].short_name)
    return found


def _called(organisations, role):
    """`role` None is somebody who is no member: the portal's own editors."""
    if role is None:
        return _("the portal's editors")
    return ", ".join(filter(None, (*organisations, role))) or _("a member")
