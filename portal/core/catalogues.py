"""The catalogues in `portal/locale`: what our code and templates say, joined with what is translated already.

Babel reads the sources and compiles the result (`make messages`), so that nobody needs GNU gettext.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract, extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from portal.core.rooms import ROOMS

# Django's rules, so that our plurals and those of Django, Wagtail and allauth are chosen alike.
PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 :"
    " n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
}
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Neither dates nor names of persons: they change with every run and belong in the history.
HEADER = """\
# The interface of the portal. How to translate it: docs/languages.md
msgid ""
msgstr ""
"Project-Id-Version: mine-action-im-portal\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def _header(language):
    return HEADER.format(language=language, plurals=PLURALS[language]).encode()


def _sources():
    root = settings.BASE_DIR
    for folder in (*ROOMS, "templates"):
        yield from sorted(path for path in (root / folder).rglob("*") if path.suffix in (".py", ".html", ".txt"))


def _messages_of(path):
    """(line, message or plural pair, comments, context) of each marked string of a file."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Django's own: calls of gettext stay where the tags were. Indents would be a syntax error.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    return extract(extract_python, BytesIO(source.encode()), keywords=KEYWORDS)


def extracted():
    """A catalogue of every string that the code and the templates mark for translation."""
    found = Catalog(fuzzy=False)
    for path in _sources():
        for line, message, _comments, context in _messages_of(path):
            found.add(message, locations=[(path.relative_to(settings.BASE_DIR).as_posix(), line)], context=context)
    return found


def catalogue_path(language) -> Path:
    return settings.BASE_DIR / "portal" / "locale" / language / "LC_MESSAGES" / "django.po"


def kept(language):
    """The catalogue of a language ("fr" or "ar") as it stands in its file; empty when there is none."""
    path = catalogue_path(language)
    return read_po(BytesIO(path.read_bytes() if path.exists() else _header(language)), locale=language)


def renewed(language):
    """What is kept, with the new strings (empty) and without those that nothing says any more."""
    catalogue = kept(language)
    # A guess at a changed sentence would be taken for a translation: none is made.
    catalogue.update(extracted(), no_fuzzy_matching=True)
    return catalogue


def text_of(catalogue, language):
    """The file of a catalogue, as bytes: in the order of the sources, whose lines are not named."""
    body = BytesIO()
    write_po(body, catalogue, 100, omit_header=True, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return _header(language) + body.getvalue()


def untranslated(catalogue):
    """The messages of a catalogue whose translation is empty, in whole or for one of its numbers."""
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and not (strings and all(strings)):
            yield message
