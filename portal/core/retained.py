"""How long the machinery keeps what it needs of people: sessions, tasks, counters."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django_tasks_db.models import DBTaskResult

from portal.core.retention import kept_for


@kept_for("Sessions, after their end", days=1)
def sessions(before):
    """Those that their people can see and end go with them: they tell network addresses."""
    count = Session.objects.filter(expire_date__lt=before).delete()[0]
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return count


@kept_for("Background tasks, after their end", days=14)
def finished_tasks(before):
    return DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()[0]


@kept_for("Counters of the limits on sign-in, after their end", days=1)
def counters(before):
    """Django takes ended lines away only when a hundred thousand have gathered; their keys hold network addresses."""
    cache = caches["default"]
    if not isinstance(cache, DatabaseCache) or cache._table not in connection.introspection.table_names():
        return 0
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(cache._table)
        moment = connection.ops.adapt_datetimefield_value(before.replace(microsecond=0))
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [moment])
        return cursor.rowcount
