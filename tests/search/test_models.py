import pytest

from portal.search.models import (
    FacetCount,
    FacetValue,
    RecordAudience,
    RecordCard,
    RecordDocument,
    RecordFacet,
    SearchState,
    SearchText,
)

VALUE = FacetValue(pk=3, facet="sector", value="health")


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (RecordDocument(code="CS-7K3M"), "CS-7K3M"),
        (RecordCard(title="Wells"), "Wells"),
        (VALUE, "sector=health"),
        (RecordFacet(document_id=2, value=VALUE), "2: 3"),
        (FacetCount(rank=1, kind="need", value=VALUE, documents=4), "1 need 3: 4"),
        (RecordAudience(key="org:1", zone=0, document_id=2), "org:1 0: 2"),
        (SearchText(document_id=2, view="public"), "2: public"),
        (SearchState(generation="abc"), "abc"),
    ],
)
def test_rows_say_what_they_are(row, text):
    assert str(row) == text
