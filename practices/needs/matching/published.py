"""The published pages of one kind with what stands in other tables of them: a query for each table, keys for terms."""

from collections import defaultdict, namedtuple

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.records.models import RecordOrganisation, RecordPage, unconfirmed_keys
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Term

MOST_NAMED = 5_000
"""Pages that are asked for one by one in other tables."""


class Published:
    """Those of `pages` (a queryset of one kind) that are published and not withdrawn, each record once.

    Iterating gives rows with `pk`, `translation_key` and the named columns: of terms the key, "" for none. `is_all`
    says that no page is left out, so that the other tables are read as a whole.
    """

    def __init__(self, pages, *columns, is_all=False):
        found = _first_of_each(pages.filter(live=True), ("pk", "translation_key", "coverage", *columns))
        # A list of keys is quicker than the question again that found them, and slower than all when it is long.
        self._is_all = is_all or len(found) > MOST_NAMED
        self.identities = self._identities(list(found))
        self._rows = [page for key, page in found.items() if key in self.identities]
        self._pks = [page.pk for page in self._rows]
        self.kinds, self.sectors = self.terms(RecordPage, "data_kinds"), self.terms(RecordPage, "sectors")
        self.countries = self.terms(RecordPage, "countries")
        self._roles = self.rows(RecordOrganisation, "record", "organisation_id", "role")

    def __iter__(self):
        return iter(self._rows)

    def terms(self, model, name):
        """By primary key of the page, the keys of the terms of one of its relations, in the order of the vocabulary."""
        field = model._meta.get_field(name)
        rows = self._of_these(field.remote_field.through.objects.all(), f"{field.m2m_field_name()}_id")
        places = {pk: (place, key) for place, (pk, key) in enumerate(_keys(field.related_model).items())}
        found = defaultdict(list)
        for page, term in rows.values_list(f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"):
            found[page].append(places[term])
        return defaultdict(tuple, {page: tuple(key for _, key in sorted(terms)) for page, terms in found.items()})

    def rows(self, model, parent, *names):
        """By primary key of the page, tuples of the named columns of its rows."""
        rows = self._of_these(model.objects.all(), f"{parent}_id")
        found = defaultdict(list)
        for page, *values in _with_keys(rows, (f"{parent}_id", *names)):
            found[page].append(tuple(values))
        return found

    def organisations(self, page, roles):
        """The primary keys of the organisations that have one of the roles in it."""
        return {pk for pk, role in self._roles[page.pk] if role in roles}

    def named_organisations(self):
        """By key of the record, its named organisations."""
        rows = RecordIdentity.named_organisations.through.objects.all()
        if not self._is_all:
            rows = rows.filter(recordidentity__in=list(self.identities))
        found = defaultdict(set)
        for key, pk in rows.values_list("recordidentity_id", "organisation_id"):
            found[key].add(pk)
        return found

    def seen_by(self, page, named):
        """Equal for records that the same people may know of: the level, and where that is narrow, whose they are."""
        identity = self.identities[page.translation_key]
        if Level(identity.listed_to).rank <= Level.MEMBERS.rank:
            return identity.listed_to
        parties = identity.owner_id, identity.custodian_id, tuple(sorted(named.get(page.translation_key, ())))
        return identity.listed_to, *parties

    def _of_these(self, rows, column):
        return rows if self._is_all else rows.filter(**{f"{column}__in": self._pks})

    def _identities(self, keys):
        # What nobody confirms is offered to nobody.
        rows = RecordIdentity.objects.filter(withdrawn_at=None).exclude(pk__in=unconfirmed_keys())
        if not self._is_all:
            rows = rows.filter(pk__in=keys)
        columns = ("key", "listed_to", "owner_id", "custodian_id")
        return {row.key: row for row in rows.values_list(*columns, named=True)}


def _first_of_each(pages, columns):
    """By key of the record, the row of its first page: what counts is the same in all translations."""
    row, found = namedtuple("Row", columns), {}
    for values in _with_keys(pages.order_by("-pk"), columns):
        page = row(*values)
        found[page.translation_key] = page
    return found


def _with_keys(rows, columns):
    """Lists of the columns of each row, of terms their key."""
    keys = [_keys_of(rows.model, name) for name in columns]
    terms = [number for number, known in enumerate(keys) if known is not None]
    attributes = [name if known is None else f"{name}_id" for name, known in zip(columns, keys, strict=True)]
    for values in map(list, rows.values_list(*attributes)):
        for number in terms:
            values[number] = keys[number].get(values[number], "")
        yield values


def _keys_of(model, name):
    """The keys, by primary key, of the vocabulary that a column leads to; None for a column that leads to none."""
    if name == "pk" or name.endswith("_id"):
        return None
    target = model._meta.get_field(name).related_model
    return _keys(target) if target is not None and issubclass(target, Term) else None


def _keys(model):
    return {pk: term.key for pk, term in kept_terms(model).items()}
