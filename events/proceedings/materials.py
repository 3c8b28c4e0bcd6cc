"""What was brought to an event: talks, and the documents that one may open."""

from wagtail.documents import get_document_model

from events.proceedings.structure import ContributionSaid, LinkSaid
from portal.records.files import readable_documents


def contributions_of(page, user) -> tuple[ContributionSaid, ...]:
    """The contributions of an event page, whose details `user` may read, in their order."""
    rows = list(page.contributions.select_related("organisation", "document").order_by("sort_order", "pk"))
    readable = readable_documents({row.document_id for row in rows if row.document_id}, user)
    return tuple(_contribution(row, readable) for row in rows)


def links_of_event(page) -> tuple[LinkSaid, ...]:
    """The addresses that help, in their order."""
    return tuple(LinkSaid(row.text, row.url) for row in page.useful_links.order_by("sort_order", "pk"))


def open_files(names, user) -> set[str]:
    """The stored names, of these, of the documents that `user` may open now."""
    if not names:
        return set()
    by_pk = dict(get_document_model().objects.filter(file__in=names).values_list("pk", "file"))
    return {by_pk[pk] for pk in readable_documents(set(by_pk), user)}


def _contribution(row, readable):
    return ContributionSaid(
        key=row.translation_key.hex,
        title=row.title,
        session=row.session.hex if row.session else "",
        organisation=row.organisation.name if row.organisation else "",
        url=row.url,
        file=row.document.file.name if row.document_id in readable else "",
    )
