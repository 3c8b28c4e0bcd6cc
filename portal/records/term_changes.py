"""Records that show a term change with it: its labels are among their words."""

from portal.access.changes import announce
from portal.records.models import RecordPage
from portal.records.registry import kinds


def announce_users(users):
    """Announces the records among `users` (model → primary keys, of `taxonomy.signals.terms_changed`)."""
    keys = set()
    for model, pks in users.items():
        if key_field := _key_field(model):
            keys |= set(model.objects.filter(pk__in=pks).values_list(key_field, flat=True))
    announce(*keys)


def _key_field(model):
    """What holds the key of a record's identity; None for what is no record."""
    if issubclass(model, RecordPage):
        return "translation_key"
    return next((each.key_field for each in kinds() if each.model is model), None)
