"""A wrong value stops the load with a sentence, and nothing is written."""

import pytest
import yaml
from django.core.management import CommandError, call_command

from portal.home.content import WrongContent, load_content
from portal.records.models import RecordPage
from portal.taxonomy.models import OrganisationType
from tests.home.content import changed_copy, entries, rows

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("file", "entry_id", "field", "value", "sentence"),
    [
        (
            "case_studies", "cs-dtm-ethiopia", "decision", "advocasy",
            "case_studies.yaml, cs-dtm-ethiopia, field decision: “advocasy” is not allowed; allowed: humanitarian_",
        ),
        (
            "case_studies", "cs-dtm-ethiopia", "countries", ["ETO"],
            "case_studies.yaml, cs-dtm-ethiopia, field countries: “ETO” is not allowed; allowed: one of",
        ),
        (
            "practices", "gp-few-questions", "evidence", ["cs-unknown"],
            "practices.yaml, gp-few-questions, field evidence: “cs-unknown” is not allowed; allowed: one of 34 keys",
        ),
        (
            "organisations", "org-iom", "organisation_type", "agency",
            "organisations.yaml, org-iom, field organisation_type: “agency” is not allowed; allowed: ",
        ),
        (
            "case_studies", "cs-dtm-ethiopia", "inferred_fields", ["guess"],
            "case_studies.yaml, cs-dtm-ethiopia, field inferred_fields: “guess” is not allowed; allowed: barriers, ",
        ),
        (
            "case_studies", "cs-dtm-ethiopia", "years", ["last year"],
            "case_studies.yaml, cs-dtm-ethiopia, field years: “['last year']” is not allowed; allowed: years",
        ),
        (
            "case_studies", "cs-dtm-ethiopia", "lessons", "one",
            "case_studies.yaml, cs-dtm-ethiopia, field lessons: “one” is not allowed; allowed: a list",
        ),
        (
            "case_studies", "cs-dtm-ethiopia", "years_note", "x" * 201,
            f"case_studies.yaml, cs-dtm-ethiopia, field years_note: “{'x' * 201}” is not allowed; allowed: at most 200",
        ),
        (
            "flows", "fl-dtm-ethiopia-1", "via", "pl-unknown",
            "flows.yaml, fl-dtm-ethiopia-1, field via: “pl-unknown” is not allowed; allowed: one of 42 keys",
        ),
        (
            "flows", "fl-dtm-ethiopia-1", "stated_in", ["cs-unknown"],
            "flows.yaml, fl-dtm-ethiopia-1, field stated_in: “cs-unknown” is not allowed; allowed: one of 34 keys",
        ),
        (
            "flows", "fl-dtm-ethiopia-1", "as_of", "lately",
            "flows.yaml, fl-dtm-ethiopia-1, field as_of: “lately” is not allowed; allowed: a year of four digits",
        ),
        (
            "platforms", "pl-imsma-core", "bridges", [{"to": "pl-hdx", "state": "hoped for", "direction": "out"}],
            "platforms.yaml, pl-imsma-core, field bridges.state: “hoped for” is not allowed; allowed: idea, pilot, ",
        ),
    ],
)  # fmt: skip
def test_wrong_value_stops_with_a_sentence_and_leaves_nothing(tmp_path, file, entry_id, field, value, sentence):
    folder = changed_copy(tmp_path, file, entry_id, lambda entry: entry.update({field: value}))
    before = rows()

    with pytest.raises(WrongContent) as caught:
        load_content(folder=folder)

    assert [problem.startswith(sentence) for problem in caught.value.problems] == [True]
    assert rows() == before


def test_rows_with_wrong_values_name_their_place(tmp_path):
    def change(entry):
        entry["barriers"][0]["detail"] = "walls"
        entry["sources"][0]["url_kind"] = "copy"
        entry["organisations"].append("org-iom")

    folder = changed_copy(tmp_path, "case_studies", "cs-dtm-nigeria", change)

    with pytest.raises(WrongContent) as caught:
        load_content(folder=folder)

    places = {problem.split(":")[0] for problem in caught.value.problems}
    assert places == {
        f"case_studies.yaml, cs-dtm-nigeria, field {field}"
        for field in ("barriers.detail", "sources.url_kind", "organisations")
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "practices.yaml is missing."),
        ("a: [", "practices.yaml is no YAML in UTF-8."),
        ("- title: no id", "practices.yaml must be a list of entries, each with an id."),
    ],
)
def test_file_that_cannot_be_read_stops_with_a_sentence(tmp_path, text, sentence):
    folder = changed_copy(tmp_path, "practices", "gp-few-questions", lambda entry: None)
    file = folder / "practices.yaml"
    file.unlink() if text is None else file.write_text(text, encoding="utf-8")

    with pytest.raises(WrongContent, match=sentence):
        load_content(folder=folder)

    assert RecordPage.objects.count() == 0


def test_authority_must_agree_with_the_kind_of_organisation(tmp_path):
    folder = changed_copy(tmp_path, "organisations", "org-iom", lambda entry: entry.update(is_authority=True))

    with pytest.raises(WrongContent, match="org-iom, field is_authority: “True” is not allowed"):
        load_content(folder=folder)


def test_command_stops_with_the_sentences(monkeypatch, tmp_path):
    monkeypatch.setattr("portal.home.content.load_content.__kwdefaults__", {"folder": tmp_path})

    with pytest.raises(CommandError, match=r"Nothing was loaded\.\norganisations\.yaml is missing\."):
        call_command("load_content")


def test_all_wrong_values_of_all_files_are_named_at_once(tmp_path):
    folder = changed_copy(tmp_path, "organisations", "org-iom", lambda entry: entry.update(countries=["ETO"]))
    practices = entries("practices", folder)
    practices[0]["standards"] = ["imas_99"]
    (folder / "practices.yaml").write_text(yaml.safe_dump(practices), encoding="utf-8")

    with pytest.raises(WrongContent) as caught:
        load_content(folder=folder)

    assert [problem.split(":")[0] for problem in caught.value.problems] == [
        "organisations.yaml, org-iom, field countries",
        "practices.yaml, gp-few-questions, field standards",
    ]


def test_without_vocabularies_it_says_what_to_run_first():
    OrganisationType.objects.update(valid_until="2000-01-01")

    with pytest.raises(WrongContent, match=r"^There are no organisation types yet: run setup_portal first\.$"):
        load_content()
