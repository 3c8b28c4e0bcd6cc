from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.access.enums import Action, Zone
from portal.access.policy import can, identity_of
from portal.access.queries import visible_to
from portal.desk.organisations.merged import kept_address
from portal.directory.joining import may_ask_to_join
from portal.directory.models import Organisation
from portal.directory.rights import manages
from portal.records.organisation_kind import ORGANISATION
from portal.records.reads import note_read, note_refusal
from portal.records.shown import readable_zones, shown_fields
from portal.search.listing import listing_for


@require_safe
def organisation_list(request):
    """All organisations that the reader may know of."""
    return render(request, "directory/organisation_list.html", {"listing": listing_for(request, kind="organisation")})


@require_safe
def organisation_detail(request, slug):
    """An organisation, with every record that names it and of which the reader may know."""
    organisation = Organisation.objects.select_related("kind", "part_of").filter(slug=slug).first()
    if organisation is None:
        raise Http404
    identity = identity_of(organisation)
    if not can(request.user, Action.KNOW, identity):
        note_refusal(request, key=organisation.key)
        raise Http404
    if organisation.merged_into_id:
        return _led_on(request, organisation)
    zones = readable_zones(identity, request.user)
    if Zone.DETAILS in zones:
        note_read(request, organisation.key)
    context = {
        "organisation": organisation,
        "fields": shown_fields(organisation, ORGANISATION, zones, request.user),
        "part_of": visible_to(Organisation.objects.filter(parts=organisation), request.user).first(),
        "listing": listing_for(request, organisation=organisation.slug),
        "may_read": Zone.DETAILS in zones,
        "manages": manages(request.user, organisation),
        "may_ask_to_join": may_ask_to_join(request.user, organisation),
    }
    return render(request, "directory/organisation_detail.html", context)


def _led_on(request, merged):
    """From the address of an organisation that was merged to the one that is kept, for who may know of both."""
    address = kept_address(merged.key, request.user)
    if not address:
        note_refusal(request, key=merged.merged_into.key)
        raise Http404
    return HttpResponseRedirect(address)
