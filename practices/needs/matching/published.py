"""The published pages of one kind with what stands in other tables of them, each table read once."""

from collections import defaultdict

from portal.access.models import RecordIdentity
from portal.records.models import RecordOrganisation, RecordPage
from portal.records.registry import kinds as all_kinds
from portal.taxonomy.kept import kept_terms


class Published:
    """The published pages of one kind, each record once, with what stands in other tables of them."""

    def __init__(self, model, keys):
        self.model = model
        pages = model.objects.filter(live=True)
        identities = RecordIdentity.objects.filter(withdrawn_at=None, kind=_kind_of(model))
        if keys is not None:
            keys = list(keys)
            pages, identities = pages.filter(translation_key__in=keys), identities.filter(pk__in=keys)
        self.identities = identities.in_bulk()
        # What counts is the same in all translations: the first stands for them.
        first = {}
        for page in pages.order_by("-pk"):
            first[page.translation_key] = page
        self.pages = [page for key, page in sorted(first.items()) if key in self.identities]
        self.pks = None if keys is None else [page.pk for page in self.pages]
        self.kinds = self.terms(RecordPage, "data_kinds")
        self._sectors, self._countries = self.terms(RecordPage, "sectors"), self.terms(RecordPage, "countries")
        self.roles = self.rows(RecordOrganisation, "record", "organisation_id", "role")

    def __iter__(self):
        return iter(self.pages)

    def terms(self, model, name):
        """By primary key of the page, the keys of the terms of one of its relations, in the order of the vocabulary."""
        field = model._meta.get_field(name)
        rows = field.remote_field.through.objects.all()
        if self.pks is not None:
            rows = rows.filter(**{f"{field.m2m_field_name()}__in": self.pks})
        kept, found = kept_terms(field.related_model), defaultdict(set)
        for page, term in rows.values_list(f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"):
            found[page].add(term)
        order = {pk: number for number, pk in enumerate(kept)}
        return defaultdict(
            list,
            {
                page: [kept[pk].key for pk in sorted(terms & kept.keys(), key=order.get)]
                for page, terms in found.items()
            },
        )

    def rows(self, model, parent, *names):
        """By primary key of the page, tuples of the named columns of its rows: of terms their key, "" for none."""
        rows = model.objects.all()
        if self.pks is not None:
            rows = rows.filter(**{f"{parent}__in": self.pks})
        terms = [_terms_of(model, name) for name in names]
        columns = [f"{name}_id" if kept is not None else name for name, kept in zip(names, terms, strict=True)]
        found = defaultdict(list)
        for page, *values in rows.values_list(f"{parent}_id", *columns):
            found[page].append(
                tuple(value if kept is None else _key(kept, value) for value, kept in zip(values, terms, strict=True))
            )
        return found

    def key(self, page, name):
        """The key of the term that a foreign key of the page leads to; "" for none."""
        return _key(_terms_of(self.model, name), getattr(page, f"{name}_id"))

    def shared(self, page):
        """What needs and holdings have both."""
        return {
            "countries": frozenset(self._countries[page.pk]),
            "coverage": self.key(page, "coverage"),
            "sectors": frozenset(self._sectors[page.pk]),
        }

    def organisations(self, page, roles):
        """The primary keys of the organisations that have one of the roles in it."""
        return {pk for pk, role in self.roles[page.pk] if role in roles}

    def parties(self, page):
        """The primary keys of the organisations that own or keep the record."""
        identity = self.identities[page.translation_key]
        return {pk for pk in (identity.owner_id, identity.custodian_id) if pk}

    def asking_parties(self, page, asking):
        """Of a need, its owner; who keeps its text only where nobody else is named: others may have written it down."""
        identity = self.identities[page.translation_key]
        if identity.owner_id or asking:
            return {identity.owner_id} - {None}
        return {identity.custodian_id} - {None}

    def named_organisations(self):
        """By key of the record, its named organisations."""
        rows = RecordIdentity.named_organisations.through.objects.all()
        if self.pks is not None:
            rows = rows.filter(recordidentity__in=self.identities)
        found = defaultdict(set)
        for key, pk in rows.values_list("recordidentity_id", "organisation_id"):
            found[key].add(pk)
        return found

    def seen_by(self, page, named):
        """Equal for records that the same people may know of."""
        identity = self.identities[page.translation_key]
        return (
            identity.listed_to, identity.owner_id, identity.custodian_id, tuple(sorted(named.get(identity.key, ())))
        )  # fmt: skip


def _terms_of(model, name):
    """The terms, by primary key, that a column leads to; None for a column that is no foreign key to terms."""
    if name.endswith("_id"):
        return None
    field = model._meta.get_field(name)
    return kept_terms(field.related_model) if field.is_relation else None


def _key(kept, pk):
    return kept[pk].key if pk in kept else ""


def _kind_of(model):
    """The key of the kind of record that the pages of a model are."""
    return next(kind.key for kind in all_kinds() if kind.model is model)
