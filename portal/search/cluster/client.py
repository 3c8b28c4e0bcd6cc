"""The connection to the cluster, one a process; nothing else knows where it is."""

import os
from functools import cache

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError

AWAY = (TransportError, ApiError)
"""What a cluster that is away, slow, half there or without the index asked for answers with."""


class Away(Exception):
    """The cluster cannot answer; the database does."""


def client() -> Elasticsearch:
    """The client, for questions of readers: it waits settings.ELASTICSEARCH_TIMEOUT seconds, asks another node once."""
    return _client(os.getpid(), tuple(settings.ELASTICSEARCH_URLS), settings.ELASTICSEARCH_TIMEOUT)


def patient_client() -> Elasticsearch:
    """The client, for work that no reader waits for."""
    return client().options(request_timeout=settings.ELASTICSEARCH_TIMEOUT * 30)


@cache
def _client(process, urls, timeout):
    # A connection that was opened before a fork would be shared by both.
    return Elasticsearch(
        list(urls),
        ca_certs=settings.ELASTICSEARCH_CA_CERTS or None,
        request_timeout=timeout,
        max_retries=1,
        retry_on_timeout=False,
        dead_node_backoff_factor=0.5,
        max_dead_node_backoff=2.0,
    )


def is_used() -> bool:
    """Whether a cluster answers this portal's searches when it can."""
    return settings.SEARCH_ENGINE == "elasticsearch"
