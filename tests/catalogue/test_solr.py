"""The part of Solr's language that clients of CKAN use."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from portal.catalogue.ckan.errors import QueryError
from portal.catalogue.ckan.solr import filter_of, search_of
from portal.catalogue.index import Entry


def entry(name, **values):
    usual = {
        "key": uuid4(), "code": "DH-0000", "is_open": True, "title": f"The {name}", "organisation": "unmas-1a2b",
        "created": datetime(2020, 1, 1, tzinfo=UTC), "modified": datetime(2024, 6, 1, tzinfo=UTC), "groups": ("irq",),
        "organisation_id": "5f0c", "tags": ("hazards",), "licence": "cc-by", "licence_key": "cc_by_4_0",
        "formats": ("CSV",),
    }  # fmt: skip
    return Entry(name=name, **usual | values)


ALL = [
    entry("wells", groups=("irq", "syr"), tags=("water points", "hazards")),
    entry("roads", organisation="ocha-9z9z", groups=("syr",), formats=()),
    entry("schools", organisation="unicef-0000", groups=(), modified=datetime(2019, 1, 1, tzinfo=UTC), licence="odbl"),
]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "wells roads schools"),
        ("*:*", "wells roads schools"),
        ("organization:unmas-1a2b", "wells"),
        ("-organization:unmas-1a2b", "roads schools"),
        ("NOT organization:unmas-1a2b", "roads schools"),
        ("+dataset_type:dataset +state:active", "wells roads schools"),
        ("organization:unmas-1a2b OR organization:ocha-9z9z", "wells roads"),
        ("organization:unmas-1a2b OR organization:ocha-9z9z groups:irq", "wells"),
        ("organization:(unmas-1a2b OR ocha-9z9z) AND groups:syr", "wells roads"),
        ("groups:(irq AND syr)", "wells"),
        ("(groups:irq OR organization:unicef-0000) -license_id:odbl", "wells"),
        ('tags:"water points"', "wells"),
        ("vocab_Topics:hazards", "wells roads schools"),
        ("res_format:csv", "wells schools"),
        ("name:w*", "wells"),
        ("groups:*", "wells roads"),
        ('name:"w*"', ""),
        ("title:roads", "roads"),
        ("owner_org:5f0c", "wells roads schools"),
        ("metadata_modified:[2024-01-01T00:00:00Z TO *]", "wells roads"),
        ("metadata_modified:[* TO 2019-12-31T23:59:59.999Z]", "schools"),
        ("metadata_modified:[NOW-1DAY TO NOW]", ""),
        ("metadata_created:*", "wells roads schools"),
        ("private:true", ""),
    ],
)
def test_a_filter_holds_of_those_that_it_names(query, names):
    asked = filter_of(query)

    assert [each.name for each in ALL if asked.holds(each)] == names.split()


@pytest.mark.parametrize(
    "query",
    [
        "wells", "colour:red", "groups:(irq", "groups:irq)", "groups:", "-", "metadata_modified:2024", "name:()",
        "metadata_modified:[yesterday TO *]", "(" * 30 + "name:a" + ")" * 30, "name:a " * 500, "NOT",
        "metadata_modified:[NOW-99999YEARS TO *]",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(query):
    with pytest.raises(QueryError) as refused:
        filter_of(query)

    assert str(refused.value).endswith((".", "]", "…"))


@pytest.mark.parametrize(
    ("query", "names", "words"),
    [
        ("mines wells", "wells roads schools", ["mines", "wells"]),
        ("mines -wells +roads", "wells roads schools", ["mines", "-wells", "roads"]),
        ('"land release" groups:irq', "wells", ['"land release"']),
        ("organization:ocha-9z9z", "roads", []),
        ("see http://example.org/x", "wells roads schools", ["see http://example.org/x"]),
        ("broken (bracket", "wells roads schools", ["broken (bracket"]),
        ("*:*", "wells roads schools", []),
    ],
)
def test_a_search_has_words_too(query, names, words):
    asked = search_of(query)

    assert asked.words == words
    assert [each.name for each in ALL if asked.holds(each)] == names.split()
