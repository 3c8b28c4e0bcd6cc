"""The vocabularies: each term with its labels in three languages, its place in the tree and its standard address."""

from django.http import Http404

from portal.api.answers import absolute, answer
from portal.core.languages import LANGUAGES
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.vocabularies import VOCABULARIES


def vocabularies(request):
    """All of them, by name."""
    rows = [
        {
            "name": each.files[0], "title": str(each.model._meta.verbose_name_plural), "tree": each.is_tree,
            "fixed": not each.is_open, "terms": len(kept_terms(each.model)),
            "url": absolute(f"/api/v1/vocabularies/{each.files[0]}/"),
        }
        for each in VOCABULARIES
    ]  # fmt: skip
    return answer(request, {"rows": rows})


def vocabulary(request, name):
    """The terms of one, in its order; those that nobody can choose any more say until when, and what replaced them."""
    found = next((each for each in VOCABULARIES if each.files[0] == name), None)
    if found is None:
        raise Http404
    terms = kept_terms(found.model)
    title = str(found.model._meta.verbose_name_plural)
    return answer(request, {"name": name, "title": title, "rows": [_term(each, terms) for each in terms.values()]})


def _term(term, terms):
    broader, replaced_by = terms.get(term.parent_id), terms.get(term.replaced_by_id)
    return {
        "code": term.key,
        "labels": {language: getattr(term, f"label_{language}") or None for language in LANGUAGES},
        "description": term.description,
        "broader": broader.key if broader else None,
        "uri": term.uri or None,
        "source": term.source or None,
        "valid_until": term.valid_until.isoformat() if term.valid_until else None,
        "replaced_by": replaced_by.key if replaced_by else None,
    }
