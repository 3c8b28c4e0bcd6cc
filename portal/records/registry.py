"""The kinds of records. Features register theirs; search, linkage and tests walk this and know no feature."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from portal.access.enums import Level, Zone
from portal.records.fields import Dates, RecordEnd, RecordField, RowFact
from portal.records.short_forms import ShortForm


@dataclass(frozen=True)
class Kind:
    """One kind of record: its words, its model, its table of fields and what a list shows of it."""

    key: str
    prefix: str
    label: Any
    label_plural: Any
    icon: str
    model: type
    index_path: str
    fields: tuple[RecordField, ...]
    row: Callable[[Any], Iterable[RowFact]]
    listed_to: Level = Level.MEMBERS
    details_to: Level = Level.MEMBERS
    offered_to: Level | None = None
    """Who is ticked as those who may read all of a draft before anybody has said it, while its text is not assessed:
    the answers to the three questions narrow it (decision 0034). None: what the row of the draft holds."""
    not_in_table: frozenset[str] = frozenset()
    """Fields of the model that are no content (keys, positions): the check of the table leaves them out."""
    dates: Dates | None = None
    """Which of its fields `from=` and `to=` ask for; None of a kind that is of no time."""
    first_order: str = "newest"
    """How its list is ordered when nothing is asked for: a key of portal.search.query.SORTS."""
    day: str = ""
    """Its field with the day on which it takes place, by which its list can be ordered; "" of a kind without one."""
    day_order: str = "date"
    """The order by that day: a key of portal.search.query.SORTS, by which the latest or the earliest comes first."""
    ends: tuple[RecordEnd, ...] = ()
    """Its fields that name other records, beside its links; read by portal.linkage."""
    parts: Callable[[Iterable[Any], Any], dict] | None = None
    """`parts(keys, user)`: of records with these identity keys, by key and key of the row, those rows that have an
    address of their own (sessions: .title .url .lang), as far as `user` may read them."""
    first_words: Callable[[str, Any], tuple[str, str]] | None = None
    """What is offered to a user whose words found nothing: a text, and the address where one of this kind is begun with
    these words, or looked for."""
    not_asked: Callable[[Any], Iterable[str]] = lambda _record: ()
    """The names of its fields that a record need not fill as it stands, for example what meets a need that is open."""
    named_at_first: Callable[[Any, Any], Iterable[Any]] = lambda _record, _user: ()
    """Organisations that are offered, ticked, as those that may see a draft of which nobody has said it yet."""
    short: ShortForm | None = None
    """What members are asked when they add one outside the admin; None for kinds that they do not add."""
    schema_type: str = "Article"
    """What it is in the words of schema.org, for programs that read its page."""
    told_to_programs: Callable[[Any], dict] = lambda _record: {}
    """What the page of a Presented record tells programs beside what all tell, in the words of schema.org."""
    may_be_used: bool = False
    """Whether it tells others what to do, so that they can say that they used it and what came of it."""
    usual_words: int = 200
    """How many analysed words a usual text of this kind has in one language: by them search counts its length."""

    def field(self, name):
        """The RecordField of that name; LookupError when the kind has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise LookupError(f"{self.key} has no field {name!r}")

    @property
    def dates_zone(self):
        """The zone that tells its years: the narrowest of those of the fields that hold them."""
        names = (self.dates.first, self.dates.last) if self.dates else ()
        return max((self.field(name).zone for name in names), default=Zone.CARD)

    @property
    def row_ends(self):
        """Of its ends that stand in rows: by the name of the rows, the field of a row that names a record."""
        return dict(end.name.split(".") for end in self.ends if "." in end.name)

    @property
    def is_page(self):
        """Whether its records are pages: with a language, a draft and a page of their own."""
        return hasattr(self.model, "translation_key")

    @property
    def key_field(self):
        """The field of the model that holds the key of a record's identity."""
        return "translation_key" if self.is_page else "key"

    def live(self):
        """A queryset of the records that are published, whoever may see them."""
        records = self.model._default_manager.all()
        return records.live() if hasattr(records, "live") else records


_kinds: dict[str, Kind] = {}


def register(kind):
    """Adds a kind; ValueError when another has its key, prefix or model."""
    for other in _kinds.values():
        if other.key != kind.key and (other.prefix == kind.prefix or other.model is kind.model):
            raise ValueError(f"{kind.key} and {other.key} share a prefix or a model")
    _kinds[kind.key] = kind
    return kind


def kinds():
    """All kinds, in the order in which the features registered them."""
    return tuple(_kinds.values())


def kind(key):
    """The kind of that key; KeyError when there is none."""
    return _kinds[key]


def kind_of(record):
    """The kind of a record; LookupError when its class is registered by no feature."""
    for each in _kinds.values():
        if isinstance(record, each.model):
            return each
    raise LookupError(f"{type(record).__name__} is registered as no kind of record")
