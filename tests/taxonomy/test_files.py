"""The files of `data/` themselves: complete, and each with its class."""

import csv

import pytest
from django.apps import apps

from portal.access.enums import Level
from portal.taxonomy.files import DATA
from portal.taxonomy.glossary_file import read_glossary
from portal.taxonomy.models import (
    ActionState,
    Audience,
    FlowState,
    IdeaState,
    NeedState,
    RecordState,
    Sensitivity,
    SharingRung,
    Term,
    Urgency,
)
from portal.taxonomy.rows import read_vocabularies
from portal.taxonomy.vocabularies import LEVELS, LICENCES, VOCABULARIES, vocabulary_in, vocabulary_of

# Keys that code knows, by class: whoever writes such a key in code adds it here.
KNOWN_TO_CODE = {
    Sensitivity: {"low", "moderate", "high", "severe"},
    SharingRung: {
        "exact",
        "buffered",
        "adm4",
        "adm2_count",
        "adm1_count",
        "national_figure",
        "narrative_only",
        "nothing",
    },
    NeedState: {"open", "met", "partly_met", "refused", "withdrawn"},
    ActionState: {"open", "in_progress", "blocked", "done", "dropped"},
    Urgency: {"high", "medium", "low"},
}
STATES = (RecordState, NeedState, FlowState, IdeaState, ActionState)


def test_every_file_has_a_class_and_every_class_a_file():
    files = {path.stem for path in DATA.glob("*.csv")} - {"glossary"}
    classes = {model for model in apps.get_app_config("taxonomy").get_models() if issubclass(model, Term)}

    assert {file for vocabulary in VOCABULARIES for file in vocabulary.files} == files
    assert {vocabulary.model for vocabulary in VOCABULARIES} == classes
    assert len(VOCABULARIES) == len(classes)


def test_a_vocabulary_is_found_by_class_and_by_file():
    for vocabulary in VOCABULARIES:
        assert vocabulary_of(vocabulary.model) is vocabulary
        assert {vocabulary_in(file) for file in vocabulary.files} == {vocabulary}


def test_keys_are_unique_and_labels_complete_in_three_languages():
    for vocabulary, rows in read_vocabularies().items():
        keys = [row["key"] for row in rows]
        assert len(keys) == len(set(keys)), vocabulary.files
        assert [row["key"] for row in rows if not (row["label_en"] and row["label_fr"] and row["label_ar"])] == []


def test_only_trees_have_broader_terms():
    with_parents = {
        vocabulary for vocabulary, rows in read_vocabularies().items() if any(row["parent"] for row in rows)
    }

    assert {vocabulary.model for vocabulary in with_parents} == {v.model for v in VOCABULARIES if v.is_tree}


@pytest.mark.parametrize(("model", "keys"), KNOWN_TO_CODE.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_keys_known_to_code_are_in_the_files(model, keys):
    vocabulary = vocabulary_of(model)
    rows = read_vocabularies()[vocabulary]

    assert {row["key"] for row in rows} == keys
    assert not vocabulary.is_open


def test_states_are_fixed():
    assert {vocabulary_of(model).is_open for model in STATES} == {False}


def test_levels_of_access_are_the_audiences_of_kind_level():
    rows = read_vocabularies()[vocabulary_of(Audience)]
    levels = {row["key"] for row in rows if row["attributes"]["kind"] == "level"}

    assert levels == LEVELS == set(Level.values)


def test_licences_known_to_code_are_in_the_file():
    keys = {row["key"] for row in read_vocabularies()[vocabulary_in("licences")]}

    assert keys & LICENCES == LICENCES


def test_the_glossary_has_words_in_three_languages():
    rows = read_glossary()

    assert len(rows) == len({row["key"] for row in rows}) == 207
    assert [row["key"] for row in rows if not (row["term_en"] and row["term_fr"] and row["term_ar"])] == []
    assert {len(row["synonyms_ar"]) > 0 for row in rows} == {True, False}


def test_files_end_lines_and_start_as_programs_expect():
    for path in sorted(DATA.glob("*.csv")):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf"), path.name
        assert b"\r" not in content, path.name
        with path.open(encoding="utf-8", newline="") as stream:
            assert next(csv.reader(stream))[0] == "key", path.name
