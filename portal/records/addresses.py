from django.utils.translation import get_language

from portal.records.registry import kind


def address_of(identity):
    """The address of a record: in the reader's language where it is translated; None while nothing is published."""
    records = [record for record in kind(identity.kind).live().filter(**_by_key(identity)) if _url(record)]
    records.sort(key=lambda record: getattr(getattr(record, "locale", None), "language_code", "") != get_language())
    return _url(records[0]) if records else None


def _by_key(identity):
    model = kind(identity.kind).model
    field = "translation_key" if hasattr(model, "translation_key") else "key"
    return {field: identity.key}


def _url(record):
    return record.get_url() if hasattr(record, "get_url") else record.get_absolute_url()
