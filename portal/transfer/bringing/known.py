"""What cells may name, for who brings a file: terms, organisations and entries, each read once for all rows."""

from collections import defaultdict
from difflib import get_close_matches
from functools import cached_property
from uuid import UUID, uuid4

from django.utils.translation import gettext as _
from wagtail.models import Locale

from portal.access.drafts import written_by
from portal.access.models import RecordIdentity
from portal.core.codes import CODE
from portal.desk.contribute.form_fields import known_organisations, known_records
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.records.registry import kinds
from portal.taxonomy.kept import kept_offer, kept_terms
from portal.transfer.bringing.wrong import Refused

NEAREST = 3
LISTED_WHOLE = 12
"""A list of up to so many words is said whole; of a longer one the nearest are."""


def allowed_of(word, words):
    """A sentence: which words there are, or which of many are nearest."""
    words = list(dict.fromkeys(words))
    if len(words) <= LISTED_WHOLE:
        return _("Allowed: %s.") % ", ".join(words)
    near = get_close_matches(word.casefold(), words, n=NEAREST, cutoff=0.6)
    if near:
        return _("Did you mean: %s?") % ", ".join(near)
    return _("The sheet “guidance” of the template lists what is allowed.")


def kind_of_code(code) -> str:
    """The key of the kind to which a code belongs by its prefix. Raises Refused for a prefix of no kind."""
    prefix = code.partition("-")[0]
    found = next((each.key for each in kinds() if each.prefix == prefix), None)
    if found is None:
        raise Refused(_("No kind of entry has such a code."))
    return found


