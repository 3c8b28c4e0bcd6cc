from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.languages import reading_language
from portal.search.analysis import clean, plain_words
from portal.taxonomy.queries import glossary_entries

MOST_CHARACTERS = 100


@require_safe
def glossary(request):
    """The words of the community in the reader's language, by letter; `q` keeps those that have its words."""
    text = clean(request.GET.get("q", ""), MOST_CHARACTERS).strip()
    entries = glossary_entries(reading_language())
    context = {"entries": [entry for entry in entries if _has(entry, plain_words(text))], "query_text": text}
    return render(request, "desk/glossary.html", context)


def _has(entry, beginnings):
    """Whether each of the words begins a word of the term, its acronym, synonyms or names in the other languages."""
    names = [entry.term, entry.acronym, *entry.synonyms, *(name for _, name in entry.others)]
    words = plain_words(" ".join(names))
    return all(any(word.startswith(beginning) for word in words) for beginning in beginnings)
