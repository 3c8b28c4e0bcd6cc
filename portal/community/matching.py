"""Who follows a record that is news: by itself, by an organisation that it names, by a saved search."""

from collections import defaultdict

from portal.access.models import RecordIdentity
from portal.community.models import Follow, SavedSearch
from portal.community.rights import takes_part
from portal.community.saved import query_of
from portal.core.languages import reading_language
from portal.directory.models import Organisation
from portal.records.organisation_kind import ORGANISATION
from portal.search.engines import engine
from portal.search.models import RecordFacet
from portal.search.query import RecordQuery


def followers_of(keys):
    """`{(user, key): names}` for the records with these keys: who is to hear of which, and by which saved searches.

    Each search is asked as its person, so that nobody is told of a match with what they may not read. A search costs
    one question to the search engine for all of the records together.
    """
    found = defaultdict(list)
    for user, key in _by_themselves(keys):
        found[user, key] += ()
    for user, slug in _by_organisation(keys):
        for key in _matching(RecordQuery(fixed={ORGANISATION.key: [slug]}), user, keys):
            found[user, key] += ()
    for search in _searches():
        for key in _matching(query_of(search), search.user, keys):
            found[search.user, key].append(search.name)
    return dict(found)


def _by_themselves(keys):
    rows = _active(Follow.objects.filter(identity__in=keys))
    return [(row.user, row.identity_id) for row in rows if takes_part(row.user)]


def _by_organisation(keys):
    """Pairs of who follows an organisation that one of the records names, and its slug."""
    named = RecordFacet.objects.filter(document__identity__in=keys, value__facet=ORGANISATION.key)
    organisations = set(named.exclude(value__record=None).values_list("value__record", flat=True))
    slugs = dict(Organisation.objects.live().filter(key__in=organisations).values_list("key", "slug"))
    return [(row.user, slugs[row.identity_id]) for row in _active(Follow.objects.filter(identity__in=slugs))]


def _searches():
    return _active(SavedSearch.objects.filter(is_followed=True).order_by("key"))


def _active(rows):
    return rows.filter(user__is_active=True).select_related("user")


def _matching(query, user, keys):
    """The keys of the records that the query finds for this person. A filter that they may not know of any more, and
    words of which only some are found, are no match: that would be another search."""
    if query.is_refused or not takes_part(user):
        return []
    query.only = tuple(RecordIdentity.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
    if not query.only:
        return []
    query.page_size = len(query.only)
    result = engine().search(query, user, reading_language())
    is_whole = query.chosen.keys() <= result.chosen.keys() and result.any_word == query.expression.any_word
    return [hit.key for hit in result.hits] if is_whole else []
