"""What an editor changed is kept, everything else follows the file."""

import pytest

from portal.taxonomy.loader import Counts, load_vocabularies
from portal.taxonomy.merging import merged_attributes
from portal.taxonomy.models import GlossaryTerm, LinkKind, Sector
from tests.taxonomy.changed_files import change

pytestmark = pytest.mark.django_db


def test_an_editors_label_is_kept_and_the_other_fields_follow_the_file(folder):
    Sector.objects.filter(key="education").update(label_en="Schools")
    change(folder, "sectors", "education,Education,Éducation,", "education,Learning,Enseignement,")

    counts = load_vocabularies(folder=folder)

    sector = Sector.objects.get(key="education")
    assert (sector.label_en, sector.label_fr) == ("Schools", "Enseignement")
    assert counts[Sector] == Counts(updated=1, unchanged=39, kept=1)
    assert load_vocabularies(folder=folder)[Sector] == Counts(unchanged=40, kept=1)


def test_an_editors_column_is_kept_and_the_others_follow_the_file(folder):
    kind = LinkKind.objects.get(key="documents")
    kind.attributes["inverse_label_en"] = "is told by"
    kind.save()
    change(folder, "link_kinds", "is documented by,est documenté par", "is described by,est décrit par")

    load_vocabularies(folder=folder)

    kind.refresh_from_db()
    assert kind.attributes["inverse_label_en"] == "is told by"
    assert kind.attributes["inverse_label_fr"] == "est décrit par"


def test_a_column_that_the_file_has_newly_is_read_where_nobody_wrote_yet():
    for term in GlossaryTerm.objects.filter(key__in=["victim", "minefield"]):
        term.loaded.pop("forms_ar")
        term.forms_ar = [] if term.key == "victim" else ["حقول"]
        term.save()

    counts = load_vocabularies()

    assert (counts[GlossaryTerm].updated, counts[GlossaryTerm].kept) == (2, 1)
    forms = dict(GlossaryTerm.objects.filter(key__in=["victim", "minefield"]).values_list("key", "forms_ar"))
    assert forms == {"victim": ["ضحايا"], "minefield": ["حقول"]}


@pytest.mark.parametrize(
    ("current", "loaded", "row", "result", "kept"),
    [
        ({"a": "1"}, {"a": "1"}, {"a": "2"}, {"a": "2"}, 0),
        ({"a": "mine"}, {"a": "1"}, {"a": "2"}, {"a": "mine"}, 1),
        ({"a": "mine"}, {"a": "1"}, {"a": "mine"}, {"a": "mine"}, 0),
        ({"a": "1"}, {"a": "1"}, {}, {}, 0),
        ({"a": "mine"}, {"a": "1"}, {}, {"a": "mine"}, 1),
        ({}, {}, {"a": "1"}, {"a": "1"}, 0),
        ({"a": "mine"}, {}, {}, {"a": "mine"}, 1),
    ],
)
def test_columns_are_merged_three_ways(current, loaded, row, result, kept):
    assert merged_attributes(current, loaded, row) == (result, kept)
