"""What one may see of the record at the other end of a link: its card, asked of the access decision."""

from dataclasses import dataclass
from itertools import groupby

from portal.access.models import RecordIdentity
from portal.core.languages import reading_language, under_prefix, without_prefix
from portal.records.registry import kind


@dataclass(frozen=True)
class End:
    """A record at the end of a link, as far as its card goes."""

    title: str
    url: str
    kind_label: str
    icon: str
    code: str
    lang: str


def ends_for(keys, user):
    """`{key: End}` of the records, of those with these identity keys, that `user` may know of.

    One query for the identities, and one or two a kind. A record in several languages is shown in the reader's.
    """
    identities = RecordIdentity.objects.visible_to(user).filter(pk__in=set(keys)).order_by("kind")
    ends = {}
    for key, group in groupby(identities, lambda identity: identity.kind):
        ends |= _of_kind(kind(key), {identity.pk: identity for identity in group})
    return ends


def _of_kind(kind, identities):
    if hasattr(kind.model, "translation_key"):
        records = kind.live().filter(translation_key__in=identities).select_related("locale")
        # The reader's own language comes last, so that it stays.
        ordered = sorted(records, key=lambda record: record.locale.language_code == reading_language())
    else:
        ordered = kind.live().filter(key__in=identities)
    return {record.key: _end(kind, identities[record.key], record) for record in ordered}


def _end(kind, identity, record):
    locale = getattr(record, "locale", None)
    url = record.get_url() if locale else record.get_absolute_url()
    return End(
        title=record.title if locale else record.name,
        url=under_prefix(without_prefix(url or "")),
        kind_label=str(kind.label),
        icon=kind.icon,
        code=identity.code,
        lang=locale.language_code if locale else reading_language(),
    )
