"""The card of an entry on a page that is reached by the link of a mail: no more than a mail may say of it."""

from dataclasses import dataclass

from portal.access.enums import TO_ALL_MEMBERS, Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.notifications.naming import published
from portal.records.registry import kind
from portal.taxonomy.tree import held


@dataclass(frozen=True)
class Card:
    """What every member may know of an entry: its summary, its language, and the facts of its row in a list."""

    summary: str
    lang: str
    facts: tuple


def card_of(key) -> Card | None:
    """The Card of an entry (the key of its identity), in the language of now where it is written in that; None where
    not every member may know of it, and while nothing of it is published."""
    identity = RecordIdentity.objects.filter(pk=key, listed_to__in=TO_ALL_MEMBERS).first()
    pages = list(published(identity).select_related("locale")) if identity else []
    if not pages:
        return None
    page = min(pages, key=lambda each: (each.locale.language_code != reading_language(), each.pk))
    with held():
        facts = tuple(fact for fact in kind(identity.kind).row(page) if fact.zone is Zone.CARD and fact.text)
    return Card(page.summary, page.locale.language_code, facts)
