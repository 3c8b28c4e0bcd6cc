"""What the cluster holds of a record: the tables of the read model, nothing that is shown.

Rows of lists are made by the database for who asks (hits.py), so that no title and no text leaves the cluster.
"""

import hashlib
import json
from functools import cache

from django.conf import settings
from elasticsearch_dsl import Boolean, Date, Document, InnerDoc, Keyword, Long, Object, Short, Text

from portal.search.enums import View
from portal.search.ranking import K1, B

ANALYZER = "whitespace"
"""The words of analysis.py are stored as they are: what the database matches, the cluster matches."""
SIMILARITY = {"default": {"type": "BM25", "k1": K1, "b": B}}


class Words(InnerDoc):
    """The words of a record in one view. `names` are found and not ranked; `filler` is of lengths.py."""

    title = Text(analyzer=ANALYZER)
    summary = Text(analyzer=ANALYZER)
    body = Text(analyzer=ANALYZER)
    names = Text(analyzer=ANALYZER, norms=False)
    filler = Text(analyzer=ANALYZER, index_options="freqs")


class ClusterDocument(Document):
    """A record in the cluster; its id is the key of the record's identity.

    Facet values are written `facet=value`, apart by the zone that tells them; `card_keys` and `details_keys` are those
    of RecordAudience. `document` is the primary key of its RecordDocument.
    """

    document = Long(index=False)
    kind = Keyword()
    code = Keyword()
    sort_title = Keyword()
    listed_rank = Short()
    details_rank = Short()
    first_year = Short()
    last_year = Short()
    published_on = Date()
    updated_on = Date()
    takes_place_on = Date()
    is_demo = Boolean()
    digest = Keyword(index=False)
    card_keys = Keyword()
    details_keys = Keyword()
    card_values = Keyword(eager_global_ordinals=True)
    details_values = Keyword(eager_global_ordinals=True)


for view in View.values:
    ClusterDocument._doc_type.mapping.field(view, Object(Words))


@cache
def beginning() -> str:
    """What the names of indices begin with: one that this version would make otherwise answers no more."""
    made_of = json.dumps(definition(), sort_keys=True).encode()
    return f"{settings.ELASTICSEARCH_INDEX}-{hashlib.sha1(made_of).hexdigest()[:8]}-"


def definition(**settings) -> dict:
    """The settings and mapping of a new index."""
    mapping = ClusterDocument._doc_type.mapping.to_dict()
    return {
        "mappings": {"dynamic": "strict", "_source": {"excludes": list(View.values)}, **mapping},
        "settings": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            # Each delivery refreshes what it wrote.
            "refresh_interval": "-1",
            # So long the cluster remembers that a record is gone, lest an older copy of it comes in late.
            "gc_deletes": "1h",
            "similarity": SIMILARITY,
            **settings,
        },
    }
