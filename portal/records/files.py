"""Files are readable when a record that shows them is readable in that zone; unused ones are for editors only."""

from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex

from portal.access.enums import Zone
from portal.access.readers import reader_of
from portal.records.models import RecordPage


def readable_documents(ids, user):
    """The primary keys, of those given, of the documents that `user` may read."""
    if not ids:
        return set()
    if reader_of(user).is_editor:
        return set(get_document_model().objects.filter(pk__in=ids).values_list("pk", flat=True))
    return shown_by_readable(get_document_model(), ids, user)


def shown_by_readable(model, ids, user):
    """Of the files `ids` of `model`, those that a record shows whose details `user` may read."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(model), to_object_id__in=[str(pk) for pk in ids]
    )
    pairs = list(references.values_list("to_object_id", "object_id"))
    pages = {int(page) for _, page in pairs if str(page).isdigit()}
    readable = set(RecordPage.objects.filter(pk__in=pages).visible_to(user, Zone.DETAILS).values_list("pk", flat=True))
    return {int(file) for file, page in pairs if int(page) in readable}
