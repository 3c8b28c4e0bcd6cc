"""What every engine does alike: from a query to a page of an answer. What differs is who finds (`found`)."""

from uuid import UUID

from django.utils.translation import gettext as _

from portal.core.languages import reading_language
from portal.search.audience import visible_to
from portal.search.hits import hits_of
from portal.search.models import RecordDocument
from portal.search.named_filters import settle
from portal.search.query import LAST_PAGE

from .filters import filters_of
from .result import FacetHits, Found, Result
from .statement import Statement
from .values import values_told


class Engine:
    """Answers searches. `name` is its value of the setting SEARCH_ENGINE."""

    name = ""

    def found(self, scope, query, expression, filters, values) -> Found:
        """What matches `expression` and the Filters, as far as the reader (a Scope) may know of it."""
        raise NotImplementedError

    def search(self, query, user, language) -> Result:
        """One page of what `user` may find, with counts. Each hit is shown in `language` where it is translated."""
        if query.is_refused:
            return Result.of_refused(query)
        scope, values, filters, notices = _asked(query, user)
        answer, any_word, all_words = self._answer(query, scope, filters, values)
        pages = min(LAST_PAGE, query.pages_of(answer.total))
        if query.page == LAST_PAGE and answer.total > LAST_PAGE * query.page_size:
            notices.append(_("There are more; narrow your search to see them."))
        return Result(
            hits=hits_of(Statement(scope), answer.documents, query.expression, language),
            total=answer.total,
            page=min(query.page, pages),
            pages=pages,
            facets=_facets(answer.counts, values, filters.chosen),
            any_word=any_word,
            all_words=all_words,
            reduced=answer.is_reduced,
            notices=[*query.notices, *notices],
            chosen=filters.chosen,
            excluded=filters.excluded,
        )

    def keys(self, query, user) -> list[UUID]:
        """The keys of what `user` may find, of one page of it, in its order: no hit is made, so pages may be long."""
        if query.is_refused:
            return []
        scope, values, filters, _notices = _asked(query, user)
        answer, _any_word, _all_words = self._answer(query, scope, filters, values)
        found = dict(RecordDocument.objects.filter(pk__in=answer.documents).values_list("pk", "identity"))
        return [found[pk] for pk in answer.documents if pk in found]

    def _answer(self, query, scope, filters, values):
        """What all words find; where that is too little, what any of them finds; and how many hits hold all.

        A question of several words is rarely answered by the one entry that happens to hold them all.
        """
        answer = self.found(scope, query, query.expression, filters, values)
        if answer.total >= query.expression.enough or not query.expression.can_loosen:
            return answer, query.expression.any_word, answer.total
        loosened = self.found(scope, query, query.expression.loosened(), filters, values)
        return loosened, bool(loosened.total), answer.total


def _asked(query, user):
    """Who asks, what they may filter by, by what they do, and what is to be said of that."""
    scope = visible_to(user)
    settle(query, scope)
    values = values_told(Statement(scope))
    return scope, values, *filters_of(query, Statement(scope), values)


def _facets(counts, values, chosen):
    language = reading_language()
    facets = {}
    for number, count in counts.items():
        if count > 0 and (value := values.get(number)):
            facets.setdefault(value.facet, []).append(FacetHits(value, count))
    for facet, each in chosen.items():
        shown = {found.value.id for found in facets.get(facet, ())}
        facets.setdefault(facet, []).extend(FacetHits(value, 0) for value in each if value.id not in shown)
    for found in facets.values():
        found.sort(key=lambda each: (-each.count, each.value.orders[language]))
    return facets
