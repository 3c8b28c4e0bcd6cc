"""A wrong file stops the load, with a sentence for each wrong cell."""

import pytest

from portal.taxonomy.errors import WrongFile
from portal.taxonomy.loader import load_vocabularies
from portal.taxonomy.models import Sector
from tests.taxonomy.changed_files import change

pytestmark = pytest.mark.django_db


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
