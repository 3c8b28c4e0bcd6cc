from .cluster import ClusterIndex, IndexChange
from .document import RecordCard, RecordDocument
from .facet import FacetCount, FacetValue, RecordFacet
from .state import SearchState
from .text import RecordAudience, SearchText

__all__ = [
    "ClusterIndex",
    "FacetCount",
    "FacetValue",
    "IndexChange",
    "RecordAudience",
    "RecordCard",
    "RecordDocument",
    "RecordFacet",
    "SearchState",
    "SearchText",
]
