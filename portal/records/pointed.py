"""What the rich texts of a page point at in the portal, as far as its reader may follow: read once for all of them."""

import re
from dataclasses import dataclass
from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.rich_text.rewriters import extract_attrs

from portal.records.addresses import addresses_in, pages_open_to
from portal.records.file_uses import files_open_to

TAG = re.compile(r"<(?P<name>a|embed)\b(?P<attributes>[^>]*)>|</a>", re.IGNORECASE)
KINDS = ("page", "document", "image")


@dataclass(frozen=True)
class Pointed:
    """By primary key: the addresses of pages, and documents and images, which the reader may open; of these `texts`,
    and of the documents that were asked for besides."""

    texts: frozenset[str]
    page: dict[int, str]
    document: dict[int, Any]
    image: dict[int, Any]


def pointed(request, text="", documents=()) -> Pointed:
    """What a text points at, as its reader may follow it, and `documents` (primary keys). Asked once for all texts that
    a page shows (`request.shown_texts`). Without a request (None) it is a visitor's."""
    kept = getattr(request, "pointed", None)
    if kept is not None and (not text or text in kept.texts) and not documents:
        return kept
    texts = {text, *getattr(request, "shown_texts", ())}
    found = _read(texts, getattr(request, "user", None), set(documents))
    if request is not None:
        request.pointed = found
    return found


def target_of(match):
    """Kind and primary key of what a tag (a match of TAG) points at, as Wagtail would read it; (None, None) for
    anything else."""
    attributes = extract_attrs(match["attributes"] or "")
    kind, pk = attributes.get("linktype") or attributes.get("embedtype"), attributes.get("id", "")
    return (kind, int(pk)) if kind in KINDS and pk.isdecimal() else (None, None)


def _read(texts, user, documents):
    ids = {"page": set(), "document": set(documents), "image": set()}
    for match in (match for text in texts for match in TAG.finditer(text)):
        kind, pk = target_of(match)
        if pk is not None:
            ids[kind].add(pk)
    if not any(ids.values()):
        return Pointed(frozenset(texts), {}, {}, {})
    files = {get_document_model(): ids["document"], get_image_model(): ids["image"]}
    (open_documents, open_images), pages = files_open_to(user, files, pages_open_to(user, ids["page"]))
    return Pointed(frozenset(texts), addresses_in(pages), open_documents, open_images)
