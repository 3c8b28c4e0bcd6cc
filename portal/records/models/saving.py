from portal.records.dangling import without_dangling
from portal.records.stored_rows import terms_of
from portal.records.written_rows import rows_held, write_rows
from portal.taxonomy.kept import kept_terms, terms_with
from portal.taxonomy.models import Term

SET_BY_CODE = frozenset({
    "path", "translation_key", "locale", "content_type", "latest_revision", "live_revision", "locked_by", "owner",
    "alias_of", "page_ptr", "recordpage_ptr",
})  # fmt: skip
"""Fields that no form and no stored version can change. What is wrong in them the database refuses by itself, in the
same transaction: it need not be asked for each one before, when a draft is kept and when it is published."""


class SavedRecord:
    """How a RecordPage is written: with its rows in one go, and without asking what is known."""

    def save_base(self, *args, update_fields=None, **options):
        """Writes the rows with the page: modelcluster, which comes after, finds none left to write one by one."""
        is_new = self._state.adding
        super().save_base(*args, update_fields=update_fields, **options)
        if update_fields is None and not options.get("raw"):
            write_rows(self, is_new)

    def serializable_data(self):
        with rows_held(self):
            return super().serializable_data()

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """A stored version as an object; what it points at is looked for once for all rows, its terms are kept."""
        if check_fks and not strict_fks:
            data, check_fks = without_dangling(cls, data), False
        terms = {name: data[name] for name in terms_of(cls) if name in data}
        others = {name: value for name, value in data.items() if name not in terms}
        page = super().from_serializable_data(others, check_fks=check_fks, strict_fks=strict_fks)
        for name, pks in terms.items():
            getattr(page, name).set(terms_with(cls._meta.get_field(name).related_model, pks))
        return page

    def clean_fields(self, exclude=None):
        super().clean_fields({*(exclude or ()), *SET_BY_CODE, *self._kept_ends()})

    def validate_unique(self, exclude=None):
        super().validate_unique({*(exclude or ()), *SET_BY_CODE})

    def _kept_ends(self):
        """The names of the fields whose term is among those that are kept in memory: it exists."""
        for field in self._meta.concrete_fields:
            is_term = field.many_to_one and issubclass(field.related_model, Term)
            if is_term and not field.get_limit_choices_to() and self._holds_kept(field):
                yield field.name

    def _holds_kept(self, field):
        return getattr(self, field.attname) in kept_terms(field.related_model)

    def is_site_root(self):
        """A record stands below a list: no site begins with it."""
        return False

    def update_aliases(self, **options):
        """There are none: `save` refuses them."""
