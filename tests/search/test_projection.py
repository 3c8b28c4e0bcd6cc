from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from wagtail.models import Locale

from case_studies.models import CaseStudyBarrier
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import withdraw_record
from portal.records.models import RecordOrganisation
from portal.search.comparison import differences
from portal.search.engines import engine
from portal.search.models import (
    FacetCount,
    FacetValue,
    RecordDocument,
    RecordFacet,
    SearchState,
    SearchText,
)
from portal.search.projection import project, project_all, rebuild
from portal.search.query import RecordQuery
from portal.taxonomy.models import BarrierKind, Country, DataKind, ParticipantRole, Sector
from portal.taxonomy.models.version import VocabularyVersion
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def found(text, user=None, language="en"):
    query = RecordQuery.from_parameters(QueryDict(f"q={text}"))
    return [hit.title for hit in engine().search(query, user, language).hits]


def test_publishing_makes_findable_and_unpublishing_takes_away():
    page = make_record(title="Wells", publish=False)
    assert found("wells") == []

    page.save_revision().publish()
    assert found("wells") == ["Wells"]

    page.refresh_from_db()
    page.unpublish()
    assert found("wells") == []
    assert RecordDocument.objects.count() == 0


def test_the_public_version_stays_while_a_draft_waits():
    page = make_record(title="Wells")

    page.title = "Boreholes"
    page.save_revision()
    assert (found("wells"), found("boreholes")) == (["Wells"], [])

    page.get_latest_revision().publish()
    assert (found("wells"), found("boreholes")) == ([], ["Boreholes"])


def test_a_record_is_found_by_each_of_its_parts():
    trust = BarrierKind.objects.get(key="trust")
    make_record(
        title="Alpha",
        summary="Bravo",
        results="<ul><li>Charlie</li><li>Delta</li></ul>",
        sectors=[Sector.objects.get(key="mine_action")],
        countries=[Country.objects.get(key="nga")],
        barriers=[CaseStudyBarrier(kind=trust, text="Echo")],
    )

    for word in ("alpha", "bravo", "charlie", "delta", "echo", "nigeria", "mine action", trust.label_fr):
        assert found(word) == ["Alpha"], word
    assert found("persons_consented") == []


def test_the_document_says_what_lists_need():
    owner = OrganisationFactory()
    page = make_record(title="Wells", summary="Where they are.", from_year=2015, to_year=2018, results="Inside.")
    decide(page, listed_to="members", details_to="owner_organisation", owner=owner)

    document = RecordDocument.objects.get(code=page.identity.code)
    assert (document.kind, document.language) == ("case_study", "en")
    assert (document.listed_rank, document.details_rank) == (1, 3)
    assert (document.first_year, document.last_year, document.sort_title) == (2015, 2018, "wells")
    card = document.cards.get()
    assert (card.title, card.summary, card.path) == ("Wells", "Where they are.", page.get_url())
    assert card.details_text == "Inside."
    assert set(document.audiences.values_list("zone", "key")) == {(1, f"focal:{owner.pk}")}
    assert {text.view: "insid" in text.body for text in document.texts.all()} == {
        "members": False,
        "restricted_full": True,
    }


def test_two_items_of_a_list_are_two_sentences_in_a_highlight(client):
    make_record(
        title="Alpha",
        results="<p>Before.</p><ul><li>They mapped the wells</li><li>drones flew</li></ul>",
        barriers=[CaseStudyBarrier(kind=BarrierKind.objects.get(key="trust"), text="Wells were secret")],
    )

    (hit,) = client.get("/search/?q=wells").context["listing"].hits

    assert hit.highlight == (
        "<mark>Wells</mark> were secret … Before. They mapped the <mark>wells</mark> · drones flew"
    )


def test_a_record_in_two_languages_is_found_in_both_and_listed_once():
    page = make_record(title="Wells")
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Puits"
    french.save_revision().publish()

    assert (found("wells"), found("puits")) == (["Wells"], ["Wells"])
    result = engine().search(RecordQuery.from_parameters(QueryDict("q=wells")), None, "fr")
    (hit,) = result.hits
    assert (hit.title, hit.lang, hit.language_label, hit.url) == ("Puits", "fr", "", french.get_url())
    assert {each.value.value: each.count for each in result.facets["language"]} == {"en": 1, "fr": 1}
    (arabic,) = engine().search(RecordQuery.from_parameters(QueryDict("q=puits")), None, "ar").hits
    assert (arabic.title, arabic.lang, bool(arabic.language_label)) == ("Wells", "en", True)
    assert arabic.url.startswith("/ar/")


def test_what_is_withdrawn_or_deleted_is_found_no_more():
    page = make_record(title="Wells")
    other = make_record(title="Wells too")

    withdraw_record(identity=page.identity, by=editor())
    assert found("wells") == ["Wells too"]
    other.delete()
    assert found("wells") == []
    assert list(differences()) == []


