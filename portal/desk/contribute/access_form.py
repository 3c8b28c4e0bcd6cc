"""The step “Who may see this?” on a member's page: the same questions as in the admin."""

from django.utils.translation import gettext as _

from portal.access.enums import Action, Level, TextSensitivity
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.services import with_levels
from portal.desk.contribute.form_fields import known_organisations
from portal.directory.models import Membership
from portal.records.access_fields import QUESTIONS, AccessFields, level_choices
from portal.records.registry import kind_of


class AccessForm(AccessFields):
    """Its fields stand on no page. Organisations that the member may not know of are not among those to name."""

    field_order = [
        "listed_to", "details_to", "named_organisations", "names_person", "names_place", "tells_unpublished",
        "access_reason", "access_version",
    ]  # fmt: skip

    def __init__(self, *args, instance, user, **options):
        self.instance = instance
        super().__init__(*args, **options)
        for name in ("listed_to", "details_to"):
            self.fields[name].choices = level_choices(notes={Level.OWNER: closed_to(user, self.identity)})
        for name in ("listed_to", "details_to", *QUESTIONS):
            # May be left for later, but not when it goes on.
            self.fields[name].is_asked = True
        named = self.fields["named_organisations"]
        named.queryset = known_organisations(user)
        # The queryset alone would not do: the fields of the admin have written their choices out already.
        named.choices = [(each.pk, named.label_from_instance(each)) for each in named.queryset]
        if not (self.is_bound or self.wish or self.initial["named_organisations"]):
            # Kept once it is sent, and not before: what is sent is compared with what is.
            at_first = kind_of(instance).named_at_first(instance, user)
            self.initial["named_organisations"] = [each.pk for each in at_first if each in named.queryset]

    @property
    def kept(self):
        """Named organisations that the member may not know of: they stay named."""
        named = self.initial.get("named_organisations") or []
        shown = set(self.fields["named_organisations"].queryset.filter(pk__in=named).values_list("pk", flat=True))
        return [pk for pk in named if pk not in shown]

    def asked_access(self):
        asked = super().asked_access()
        if asked:
            asked["named"] = [*asked["named"], *self.kept]
        return asked


def closed_to(user, identity) -> str:
    """A sentence for an author who would not read an entry that is for focal points only, and why; else ""."""
    if can(user, Action.READ, with_levels(identity, Level.OWNER, Level.OWNER, TextSensitivity.LOW)):
        return ""
    own = reader_of(user).organisation_ids & {identity.owner_id, identity.custodian_id}
    if Membership.objects.filter(organisation__in=own, is_focal_point=True, is_active=True).exists():
        return _("With this choice you will not see it yourself: others speak for your organisation here.")
    return _("With this choice you will not see it yourself: nobody of your organisation speaks for it here.")
