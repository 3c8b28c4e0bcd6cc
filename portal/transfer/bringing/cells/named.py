"""What has a name of its own here: terms, organisations, entries, rows."""

from uuid import UUID

from django.utils.translation import gettext as _

from portal.taxonomy.kept import kept_terms
from portal.transfer.bringing.wrong import Refused

from .cell import Cell, require_plain
from .texts import BETWEEN, parts_of


class OneTerm(Cell):
    """A term of a vocabulary, by its key; labels are understood."""

    @property
    def model(self):
        return self.field.related_model

    @property
    def filters(self):
        return self.field.get_limit_choices_to()

    def write(self, value, known):
        return kept_terms(self.model)[value].key if value is not None else ""

    def read(self, text, known):
        require_plain(text)
        return known.term(self.model, text, **self.filters).pk

    def choices(self, known):
        return [(term.key, term.label) for term in known.offered(self.model, self.filters)]

    def guidance(self):
        return _("One of: %s.") % self.model._meta.verbose_name_plural


class Terms(OneTerm):
    """Terms of a vocabulary, several in a cell, in the order of the vocabulary."""

    empty = ()
    is_needed = False

    def write(self, value, known):
        wanted = set(value or ())
        return BETWEEN.join(term.key for pk, term in kept_terms(self.model).items() if pk in wanted)

    def read(self, text, known):
        require_plain(text)
        return list(dict.fromkeys(known.term(self.model, part, **self.filters).pk for part in parts_of(text)))

    def guidance(self):
        return _("Some of: %s, with | between them.") % self.model._meta.verbose_name_plural


class Body(Cell):
    """An organisation, by its code; names are understood where they mean one alone."""

    def write(self, value, known):
        return known.organisation_code(value) if value is not None else ""

    def read(self, text, known):
        require_plain(text)
        return known.organisation(text).pk

    def is_hidden(self, value, known):
        return value is not None and not known.organisation_code(value)

    def guidance(self):
        return _("The code, name or abbreviation of an organisation in the portal.")


class Bodies(Cell):
    """Organisations, several in a cell, in the order of their codes."""

    empty = ()
    is_needed = False

    def write(self, value, known):
        return BETWEEN.join(sorted(filter(None, (known.organisation_code(pk) for pk in value or ()))))

    def read(self, text, known):
        require_plain(text)
        return list(dict.fromkeys(known.organisation(part).pk for part in parts_of(text)))

    def guidance(self):
        return _("Codes, names or abbreviations of organisations in the portal, with | between them.")


class Entry(Cell):
    """Another entry, by its code."""

    @property
    def kinds(self):
        """The keys of kinds that may be named; () for all."""
        limit = self.field.get_limit_choices_to()
        return tuple(limit.get("kind__in", ())) or ((limit["kind"],) if "kind" in limit else ())

    def write(self, value, known):
        return known.code_of(value) if value is not None else ""

    def read(self, text, known):
        require_plain(text)
        return known.entry(text, lambda kind: not self.kinds or kind in self.kinds)

    def is_hidden(self, value, known):
        return bool(value) and not known.code_of(value)

    def guidance(self):
        return _("The code of an entry, for example DH-7K3M.")


class Entries(Entry):
    """Other entries, several in a cell, in the order of their codes."""

    empty = ()
    is_needed = False

    def is_hidden(self, value, known):
        return False

    def write(self, value, known):
        return BETWEEN.join(sorted(filter(None, (known.code_of(key) for key in value or ()))))

    def read(self, text, known):
        return list(dict.fromkeys(super(Entries, self).read(part, known) for part in parts_of(text)))


class Key(Cell):
    """The key of a row that stands elsewhere, such as a session of an event."""

    def write(self, value, known):
        return str(value) if value else ""

    def read(self, text, known):
        try:
            return UUID(text)
        except ValueError as refused:
            raise Refused(_("This is no key of a row."), _("Copy it from a file that the portal wrote.")) from refused

    def guidance(self):
        return _("The key of a row, as files of the portal write it.")