class Known:
    """`user` brings or takes the file, None for the portal itself; with `is_admin` all entries and codes are known,
    else those that the user may know of."""

    def __init__(self, user, *, is_admin):
        self.user, self.is_admin = user, is_admin
        self.new: dict[str, tuple[UUID, str]] = {}
        """By code, key and kind of entries that the file itself brings, or only names (administrators)."""
        self.reserved: set[str] = set()
        """Codes of those that something names before they are written."""
        self._noted: set[str] = set()
        self._words = {}

    @cached_property
    def locales(self) -> dict[str, Locale]:
        """By language code, the languages in which the portal is kept."""
        return {locale.language_code: locale for locale in Locale.objects.all()}

    # Terms.
    def term(self, model, text, **filters):
        """The term of a key, or of a label in one of the languages. Raises Refused."""
        found = self._terms(model, filters).get(text.casefold())
        if found is None:
            keys = [term.key for term in self.offered(model, filters)]
            labels = [label.casefold() for term in self.offered(model, filters) for label in term.labels]
            near = keys if len(keys) <= LISTED_WHOLE else [*keys, *labels]
            raise Refused(_("This is not in the list of %s.") % model._meta.verbose_name_plural, allowed_of(text, near))
        return found

    def _terms(self, model, filters):
        place = (model, repr(sorted(filters.items())))
        if place not in self._words:
            words = {}
            for term in self.offered(model, filters):
                for word in term.labels:
                    words.setdefault(word.casefold(), term)
            # A key is a key, whatever else is called so.
            words |= {term.key.casefold(): term for term in self.offered(model, filters)}
            self._words[place] = words
        return self._words[place]

    def offered(self, model, filters) -> list:
        """The terms that may be chosen; administrators may bring those that are no longer chosen."""
        terms = kept_terms(model)
        if self.is_admin and not filters:
            return list(terms.values())
        offered = kept_offer(model, **filters)
        return [term for pk, term in terms.items() if pk in offered]

    # Organisations.
    @cached_property
    def organisations(self) -> dict[int, Organisation]:
        """By primary key, those that may be named, each with its names."""
        rows = Organisation.objects.all() if self.is_admin else known_organisations(self.user)
        return {each.pk: each for each in rows}

    @cached_property
    def _organisation_words(self):
        found = defaultdict(set)
        for each in self.organisations.values():
            if each.merged_into_id is None:
                for word in {each.code, *each.names}:
                    found[word.casefold()].add(each.pk)
        return found

    def organisation(self, text) -> Organisation:
        """That of a code, name or abbreviation. Raises Refused, also where a word means two."""
        word = text.casefold()
        pks = self._organisation_words.get(word) or {
            pk for pk, each in self.organisations.items() if each.code.casefold() == word
        }
        if len(pks) == 1:
            return self.organisations[next(iter(pks))]
        if pks:
            codes = ", ".join(sorted(self.organisations[pk].code for pk in pks))
            raise Refused(_("Several organisations are called so."), _("Write the code: %s.") % codes)
        near = get_close_matches(word, list(self._organisation_words), n=NEAREST, cutoff=0.6)
        why = _("There is no organisation of this name, abbreviation or code.")
        raise Refused(why, _("Did you mean: %s?") % ", ".join(near) if near else "")

    def add_organisation(self, organisation):
        """Notes one that the file has brought."""
        self.organisations[organisation.pk] = organisation
        for word in {organisation.code, *organisation.names}:
            self._organisation_words[word.casefold()].add(organisation.pk)

    def organisation_code(self, pk) -> str:
        """The code of an organisation; "" of one that may not be named."""
        return self.organisations[pk].code if pk in self.organisations else ""

    # Entries.
    @cached_property
    def _entries(self):
        """By code, key and kind of the entries that may be named."""
        if self.is_admin:
            rows = RecordIdentity.objects.values_list("code", "key", "kind")
            return {code: (key, kind) for code, key, kind in rows}
        known = known_records(self.user).order_by().values_list("code", "key", "kind")
        own = written_by(self.user).values_list("code", "key", "kind")
        return {code: (key, kind) for code, key, kind in [*known, *own]}

    @cached_property
    def _codes(self):
        return {key: code for code, (key, _kind) in self._entries.items()}

    def entry(self, text, is_allowed) -> UUID:
        """The key of the entry with this code, of a kind of which `is_allowed(kind)`. Raises Refused."""
        code = text.split()[0].upper() if text.split() else ""
        if not CODE.fullmatch(code):
            raise Refused(_("This is no code of an entry."), _("Write a code such as DH-7K3M."))
        key, kind = self.place_of(code) or self._to_come(code)
        if not is_allowed(kind):
            raise Refused(_("This is an entry of another kind."))
        if code in self.new and code not in self._noted:
            self.reserved.add(code)
        return key

    def place_of(self, code):
        """Key and kind of the entry with this code, here or brought by the file; None where there is none."""
        return self._entries.get(code) or self.new.get(code)

    def _to_come(self, code):
        if not self.is_admin:
            raise Refused(_("There is no entry with this code."))
        self.bring(code, uuid4(), kind_of_code(code))
        return self.new[code]

    def note(self, *codes):
        """Notes that these have their rows now."""
        self._noted.update(codes)
        self.reserved.difference_update(codes)

    def bring(self, code, key, kind):
        """Notes an entry that the file brings, or names before it is here."""
        self.new[code] = (key, kind)
        self._codes[key] = code

    def code_of(self, key) -> str:
        """The code of an entry; "" of one that may not be named."""
        return self._codes.get(key, "")

    @cached_property
    def _pages(self):
        """By primary key of a page, the code of its entry."""
        rows = RecordPage.objects.order_by("-pk").values_list("pk", "translation_key")
        return {pk: self._codes[key] for pk, key in rows if key in self._codes}

    @cached_property
    def _pages_by_code(self):
        return {code: pk for pk, code in self._pages.items()}

    def code_of_page(self, pk) -> str:
        """The code of the entry that a page is; "" where it is none that may be named."""
        return self._pages.get(pk, "")

    def page_of(self, code):
        """The primary key of the first page of an entry; None where there is none."""
        return self._pages_by_code.get(code)
