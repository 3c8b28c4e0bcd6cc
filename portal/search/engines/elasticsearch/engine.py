"""The engine of a portal that has outgrown one machine: an Elasticsearch cluster finds, the database shows."""

import logging

from elasticsearch import BadRequestError, NotFoundError

from portal.search.cluster.breaker import Breaker
from portal.search.cluster.changes import ready
from portal.search.cluster.client import AWAY, Away, client
from portal.search.engines.database import DatabaseEngine
from portal.search.engines.lists import whole_list_of
from portal.search.engines.result import Found
from portal.search.engines.searching import Engine

from .answer import found_by
from .request import Request

logger = logging.getLogger("portal.search")


def _is_back():
    """Whether the nodes answer. The index is asked for by the next search: if it is gone, that costs one request."""
    try:
        client().cluster.health(wait_for_status="yellow", timeout="500ms")
    except AWAY:
        return False
    return True


breaker = Breaker(_is_back)


class ClusterEngine(Engine):
    """Answers from Elasticsearch; while that is away, incomplete or behind, from the database, and says so."""

    name = "elasticsearch"
    fallback = DatabaseEngine()

    def found(self, scope, query, expression, filters, values) -> Found:
        """What matches `expression` and the Filters, as far as the reader (a Scope) may know of it.

        Whole lists come from the kept counts: no index is faster than numbers that are there.
        """
        if whole := whole_list_of(scope, query, filters, values):
            return whole
        try:
            return self._asked(scope, query, expression, filters, values)
        except Away:
            answer = self.fallback.found(scope, query, expression, filters, values)
            answer.is_reduced = True
            return answer

    def _asked(self, *what):
        if breaker.is_open:
            raise Away("it was away a moment ago")
        try:
            try:
                return self._of_the_one_that_answers(*what)
            except NotFoundError:
                # Another index began to answer, and the one that did is gone.
                return self._of_the_one_that_answers(*what)
        except NotFoundError as error:
            # None did: that is for an operator.
            raise Away("its index is gone") from error
        except BadRequestError as error:
            logger.error("the search cluster did not understand", extra={"facts": {"reason": _kind_of(error)}})
            raise Away("it did not understand") from error
        except AWAY as error:
            breaker.open(str(error))
            raise Away(str(error)) from error

    def _of_the_one_that_answers(self, scope, query, expression, filters, values):
        state = ready()
        return found_by(state.index, Request(query, scope, expression, filters, state.left_out), values)


def _kind_of(error):
    """What was wrong, without the words that were searched for."""
    return error.info.get("error", {}).get("type", "") if isinstance(error.info, dict) else ""