def test_unknown_keys_change_nothing():
    project(uuid4())

    assert RecordDocument.objects.count() == 0
    assert SearchState.current() == ""


def test_an_unchanged_record_is_not_written_again():
    page = make_record(title="Wells")
    generation = SearchState.current()

    project(page.key)
    assert SearchState.current() == generation
    project_all({page.key}, is_forced=True)
    assert SearchState.current() != generation


def test_a_change_that_is_rolled_back_leaves_no_trace():
    page = make_record(title="Wells")
    generation = SearchState.current()

    with transaction.atomic():
        decide(page, listed_to="owner_organisation")
        assert found("wells") == []
        transaction.set_rollback(True)

    assert (found("wells"), SearchState.current()) == (["Wells"], generation)


def test_a_relabelled_value_shows_its_new_label():
    sector = Sector.objects.get(key="mine_action")
    page = make_record(title="Wells", sectors=[sector])

    Sector.objects.filter(pk=sector.pk).update(label_en="Clearance")
    VocabularyVersion.objects.all().delete()
    project_all({page.key}, is_forced=True)

    assert FacetValue.objects.get(facet="sector", value="mine_action").labels["en"] in ("Clearance", sector.label_en)
    assert found("clearance") == ["Wells"]


def test_a_renamed_organisation_is_found_under_its_new_name_everywhere():
    organisation = OrganisationFactory(name_en="Old name")
    role = ParticipantRole.objects.first()
    page = make_record(title="Wells", organisations=[RecordOrganisation(organisation=organisation, role=role)])
    assert sorted(found("old name")) == ["Old name", "Wells"]

    organisation.name_en = "Zeppelin"
    organisation.save()

    assert (sorted(found("zeppelin")), found("old name")) == (["Wells", "Zeppelin"], [])
    values = page_values(page)
    assert values["organisation"] == {"Zeppelin"}


def page_values(page):
    values = {}
    for value in FacetValue.objects.filter(
        pk__in=RecordFacet.objects.filter(document__identity=page.key).values("value")
    ):
        values.setdefault(value.facet, set()).add(value.labels["en"])
    return values


def test_texts_without_words_are_found_by_the_others():
    page = make_record(title="Wells", summary="…", results="<p>&amp;</p>")

    assert found("wells") == ["Wells"]
    assert RecordDocument.objects.get().cards.get().details_text == "&"
    assert page.summary == "…"


def test_the_list_page_of_a_kind_is_a_list(client):
    make_record(title="Wells")

    assert "Wells" in client.get("/case-studies/").text


def test_counts_follow_each_change():
    page = make_record(title="Wells", countries=[Country.objects.get(key="nga")])

    def kept():
        rows = FacetCount.objects.filter(value__facet="country").exclude(documents=0)
        return sorted(rows.values_list("rank", "value__value", "documents"))

    assert kept() == [(0, "nga", 1), (1, "nga", 1), (3, "nga", 1)]
    decide(page, listed_to="members")
    assert kept() == [(1, "nga", 1), (3, "nga", 1)]
    decide(page, listed_to="named_organisations")
    assert kept() == [(3, "nga", 1)]
    page.unpublish()
    assert kept() == []


def test_a_rebuild_mends_everything():
    page = make_record(title="Wells", countries=[Country.objects.get(key="nga")])
    gone = make_record(title="Gone")
    RecordIdentity.objects.filter(pk=gone.key).update(withdrawn_at="2026-01-01T00:00Z")
    RecordDocument.objects.filter(identity=page.key).update(listed_rank=3)
    SearchText.objects.all().delete()
    RecordFacet.objects.all().delete()
    FacetCount.objects.all().delete()
    told = []

    count = rebuild(lambda done, total: told.append((done, total)))

    assert (count, told[-1][0], list(differences())) == (1, told[-1][1], [])
    assert found("wells") == ["Wells"]


def test_the_parts_of_the_full_text_index_are_there():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'search_searchtext'"
            )
            assert cursor.fetchone() == (8,)
        else:
            cursor.execute("SELECT COUNT(*) FROM pg_indexes WHERE indexname LIKE 'search\\_text\\_%'")
            assert cursor.fetchone() == (4,)


@pytest.mark.parametrize("asked", ["displacement", "déplacements", "النزوح"])
def test_what_is_tagged_more_narrowly_is_found_by_the_broader_term_and_comes_after_it(asked):
    narrow, broad = (DataKind.objects.get(key=key) for key in ("site_list", "displacement_sites"))
    assert narrow.parent == broad
    make_record(title="Narrow", data_kinds=[narrow])
    make_record(title="Broad", data_kinds=[broad])

    assert found(asked) == ["Broad", "Narrow"]


def test_the_broader_term_of_a_closed_field_is_found_by_who_may_read_it():
    narrow = DataKind.objects.get(key="site_list")
    make_record(title="Narrow", data_kinds=[narrow], details_to=Level.OWNER)

    assert (found("displacement"), found("displacement", editor())) == ([], ["Narrow"])
