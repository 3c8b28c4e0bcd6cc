"""Who follows a record that is news: by itself, by an organisation that it names, by a saved search."""

from collections import defaultdict

from portal.access.models import RecordIdentity
from portal.access.readers import takes_part
from portal.community.models import Follow, SavedSearch
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
    one question to the search engine for all of the records together. Who wrote a record knows of it already.
    """
    if not keys:
        return {}
    found, wrote = defaultdict(list), _writers(keys)
    for user, key, name in _matches(keys):
        if (user.pk, key) not in wrote:
            found[user, key] += [name] if name else []
    return dict(found)


def _writers(keys):
    rows = RecordIdentity.contributors.through.objects.filter(recordidentity__in=keys)
    return set(rows.values_list("user", "recordidentity"))


def _matches(keys):
    """Each person, the key of a record, and the name of the saved search that finds it, "" for what is followed."""
    known = Known(keys)
    for row in _active(Follow.objects.filter(identity__in=keys)):
        if row.identity_id in known.to(row.user):
            yield row.user, row.identity_id, ""
    for row, slug in _of_organisations(keys):
        query = RecordQuery(fixed={ORGANISATION.key: [slug]})
        yield from ((row.user, key, "") for key in _matching(query, row.user, known))
    for search in _active(SavedSearch.objects.filter(is_followed=True).order_by("user", "key")):
        yield from ((search.user, key, search.name) for key in _matching(query_of(search), search.user, known))


def _of_organisations(keys):
    """Each Follow of an organisation that one of the records names, with the organisation's slug."""
    named = RecordFacet.objects.filter(document__identity__in=keys, value__facet=ORGANISATION.key)
    organisations = set(named.exclude(value__record=None).values_list("value__record", flat=True))
    slugs = dict(Organisation.objects.live().filter(key__in=organisations).values_list("key", "slug"))
    return [(row, slugs[row.identity_id]) for row in _active(Follow.objects.filter(identity__in=slugs))]


def _active(rows):
    return rows.filter(user__is_active=True).select_related("user")


class Known:
    """Of some records those that somebody may know of, as one of the community; asked once a person."""

    def __init__(self, keys):
        self.keys, self.of_user = keys, {}

    def to(self, user):
        if user.pk not in self.of_user:
            known = RecordIdentity.objects.visible_to(user).filter(pk__in=self.keys)
            self.of_user[user.pk] = tuple(known.values_list("pk", flat=True)) if takes_part(user) else ()
        return self.of_user[user.pk]


def _matching(query, user, known):
    """The keys of the records that the query finds for this person. A filter that they may not know of any more, and
    words of which only some are found, are no match: that would be another search."""
    query.only = known.to(user)
    if query.is_refused or not query.only:
        return []
    query.page_size = len(query.only)
    result = engine().search(query, user, reading_language())
    is_whole = query.chosen.keys() <= result.chosen.keys() and result.any_word == query.expression.any_word
    return [hit.key for hit in result.hits] if is_whole else []
