"""The step “Who may see this?” on a member's page: the same questions as in the admin."""

from portal.desk.contribute.form_fields import known_organisations
from portal.records.access_fields import AccessFields


class AccessForm(AccessFields):
    """Its fields stand on no page. Organisations that the member may not know of are not among those to name."""

    field_order = [
        "listed_to", "details_to", "named_organisations", "names_person", "names_place", "tells_unpublished",
        "access_reason", "access_version",
    ]  # fmt: skip

    def __init__(self, *args, instance, user, **options):
        self.instance = instance
        super().__init__(*args, **options)
        named = self.fields["named_organisations"]
        named.queryset = known_organisations(user)
        # The queryset alone would not do: the fields of the admin have written their choices out already.
        named.choices = [(each.pk, named.label_from_instance(each)) for each in named.queryset]

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
