"""Writes many records to the tables directly: saving that many as pages takes an hour."""

from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection
from wagtail.models import Page

from portal.access.models import RecordIdentity
from portal.core.codes import CROCKFORD
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.models import ParticipantRole

AT_ONCE = 1_000


def make_pages(model, index_model, count, values):
    """`count` live pages of a model below its index in English, stored; `values(number)` gives their own fields."""
    index = index_model.objects.get(locale__language_code="en")
    first = Page.objects.order_by("-pk").values_list("pk", flat=True).first() + 1
    content_type = ContentType.objects.get_for_model(model)
    pages = []
    for number in range(count):
        pk, slug = first + number, f"bench-{model._meta.model_name}-{number}"
        pages.append(model(
            id=pk, page_ptr_id=pk, recordpage_ptr_id=pk, slug=slug, url_path=f"{index.url_path}{slug}/",
            depth=index.depth + 1, path=model._get_path(index.path, index.depth + 1, number + 1), numchild=0,
            content_type=content_type, locale=index.locale, live=True, translation_key=uuid4(), **values(number),
        ))  # fmt: skip
    for each in (Page, RecordPage, model):
        _write(each, pages)
    type(index).objects.filter(pk=index.pk).update(numchild=count)
    return pages


def relate(model, name, pages, some):
    """Fills the many-to-many field `name` of a model for all pages; `some(page)` gives primary keys."""
    field = model._meta.get_field(name)
    own, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    through = field.remote_field.through
    rows = [through(**{own: page.pk, other: pk}) for page in pages for pk in some(page)]
    through.objects.bulk_create(rows, batch_size=AT_ONCE)


def identify(pages, kind, values):
    """The identity of each page, of a kind (Kind); `values(number)` gives levels and parties."""
    identities = [
        RecordIdentity(
            key=page.translation_key, kind=kind.key, code=_code(kind.prefix, number), text_sensitivity="low",
            **values(number),
        )
        for number, page in enumerate(pages)
    ]  # fmt: skip
    return RecordIdentity.objects.bulk_create(identities, batch_size=AT_ONCE)


def give_parts(pages, role, choose):
    """One organisation, by `choose()`, that has this part (a key) in each page."""
    role = ParticipantRole.objects.get(key=role)
    rows = [RecordOrganisation(record_id=page.pk, organisation=choose(), role=role, sort_order=0) for page in pages]
    RecordOrganisation.objects.bulk_create(rows, batch_size=AT_ONCE)


def _code(prefix, number):
    return f"{prefix}-{''.join(CROCKFORD[number // 32**place % 32] for place in range(4))}"


def _write(model, pages):
    fields = list(model._meta.local_concrete_fields)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    sql = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"
    rows = [[field.get_db_prep_save(getattr(page, field.attname), connection) for field in fields] for page in pages]
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
        for reset in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(reset)
