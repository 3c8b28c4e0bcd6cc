"""What everybody may know: the records that a visitor finds, each with a mark of what a visitor reads of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import batched
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Prefetch

from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from portal.search.enums import PUBLIC_RANK, View
from portal.search.models import RecordCard, RecordDocument, SearchText

BATCH = 500
SHOWN = ("language", "sort_title", "published_on", "updated_on", "takes_place_on")
"""Columns of a document that its card tells."""


@dataclass(frozen=True)
class Seen:
    """A public record: what a message says of it, and the mark by which a change is known."""

    code: str
    kind: str
    mark: str


def public_records(keys: Iterable[UUID] | None = None) -> dict[UUID, Seen]:
    """By key, those that a visitor may know of, of the records with these keys or of all.

    Read from what search shows, which is renewed in the transaction of each change.
    """
    found = _documents()
    if keys is None:
        keys = list(found.values_list("identity", flat=True))
    seen = {}
    for some in batched(keys, BATCH, strict=False):
        documents = list(found.filter(identity__in=some))
        published = _published([each.identity_id for each in documents if each.details_rank == PUBLIC_RANK])
        for each in documents:
            mark = _mark(each, published.get(each.identity_id))
            seen[each.identity_id] = Seen(each.code, each.kind, mark)
    return seen


def public_names():
    """Key, code and kind of all that a visitor may know of."""
    return _documents().values_list("identity", "code", "kind").iterator(BATCH)


def is_public(key: UUID) -> bool:
    """Whether a visitor may know of a record now."""
    return _documents().filter(identity=key).exists()


def _documents():
    # Asked of each row: SQLite would first list all that is public.
    known = RecordIdentity.objects.visible_to(None).filter(key=OuterRef("identity"))
    public = RecordDocument.objects.filter(Exists(known))
    words = SearchText.objects.filter(view=View.PUBLIC).only("document", "title", "summary", "body")
    cards = RecordCard.objects.defer("details_text")
    return public.prefetch_related(Prefetch("cards", cards), Prefetch("texts", words, to_attr="public_texts"))


def _published(keys):
    """When a version was last published, by key: of records with public details nothing changes unseen then. Of the
    others it would tell that something changed which visitors do not read."""
    pages = RecordPage.objects.live().filter(translation_key__in=keys).order_by()
    return dict(pages.values_list("translation_key").annotate(Max("last_published_at")))


def _mark(document, published_at):
    is_open = document.details_rank == PUBLIC_RANK
    cards = sorted(
        (each.language, each.title, each.summary, each.path, each.facts, each.details_facts if is_open else None)
        for each in document.cards.all()
    )
    words = [(each.title, each.summary, each.body) for each in document.public_texts]
    told = [[getattr(document, name) for name in SHOWN], is_open, cards, words, published_at]
    return sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()
