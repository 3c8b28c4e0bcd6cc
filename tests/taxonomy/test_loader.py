"""What the files of vocabularies and glossary bring into the database, and what loading them again changes."""

import pytest

from portal.taxonomy.loader import Counts, load_vocabularies
from portal.taxonomy.models import Country, DataKind, GlossaryTerm, OrganisationType, Region, Sector, Urgency
from portal.taxonomy.signals import terms_changed
from portal.taxonomy.vocabularies import VOCABULARIES
from tests.factories.taxonomy import SectorFactory
from tests.taxonomy.changed_files import change

pytestmark = pytest.mark.django_db


def test_everything_was_loaded():
    assert DataKind.objects.count() == 120
    assert Country.objects.count() == 251
    assert GlossaryTerm.objects.count() == 207
    assert DataKind.objects.get(key="suspected_hazardous_area").parent.key == "hazards"
    # Its broader term stands further down in the file.
    assert OrganisationType.objects.get(key="mine_action_centre").parent.key == "government"
    assert GlossaryTerm.objects.get(key="demining").words("en") == ["demining", "clearance"]


def test_countries_lie_in_their_narrowest_region():
    regions = {country.key: country.region and country.region.key for country in Country.objects.all()}

    assert {key: regions[key] for key in ("eth", "afg", "ukr")} == {
        "eth": "m49_014",
        "afg": "m49_034",
        "ukr": "m49_151",
    }
    assert {key for key, region in regions.items() if region is None} == {"ata", "kosovo", "abyei"}
    assert Country.objects.get(key="kosovo").alpha_3 == "XKX"
    assert Country.objects.get(key="abyei").alpha_3 == ""


def test_an_empty_database_is_filled_level_by_level():
    Country.objects.all().delete()
    while Region.objects.exists():
        Region.objects.filter(children=None).delete()

    counts = load_vocabularies()

    assert (counts[Region], counts[Country]) == (Counts(created=31), Counts(created=251))
    assert [node.key for node in Country.objects.get(key="eth").ancestors()] == [
        "m49_001",
        "m49_002",
        "m49_202",
        "m49_014",
    ]


def test_loading_again_changes_nothing(django_assert_num_queries):
    with django_assert_num_queries(2 + len(VOCABULARIES) + 1 + 1):
        # A query a class and one for the glossary, regions once more for the countries, and the savepoint.
        counts = load_vocabularies()

    assert {(count.created, count.updated, count.kept) for count in counts.values()} == {(0, 0, 0)}
    assert {model: count.unchanged for model, count in counts.items()} == {
        model: model.objects.count() for model in counts
    }


def test_a_new_label_in_a_file_is_told_and_a_new_description_is_not(folder):
    told = []

    def hear(**payload):
        told.append((payload["model"], payload["keys"]))

    change(folder, "sectors", "education,Education,", "education,Learning,")
    change(folder, "urgencies", "For the next planning cycle.", "For the next plan.")
    terms_changed.connect(hear)
    try:
        counts = load_vocabularies(folder=folder)
    finally:
        terms_changed.disconnect(hear)

    assert told == [(Sector, frozenset(["education"]))]
    assert counts[Urgency] == Counts(updated=1, unchanged=2)
    assert Urgency.objects.get(key="medium").description == "For the next plan."


def test_a_term_moves_below_a_new_one(folder):
    with (folder / "sectors.csv").open("a", encoding="utf-8") as stream:
        stream.write("learning,Learning,Apprentissage,التعلم,,,900,,,other,,,\n")
    line = next(line for line in (folder / "sectors.csv").read_text().splitlines() if line.startswith("education,"))
    change(folder, "sectors", line, line.replace(",,20,", ",learning,20,"))

    counts = load_vocabularies(folder=folder)

    assert Sector.objects.get(key="education").parent.key == "learning"
    assert counts[Sector] == Counts(created=1, updated=1, unchanged=39)


def test_a_term_that_an_editor_made_is_left_alone(folder):
    SectorFactory(key="learning", label_en="Ours")
    with (folder / "sectors.csv").open("a", encoding="utf-8") as stream:
        stream.write("learning,Learning,Apprentissage,التعلم,,,900,,,other,,,\n")

    load_vocabularies(folder=folder)

    assert Sector.objects.get(key="learning").label_en == "Ours"


def test_a_term_that_left_the_file_stays(folder):
    lines = (folder / "urgencies.csv").read_text().splitlines(keepends=True)
    (folder / "urgencies.csv").write_text("".join(line for line in lines if not line.startswith("low,")))

    load_vocabularies(folder=folder)

    assert set(Urgency.objects.values_list("key", flat=True)) == {"high", "medium", "low"}
