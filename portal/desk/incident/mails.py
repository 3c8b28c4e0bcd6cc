"""The mail of an incident: to who speaks for owner and keeper, and to the editors. It says kind and code, and neither
title nor what happened: mails are read on many machines."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from portal.access.services import may_report
from portal.directory.rights import speakers
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind, register
from portal.notifications.posting import tell
from portal.records.review.assigning import editors

REPORTED = "incident_reported"


def register_kinds():
    register(MessageKind(key=REPORTED, urgency=Urgency.MUST, concerns=may_report))


def tell_of(incident):
    """Tells all who may see the page of the incident, but who reported it."""
    identity = incident.identity
    people = {*speakers(identity.owner, identity.custodian), *editors()} - {incident.reported_by}
    with translation.override(settings.LANGUAGE_CODE):
        facts = {"path": reverse("incidents:incident", args=[incident.code])}
    return tell(kind=REPORTED, event=f"{REPORTED}:{incident.pk}", people=people, record=identity.pk, facts=facts)
