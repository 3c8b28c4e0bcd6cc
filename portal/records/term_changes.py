"""Records that show a term change with it: its labels are among their words."""

from portal.access.changes import announce
from portal.directory.models import Organisation
from portal.records.models import RecordPage


def announce_users(users):
    """Announces the records among `users` (model → primary keys, of `taxonomy.signals.terms_changed`)."""
    keys = set()
    for model, pks in users.items():
        if issubclass(model, RecordPage):
            keys |= set(model.objects.filter(pk__in=pks).values_list("translation_key", flat=True))
        elif issubclass(model, Organisation):
            keys |= set(model.objects.filter(pk__in=pks).values_list("key", flat=True))
    announce(*keys)
