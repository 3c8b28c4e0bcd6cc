"""The outputs of an event that not all members may read: what most readers of published proceedings do not find."""

from dataclasses import dataclass

from events.outputs.models import OutputPage
from portal.access.enums import TO_ALL_MEMBERS, Action, Level, Zone
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.records.registry import kind


@dataclass(frozen=True)
class NarrowOutput:
    """An output, with who reads it now; `may_ask` whether this reader may ask for more people, which a second person
    then decides."""

    code: str
    title: str
    lang: str
    level: str
    index_path: str
    may_ask: bool


def narrow_outputs(key, user) -> list[NarrowOutput]:
    """Those of the event with this identity key that `user` may read, the oldest first."""
    pages = OutputPage.objects.filter(event=key).visible_to(user, Zone.DETAILS).select_related("locale")
    pages = {page.key: page for page in pages.order_by("-first_published_at", "-pk")}
    rows = RecordIdentity.objects.filter(pk__in=pages).exclude(details_to__in=TO_ALL_MEMBERS)
    found = [(pages[row.pk], row) for row in rows]
    return [
        _narrow(page, row, user)
        for page, row in sorted(found, key=lambda each: (each[0].first_published_at, each[0].pk))
    ]


def _narrow(page, identity, user):
    return NarrowOutput(
        code=identity.code,
        title=page.title,
        lang=page.locale.language_code,
        level=str(Level(identity.details_to).label),
        index_path=kind(identity.kind).index_path,
        may_ask=can(user, Action.ASK, identity),
    )
