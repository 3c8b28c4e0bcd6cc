from .asked import AskedSearch, AskerMark, AskingSalt
from .cluster import ClusterIndex, IndexChange
from .document import RecordCard, RecordDocument
from .facet import FacetCount, FacetValue, RecordFacet
from .state import SearchState
from .text import RecordAudience, SearchText
from .word import SearchWord

__all__ = [
    "AskedSearch",
    "AskerMark",
    "AskingSalt",
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
    "SearchWord",
]
