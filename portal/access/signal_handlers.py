"""Where Django calls us: each handler is one line."""

from django.db.models.signals import m2m_changed, post_save
from django.dispatch import receiver

from portal.access.queries import incidents_of, owner_answers_of
from portal.access.services import log_people, organisations_changed
from portal.directory.events import on_event
from portal.directory.models import Organisation
from portal.directory.own_data import add_part

add_part("incidents_reported", lambda user: list(incidents_of(user)))
add_part("answers_as_owner", lambda user: list(owner_answers_of(user)))
add_part(
    "entries_written", lambda user: list(user.contributed_identities.order_by("code").values_list("code", flat=True))
)


@receiver(post_save, sender=Organisation)
def organisation_saved(sender, instance, raw=False, **kwargs):
    organisations_changed([] if raw else [instance])


@receiver(m2m_changed, sender=Organisation.sectors.through)
@receiver(m2m_changed, sender=Organisation.countries.through)
def organisation_terms_changed(sender, instance, reverse, pk_set, **kwargs):
    organisations_changed(Organisation.objects.filter(pk__in=pk_set or ()) if reverse else [instance])


@on_event
def people_changed(what, *, by=None, organisation=None, member=None, second=None, reason="", reference="", **facts):
    log_people(what, by=by, organisation=organisation, member=member, second=second, reason=reason, reference=reference)
