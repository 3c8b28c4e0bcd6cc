"""Searches that people keep: what of an address is kept, and the search that it is again."""

from urllib.parse import quote, urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.access.readers import takes_part
from portal.community.models import SavedSearch
from portal.core.languages import under_prefix
from portal.directory.rights import require
from portal.records.registry import kinds
from portal.search.analysis import clean
from portal.search.audience import visible_to
from portal.search.named_filters import settle
from portal.search.query import RecordQuery, facet_names

MOST = 50
"""Searches that one person may keep."""
SEARCH = "search"
"""What the list of everything is called in addresses; those of kinds are called as their index pages."""
WORDS = ("q", "from", "to")


def kind_of_list(name):
    """The key of the kind whose list has that name, "" for the search over all; None where there is no such list."""
    if name == SEARCH:
        return ""
    return next((kind.key for kind in kinds() if kind.index_path == name), None)


def kept_parameters(parameters):
    """What of a QueryDict makes the search, as the query of an address: no page, no order, nothing unknown."""
    known = {*WORDS, *(f"{name}{end}" for name in facet_names() for end in ("", "!"))}
    pairs = [(name, clean(value, 500)) for name, values in parameters.lists() for value in values if name in known]
    return urlencode([pair for pair in pairs if pair[1].strip()], quote_via=quote, safe="!")


def query_of(search, **fixed):
    """The RecordQuery of a SavedSearch."""
    return RecordQuery.from_parameters(QueryDict(search.parameters), kind=search.kind, **fixed)


def path_of(search):
    """The address of its list, under the reader's prefix."""
    name = next((kind.index_path for kind in kinds() if kind.key == search.kind), SEARCH)
    return under_prefix(f"/{name}/{'?' if search.parameters else ''}{search.parameters}")


def save_search(*, user, name, kind, parameters, is_followed=True):
    """Keeps a search (`parameters`: a QueryDict) and returns it; the same search again has the new name.

    Raises PermissionDenied for who is no member, ValidationError when it asks whether a place is safe, asks for
    nothing, or they have too many.
    """
    require(takes_part(user))
    kept = kept_parameters(parameters)
    query = RecordQuery.from_parameters(QueryDict(kept), kind=kind)
    if query.is_refused:
        raise ValidationError(_("This portal cannot say whether a place is safe."))
    if not kept and not kind:
        raise ValidationError(_("Choose a word or a filter first, for example a country."))
    kept = _with_filters(query, kept, user)
    own = SavedSearch.objects.filter(user=user)
    if not own.filter(kind=kind, parameters=kept).exists() and own.count() >= MOST:
        raise ValidationError(_("You keep %(most)d searches already; end one of them first.") % {"most": MOST})
    values = {"name": name.strip(), "is_followed": is_followed}
    search, _created = SavedSearch.objects.update_or_create(user=user, kind=kind, parameters=kept, defaults=values)
    return search


def _with_filters(query, kept, user):
    """What is kept, with filters where `field:value` stood among the words: what they name for this person now. Were it
    kept as words, it would be another search when they may not know of the value any more."""
    if not query.written:
        return kept
    settle(query, visible_to(user))
    parameters = QueryDict(kept, mutable=True)
    parameters["q"] = query.text
    for end, filters in (("", query.chosen), ("!", query.excluded)):
        for name, values in filters.items():
            parameters.setlist(f"{name}{end}", values)
    return kept_parameters(parameters)


def follow_news(search, *, is_followed):
    """Has the news of a SavedSearch told, or no more."""
    SavedSearch.objects.filter(pk=search.pk).update(is_followed=is_followed)


def end_search(search):
    """Forgets a SavedSearch, and its feed with it."""
    search.delete()


def saved_by(user):
    """The searches that this person keeps, in the order of their names."""
    return SavedSearch.objects.filter(user=user).order_by("name", "key")
