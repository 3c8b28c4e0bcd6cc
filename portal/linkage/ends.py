"""What one may see of the record at the other end of a link: its card, asked of the access decision."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import FETCH_PEERS

from portal.access.models import RecordIdentity
from portal.core.languages import reading_language, under_prefix
from portal.records.addresses import path_of
from portal.records.models import RecordPage
from portal.records.registry import kind


@dataclass(frozen=True)
class End:
    """A record at the end of a link, as far as its card goes."""

    key: UUID
    kind: str
    kind_label: str
    icon: str
    code: str
    title: str
    url: str
    lang: str


def ends_for(keys, user):
    """`{key: End}` of the records, of those with these identity keys, that `user` may know of.

    One query for the identities, one for all pages, one for each kind that is no page. A record in several languages
    is shown in the reader's.
    """
    if not (keys := set(keys)):
        return {}
    return ends_of(RecordIdentity.objects.visible_to(user).in_bulk(keys))


def ends_of(identities):
    """The same of identities by key, of which it was asked already that the reader may know of them."""
    if not identities:
        return {}
    ends = {page.key: _end(identities[page.key], page, page.title, page.locale) for page in _pages(identities)}
    for each in _others(identities):
        ends[each.key] = _end(identities[each.key], each, each.name, getattr(each, "locale", None))
    return ends


def _pages(identities):
    """The published pages of the identities; the reader's own language comes last and stays."""
    pages = RecordPage.objects.live().filter(translation_key__in=identities).select_related("locale")
    return sorted(pages, key=lambda page: page.locale.language_code == reading_language())


def _others(identities):
    for key in {identity.kind for identity in identities.values()}:
        if not issubclass(kind(key).model, RecordPage):
            yield from kind(key).live().filter(key__in=identities).fetch_mode(FETCH_PEERS)


def _end(identity, record, title, locale=None):
    its = kind(identity.kind)
    return End(
        key=identity.key,
        kind=its.key,
        kind_label=str(its.label),
        icon=its.icon,
        code=identity.code,
        title=title,
        url=under_prefix(path_of(record)),
        lang=locale.language_code if locale else reading_language(),
    )
