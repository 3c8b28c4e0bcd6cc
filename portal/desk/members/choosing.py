"""One member chosen in a form: those who agreed to be found, each by name, role and organisation."""

from django import forms
from django.db.models import Prefetch, Q

from portal.access.queries import visible_to
from portal.directory.models import Member, Membership, Organisation
from portal.directory.profiles import listed_members
from portal.records.widgets import LongSelect


class MemberChoice(forms.ModelChoiceField):
    """A Member, known by the key under which others write to them: a number that counts up would tell how many there
    are. Its choices are given by the form (`members_to_choose`)."""

    widget = LongSelect

    def __init__(self, **options):
        super().__init__(Member.objects.none(), empty_label="—", to_field_name="contact_key", **options)

    def label_from_instance(self, member):
        organisations = (each.organisation.short_name for each in member.known_memberships)
        return " · ".join(filter(None, (member.user.get_full_name(), member.role, *organisations))) or str(member)


def members_to_choose(user, *known):
    """The listed members by name, `user` and the `known` users, if they are members now; of their organisations those
    are read of which `user` may know. Two queries when they are read."""
    people = Q(pk__in=listed_members().values("pk")) | Q(user__in=[each.pk for each in (user, *known)])
    organisations = visible_to(Organisation.objects.all(), user)
    memberships = Membership.objects.filter(is_active=True, organisation__in=organisations).order_by("pk")
    named = Prefetch("memberships", queryset=memberships.select_related("organisation"), to_attr="known_memberships")
    found = Member.objects.filter(people, is_active=True, user__is_active=True).select_related("user")
    return found.order_by("user__last_name", "user__first_name", "pk").prefetch_related(named)
