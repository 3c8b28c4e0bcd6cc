from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.languages import reading_language
from portal.search.analysis import clean, plain_words
from portal.search.query import SHOWN, ignored
from portal.taxonomy.queries import glossary_entries

MOST_CHARACTERS = 100


@require_safe
def glossary(request):
    """The words of the community in the reader's language, by letter; `q` keeps those that have its words."""
    text = clean(request.GET.get("q", ""), MOST_CHARACTERS).strip()
    beginnings = plain_words(text)
    context = {
        "entries": [entry for entry in glossary_entries(reading_language()) if _has(entry, beginnings)],
        "query_text": text,
        "notices": list(_notices(request.GET, "" if beginnings else text)),
    }
    return render(request, "desk/glossary.html", context)


def _notices(parameters, wordless):
    """What was ignored: parameters that are none, and a text without words."""
    if wordless:
        yield _("No words to search for in “%s”.") % wordless[:SHOWN]
    yield from (ignored(name) for name in parameters if name != "q")


def _has(entry, beginnings):
    """Whether each word begins a word of its definition or of a name of its, in any language."""
    words = plain_words(" ".join([*entry.names, entry.definition]))
    return all(any(word.startswith(beginning) for word in words) for beginning in beginnings)
