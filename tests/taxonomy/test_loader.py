import shutil
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.taxonomy.errors import WrongFile
from portal.taxonomy.files import DATA
from portal.taxonomy.loader import Counts, load_vocabularies
from portal.taxonomy.management.commands import load_vocabularies as command
from portal.taxonomy.merging import merged_attributes
from portal.taxonomy.models import Country, DataKind, GlossaryTerm, LinkKind, OrganisationType, Region, Sector, Urgency
from portal.taxonomy.signals import terms_changed
from portal.taxonomy.vocabularies import VOCABULARIES
from tests.factories.taxonomy import SectorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """The files, to be changed by a test."""
    return shutil.copytree(DATA, tmp_path / "data")


def change(folder, file, old, new):
    path = folder / f"{file}.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_everything_was_loaded():
    assert DataKind.objects.count() == 120
    assert Country.objects.count() == 251
    assert GlossaryTerm.objects.count() == 205
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


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "urgencies",
            "medium,Medium",
            "Medium,Medium",
            "urgencies.csv, row 3, column key: “Medium” is not allowed; "
            "allowed: small letters, digits and single underscores, at most 80.",
        ),
        (
            "urgencies",
            "medium,Medium",
            "high,Medium",
            "urgencies.csv, row 3, column key: “high” is not allowed; allowed: a key that no other row has.",
        ),
        (
            "urgencies",
            "Moyenne",
            "",
            "urgencies.csv, row 3, column label_fr: “” is not allowed; allowed: a label of 1 to 200 characters.",
        ),
        (
            "urgencies",
            ",,20,",
            ",,soon,",
            "urgencies.csv, row 3, column order: “soon” is not allowed; allowed: a whole number.",
        ),
        (
            "urgencies",
            ",,20,",
            ",nothing,20,",
            "urgencies.csv, row 3, column parent: “nothing” is not allowed; allowed: empty, or the key of another row.",
        ),
        (
            "urgencies",
            ",,20,Portal proposal,",
            f",,20,{'x' * 301},ftp://example.org",
            f"urgencies.csv, row 3, column source: “{'x' * 301}” is not allowed; allowed: at most 300 characters.\n"
            "urgencies.csv, row 3, column uri: “ftp://example.org” is not allowed; "
            "allowed: empty, or an address that begins with http:// or https://.",
        ),
        (
            "urgencies",
            ",,20,Portal proposal,",
            ",,20,Portal proposal,,more",
            "urgencies.csv, row 3 has too many or too few cells.",
        ),
        (
            "flow_states",
            ",Portal proposal,,no\nagreed",
            ",Portal proposal,,maybe\nagreed",
            "flow_states.csv, row 2, column takes_place: “maybe” is not allowed; allowed: yes, no.",
        ),
        (
            "sensitivity",
            ",,1,public,",
            ",,first,everybody,",
            "sensitivity.csv, row 2, column rank: “first” is not allowed; allowed: a whole number.",
        ),
        (
            "sensitivity",
            ",,1,public,",
            ",,1,everybody,",
            "sensitivity.csv, row 2, column widest_audience: “everybody” is not allowed; "
            "allowed: keys of audiences.csv.",
        ),
        (
            "action_states",
            "in_progress;blocked;done;dropped",
            "in_progress;forgotten",
            "action_states.csv, row 2, column next_states: “in_progress;forgotten” is not allowed; "
            "allowed: keys of action_states.csv.",
        ),
        (
            "countries",
            ",AFG,AF,004,142,Asia,034,",
            ",AFG,AF,004,142,Asia,999,",
            "countries.csv, row 2, column m49_subregion_code: “999” is not allowed; allowed: keys of m49_regions.csv.",
        ),
        (
            "m49_regions",
            "m49_001,World,Monde,العالم,,,",
            "m49_001,World,Monde,العالم,,m49_002,",
            "m49_regions.csv, row 2, column parent: “m49_002” is not allowed; "
            "allowed: a broader term that is not below this one.\n"
            "m49_regions.csv, row 3, column parent: “m49_001” is not allowed; "
            "allowed: a broader term that is not below this one.",
        ),
        ("urgencies", "key,label_en", "code,label_en", "urgencies.csv lacks the columns key."),
        ("urgencies", "Medium", '"Medium" x', "urgencies.csv is no CSV file in UTF-8."),
        (
            "glossary",
            "mine_action,mine action,",
            "humanitarian_mine_action,,",
            "glossary.csv, row 2, column term_en: “” is not allowed; allowed: a text.\n"
            "glossary.csv, row 3, column key: “humanitarian_mine_action” is not allowed; "
            "allowed: small letters, digits and single underscores, once in the file.",
        ),
        (
            "glossary",
            'and stockpile destruction.",high',
            'and stockpile destruction.",sure',
            "glossary.csv, row 2, column confidence: “sure” is not allowed; allowed: high, medium.",
        ),
    ],
)
def test_a_wrong_file_stops_the_load_with_a_sentence(folder, file, old, new, sentence):
    change(folder, file, old, new)
    Sector.objects.filter(key="education").update(loaded={})

    with pytest.raises(WrongFile) as caught:
        load_vocabularies(folder=folder)

    assert str(caught.value) == sentence
    # Nothing was written, not even to the classes whose files are right.
    assert Sector.objects.get(key="education").loaded == {}


def test_every_wrong_file_is_named_at_once(folder):
    (folder / "sectors.csv").unlink()
    (folder / "urgencies.csv").write_bytes("key\nété".encode("latin-1"))

    with pytest.raises(WrongFile) as caught:
        load_vocabularies(folder=folder)

    assert caught.value.problems == ["sectors.csv is missing.", "urgencies.csv is no CSV file in UTF-8."]


def test_the_command_says_what_it_did():
    output = StringIO()

    call_command("load_vocabularies", stdout=output)

    assert output.getvalue() == "34 vocabularies: 0 terms created, 0 updated, 0 fields kept as edited.\n"


def test_the_command_says_what_is_wrong(folder, monkeypatch):
    change(folder, "urgencies", "Moyenne", "")
    monkeypatch.setattr(command, "load_vocabularies", lambda: load_vocabularies(folder=folder))

    with pytest.raises(CommandError, match=r"Nothing was loaded\.\nurgencies.csv, row 3, column label_fr"):
        call_command("load_vocabularies")
