"""Each entry as a visitor sees it: by the templates of the portal's own pages, in the layout of a bundle."""

from functools import cache
from types import SimpleNamespace

from django.conf import settings
from django.template.backends.django import DjangoTemplates

from events.actions.models import FollowUpAction
from events.actions.shown import shown_action
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.directory.models import Organisation
from portal.records.organisation_kind import ORGANISATION
from portal.records.shown import readable_zones, shown_fields

from .contents import VISITOR, named_in

FOLDER = settings.BASE_DIR / "templates"


@cache
def engine():
    """Templates as the portal's own, but that pages of entries stand in the layout of a bundle (of_pages/layouts)."""
    own = settings.TEMPLATES[0]
    options = {"builtins": own["OPTIONS"]["builtins"], "context_processors": []}
    return DjangoTemplates({
        "NAME": "offline", "DIRS": [FOLDER / "offline" / "of_pages", FOLDER], "APP_DIRS": True, "OPTIONS": options,
    })  # fmt: skip


def entries_of(kind, hits):
    """Pairs of Hit, template and context of the entries of one kind, as a visitor may read them now; what was taken
    away since it was found is not among them."""
    keys = [hit.key for hit in hits]
    known = RecordIdentity.objects.visible_to(VISITOR).filter(pk__in=keys).select_related("owner", "custodian")
    identities = {identity.pk: identity for identity in known}
    rows = kind.live().filter(**{f"{kind.key_field}__in": identities}).order_by("pk")
    records = _in_own_language(rows.select_related("locale") if hasattr(kind.model, "locale") else rows)
    for hit in hits:
        if hit.key in records:
            yield hit, *_shown(records[hit.key], identities[hit.key], hit)


def _in_own_language(rows):
    """Of each record the version in the reader's language, else its original, which is the oldest."""
    records = {}
    for row in rows:
        if row.key not in records or row.locale.language_code == reading_language():
            records[row.key] = row
    return records


def _shown(record, identity, hit):
    if isinstance(record, Organisation):
        return "offline/organisation.html", _organisation(record, identity)
    if isinstance(record, FollowUpAction):
        return "offline/action.html", {"action": shown_action(record, identity, VISITOR)}
    request = SimpleNamespace(user=VISITOR, record_identity=identity, path=hit.url, GET={}, is_preview=False)
    return record.template, record.get_context(request)


def _organisation(organisation, identity):
    organisation.read_identity = identity
    fields = shown_fields(organisation, ORGANISATION, readable_zones(identity, VISITOR), VISITOR)
    return {"organisation": organisation, "fields": fields, "hits": named_in(organisation)}
