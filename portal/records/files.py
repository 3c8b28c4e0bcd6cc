"""Serves originals, documents and renditions from private storage, to who may read a record that shows them."""

from hashlib import sha256
from pathlib import PurePosixPath

from django.http import FileResponse, Http404, HttpResponseNotAllowed
from django.utils.cache import get_conditional_response
from django.utils.text import slugify
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from portal.records.file_uses import open_pages, readable_files, uses_of
from portal.records.models import RecordPage
from portal.records.reads import note_read, note_refusal

POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""Whatever a file holds, it runs nothing and belongs to no origin."""


def serve_file(request, name):
    """The file of that name; an answer like that of an absent address for who may read no page that shows it."""
    file, shown = file_at(name)
    if file is None:
        raise Http404
    is_public = may_read(shown, None)
    if not is_public and not may_read(shown, request.user):
        _note_refusals(request, shown)
        raise Http404
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"], headers={"Cache-Control": "private, no-store"})
    if not is_public:
        _note_reads(request, shown)
    return _answer(request, file, shown, is_public)


def file_at(name):
    """The stored file of that name, and the document or image that a page shows; a pair of None for no such file."""
    image = get_image_model()
    folder = name.partition("/")[0]
    if folder == "documents":
        shown = get_document_model().objects.filter(file=name).first()
    elif folder == "original_images":
        shown = image.objects.filter(file=name).first()
    else:
        rendition = image.get_rendition_model().objects.filter(file=name).select_related("image").first()
        return (rendition.file, rendition.image) if rendition else (None, None)
    return (shown.file, shown) if shown else (None, None)


def may_read(shown, user):
    """Whether `user` may read a document or image."""
    return bool(readable_files(type(shown), {shown.pk}, user))


def readable_documents(ids, user):
    """The primary keys, of those given, of the documents that `user` may read."""
    return readable_files(get_document_model(), ids, user)


def readable_images(ids, user):
    """The primary keys, of those given, of the images that `user` may read."""
    return readable_files(get_image_model(), ids, user)


def _answer(request, file, shown, is_public):
    # A stored file never changes under its name. The tag is given after the decision, so that it confirms nothing
    # that was narrowed since.
    etag = f'"{sha256(file.name.encode()).hexdigest()[:32]}"'
    response = (is_public and get_conditional_response(request, etag=etag)) or _file_response(file, shown)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    response["Cache-Control"] = "public, no-cache" if is_public else "private, no-store"
    if is_public:
        response["ETag"] = etag
    return response


def _file_response(file, shown):
    try:
        return FileResponse(file.open("rb"), filename=_filename(file, shown), as_attachment=_is_download(shown))
    except FileNotFoundError as error:
        raise Http404 from error


def _is_download(shown):
    return isinstance(shown, get_document_model())


def _filename(file, shown):
    """The title in its own script, as an address would write it; Django's header says it as RFC 5987 asks."""
    return f"{slugify(shown.title, allow_unicode=True)[:80] or 'file'}{PurePosixPath(file.name).suffix}"


def _note_reads(request, shown):
    """Each record through which it could be read."""
    uses = uses_of(type(shown), {shown.pk})
    note_read(request, *_keys(page for page, _ in open_pages(uses, request.user)))


def _note_refusals(request, shown):
    for key in _keys(use.page for use in uses_of(type(shown), {shown.pk})):
        note_refusal(request, key=key)


def _keys(pages):
    return set(RecordPage.objects.filter(pk__in=list(pages)).values_list("translation_key", flat=True))
