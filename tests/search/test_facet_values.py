from types import SimpleNamespace

from portal.access.enums import Zone
from portal.records.fields import RecordField
from portal.search.facet_values import Value, values_of
from portal.search.reading import Version


def test_a_value_that_is_no_term_stands_for_itself_and_the_owners_own_stay_out():
    fields = [
        RecordField("state", "state", Zone.DETAILS, facet="state"),
        RecordField("note", "", Zone.OWNER, facet="x"),
    ]
    kind = SimpleNamespace(key="need", label_plural="Needs", fields=fields)
    version = Version(None, None, {"state": ["open"]})

    assert values_of(kind, [version]) == [
        (Value("kind", "need", ("Needs",) * 3), Zone.CARD),
        (Value("state", "open", ("open",) * 3), Zone.DETAILS),
    ]


def test_what_card_and_details_both_tell_is_of_the_card():
    fields = [RecordField("a", "", Zone.DETAILS, facet="state"), RecordField("b", "", Zone.CARD, facet="state")]
    kind = SimpleNamespace(key="need", label_plural="Needs", fields=fields)

    (_, state) = values_of(kind, [Version(None, None, {"a": ["open"], "b": ["open"]})])
    assert state == (Value("state", "open", ("open",) * 3), Zone.CARD)
