"""The event that an address of proceedings names: there for who may read it, absent for everybody else."""

from uuid import UUID

from django.http import Http404

from events.proceedings.frozen import frozen_for
from events.proceedings.models import ProceedingsVersion
from events.published import page_at
from portal.access.enums import Action
from portal.access.policy import can
from portal.records.reads import note_read, note_refusal


def event_for(request, slug):
    """The page of the event with that slug, in the reader's language where it is; Http404 for who may not read its
    details, the same as for none."""
    page = page_at(slug)
    if page is None:
        note_refusal(request, code="")
        raise Http404
    if not can(request.user, Action.READ, page.identity):
        note_refusal(request, key=page.key)
        raise Http404
    note_read(request, page.key)
    return page


def version_for(request, slug, number):
    """The page of the event, the version with that number and the Proceedings of it that the reader may read; Http404
    where there is none for them."""
    page = event_for(request, slug)
    version = ProceedingsVersion.objects.filter(event=page.key, number=number, taken_back_at=None).first()
    said = version and frozen_for(version, request.user)
    if said is None:
        raise Http404
    note_told(request, said)
    return page, version, said


def note_told(request, said):
    """Notes of whose details the answer tells."""
    note_read(request, *(UUID(each.key) for part in (said.outputs, said.declared, said.ideas) for each in part))
