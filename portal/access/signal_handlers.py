"""Where Django calls us: each handler is one line."""

from django.db.models.signals import m2m_changed, post_save
from django.dispatch import receiver

from portal.access.services.first_content import organisation_changed
from portal.directory.models import Organisation


@receiver(post_save, sender=Organisation)
def organisation_saved(sender, instance, **kwargs):
    organisation_changed(instance)


@receiver(m2m_changed, sender=Organisation.sectors.through)
@receiver(m2m_changed, sender=Organisation.countries.through)
def organisation_terms_changed(sender, instance, **kwargs):
    organisation_changed(instance)
