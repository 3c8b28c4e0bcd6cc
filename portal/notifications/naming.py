"""What a mail may say of a record: its kind and code, and its title only where many may know that anyway."""

from dataclasses import dataclass
from typing import Any

from portal.access.enums import TO_ALL_MEMBERS, Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.core.languages import reading_language
from portal.records.registry import kind


@dataclass(frozen=True)
class NamedRecord:
    """A record in a mail. `title` is "" while nothing is published, and when it is for fewer than all members;
    `is_known` whether its reader may know of it."""

    code: str
    kind: Any
    title: str
    is_published: bool
    is_known: bool

    @property
    def path(self):
        """Where it is found, for who may know of it then."""
        return f"/r/{self.code}"

    @property
    def label(self):
        """Kind and title where it may be named, else kind and code."""
        return f"{self.kind}: {self.title} ({self.code})" if self.title else f"{self.kind} {self.code}"


def named_record(key, user):
    """The NamedRecord of an identity (its key) for a reader, in the language of now; None when there is none."""
    identity = RecordIdentity.objects.filter(pk=key).first()
    if identity is None:
        return None
    records = list(published(identity))
    is_known = can(user, Action.KNOW, identity)
    title = _title(records) if is_known and identity.listed_to in TO_ALL_MEMBERS else ""
    return NamedRecord(identity.code, kind(identity.kind).label, title, bool(records), is_known)


def published(identity):
    """A queryset of what is published of a record, in whichever language and whoever may see it."""
    its = kind(identity.kind)
    return its.live().filter(**{its.key_field: identity.key})


def _title(records):
    """The title in the language of now where there is one in it."""
    records.sort(key=lambda record: _language(record) != reading_language())
    return str(getattr(records[0], "title", "") or records[0]) if records else ""


def _language(record):
    locale = getattr(record, "locale", None)
    return locale.language_code if locale else reading_language()
