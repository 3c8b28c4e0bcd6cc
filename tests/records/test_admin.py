"""What the admin offers for records, and what it refuses."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import get_resolver, reverse
from wagtail.models import Locale, Page, PageViewRestriction

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import withdraw_record
from portal.taxonomy.models import Country, EvidenceKind, LinkKind, Sector
from practices.models import PracticePage
from tests.factories.people import OrganisationFactory, UserFactory, editor
from tests.factories.records import make_record
from tests.factories.taxonomy import BarrierKindFactory
from tests.records.admin_form import edit_url, rows, send, shown
from tests.records.test_queries import full_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


@pytest.fixture
def administering(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def listed_index(language):
    return CaseStudyIndexPage.objects.get(locale__language_code=language)


# Lists


def test_each_kind_has_its_list_with_code_and_level(editing):
    case = make_record(title="A case", listed_to=Level.MEMBERS)
    practice = make_record(PracticePage, title="A practice")

    cases, practices = (editing.get(reverse(f"{name}:index")).text for name in ("case_studies", "practices"))

    assert "A case" in cases
    assert case.identity.code in cases
    assert str(Level.MEMBERS.label) in cases
    assert "A practice" not in cases
    assert practice.identity.code in practices


@pytest.mark.parametrize(
    "query", ["q=second", "q={code}", "listed_to=members", "sectors={sector}", "countries={country}"]
)
def test_lists_are_searched_and_filtered(editing, query):
    make_record(title="First")
    sector, country = Sector.objects.first(), Country.objects.first()
    second = make_record(title="Second", listed_to=Level.MEMBERS, sectors=[sector], countries=[country])
    query = query.format(code=second.identity.code.lower(), sector=sector.pk, country=country.pk)

    text = editing.get(f"{reverse('case_studies:index_results')}?{query}").text

    assert "Second" in text
    assert "First" not in text


def test_a_list_asks_the_database_as_often_for_many_as_for_one(editing, django_assert_max_num_queries):
    url = reverse("case_studies:index")
    make_record()
    editing.get(url)
    with django_assert_max_num_queries(100) as one:
        editing.get(url)
    for _number in range(3):
        make_record()

    # Two a row are those of wagtail-localize's buttons.
    with django_assert_max_num_queries(len(one) + 2 * 3):
        editing.get(url)


# Choosing


def test_a_link_is_chosen_among_what_exists_by_title_or_code(editing):
    case, gone = make_record(title="Linked case"), make_record(title="Linked but withdrawn")
    withdraw_record(identity=gone.identity, by=editor())
    organisation = OrganisationFactory(name_en="Linked organisation")
    orphan = RecordIdentity.objects.create(kind="case_study", code="CS-0000")
    url = reverse("record_chooser:choose_results")

    by_title, by_code = (editing.get(f"{url}?q={words}").text for words in ("linked", case.identity.code.lower()))

    assert "Linked case" in by_title
    assert organisation.name in by_title
    assert "withdrawn" not in by_title
    assert case.identity.code in by_code
    assert orphan.code not in editing.get(url).text


def test_what_was_chosen_is_shown_with_title_and_code(editing):
    case = make_record(title="Linked case")
    page = make_record()
    kind = LinkKind.objects.first()

    chosen = editing.get(reverse("record_chooser:chosen", args=[case.key])).json()
    send(editing, edit_url(page), **rows("links", {"kind": kind.pk, "target": str(case.key), "note": "Both."}))

    assert chosen["result"]["title"] == f"Linked case ({case.identity.code})"
    assert f"Linked case ({case.identity.code})" in editing.get(edit_url(page)).text


@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-0000-0000-000000000000"])
def test_choosing_what_is_not_there_is_not_found(editing, key):
    assert editing.get(reverse("record_chooser:chosen", args=[key])).status_code == 404


def test_a_term_that_ended_stays_where_it_is_and_is_offered_nowhere_else(editing):
    kept, ended = Country.objects.all()[:2]
    evidence = EvidenceKind.objects.first()
    page = make_record(countries=[kept, ended], evidence=evidence)
    other = make_record()
    Country.objects.filter(pk=ended.pk).update(valid_until="2020-01-01")
    EvidenceKind.objects.filter(pk=evidence.pk).update(valid_until="2020-01-01")

    assert send(editing, edit_url(page), title="Still valid").status_code == 302
    draft = page.get_latest_revision_as_object()

    assert {each.pk for each in draft.countries.all()} == {kept.pk, ended.pk}
    assert draft.evidence == evidence
    assert send(editing, edit_url(other), countries=[ended.pk]).status_code == 200


# What records do not have


def test_wagtails_privacy_is_refused_for_records(administering):
    page = make_record()

    administering.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"})

    assert not PageViewRestriction.objects.exists()
    assert "set_privacy" not in administering.get(edit_url(page)).text


def test_editors_delete_no_record_not_even_a_draft(editing):
    page = make_record(publish=False)
    editing.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    editing.post(f"{bulk}?id={page.pk}&next=/admin/", {})

    assert CaseStudyPage.objects.filter(pk=page.pk).exists()


def test_administrators_delete(administering):
    page = make_record()

    administering.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert not CaseStudyPage.objects.exists()


def test_a_copy_is_a_draft_with_a_code_and_address_of_its_own(administering):
    page = make_record(title="Original", listed_to=Level.PUBLIC)
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    fields = shown(administering.get(url))
    assert not {"alias", "publish_copies"} & set(fields)

    sent = {"new_title": "Copy", "new_slug": "chosen", "new_parent_page": page.get_parent().pk, "alias": "on"}
    administering.post(url, sent)

    copy = CaseStudyPage.objects.exclude(pk=page.pk).get()
    assert (copy.live, copy.alias_of) == (False, None)
    assert copy.key != page.key
    assert copy.slug == f"copy-{copy.identity.code[-4:].lower()}"
    assert copy.identity.listed_to == Level.MEMBERS
    copy.get_latest_revision().publish()
    copy.refresh_from_db()
    assert copy.slug == f"copy-{copy.identity.code[-4:].lower()}"


def test_nothing_is_copied_or_moved_under_another_language(administering):
    page, french = make_record(), listed_index("fr")
    administering.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": "Copy", "new_slug": "copy", "new_parent_page": french.pk},
    )
    administering.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, french.pk]))

    assert CaseStudyPage.objects.count() == 1
    assert page.get_parent().specific == listed_index("en")
    with pytest.raises(ValidationError):
        page.copy(to=french)


def test_no_record_is_an_alias(administering):
    page = make_record()

    with pytest.raises(PermissionDenied):
        page.create_alias()
    with pytest.raises(PermissionDenied):
        page.copy_for_translation(Locale.objects.get(language_code="fr"), alias=True)

    assert CaseStudyPage.objects.count() == 1


def test_the_address_is_not_in_the_form_and_no_form_changes_it(editing):
    page = make_record()
    slug = page.slug
    assert "slug" not in shown(editing.get(edit_url(page)))

    send(editing, edit_url(page), slug="chosen", title="Other title")
    page.refresh_from_db()
    page.get_latest_revision().publish()

    page.refresh_from_db()
    assert (page.title, page.slug) == ("Other title", slug)


def test_nothing_of_log_wishes_and_second_factors_has_an_admin_view(administering):
    names = {url.name for url in all_urls()}

    assert not {name for name in names if name and any(word in name for word in ("audit", "wish", "authenticator"))}


def all_urls():
    stack, found = list(get_resolver().url_patterns), []
    while stack:
        pattern = stack.pop()
        if str(getattr(pattern, "pattern", "")).startswith("accounts/"):
            continue
        stack += getattr(pattern, "url_patterns", [])
        found += [] if hasattr(pattern, "url_patterns") else [pattern]
    return found


def test_every_page_of_an_editors_work_opens(editing):
    page = make_record()
    names = ["wagtailadmin_home", "review_queue:index", "my_submissions:index", "organisations:index"]
    urls = [reverse(name) for name in names] + [
        reverse("wagtailadmin_explore", args=[listed_index("en").pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_pages:usage", args=[page.pk]),
        reverse("organisation_chooser:choose"),
        reverse("record_chooser:choose"),
    ]

    assert {url: editing.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)
    assert Page.objects.count() > 1


def test_the_form_shows_what_its_rows_point_at_and_sends_it_back(editing):
    page = full_case(2)

    text = editing.get(edit_url(page)).text
    assert send(editing, edit_url(page), title="Sent back").status_code == 302
    page.refresh_from_db()

    draft = page.get_latest_revision_as_object()
    assert {f"{link.target.code})" in text for link in page.links.all()} == {True}
    assert {str(row.organisation) in text for row in page.organisations.all()} == {True}
    assert draft.title == "Sent back"
    for name, field in [("links", "target_id"), ("organisations", "organisation_id"), ("exchanges", "provider_id")]:
        assert [getattr(row, field) for row in getattr(draft, name).all()] == [
            getattr(row, field) for row in getattr(page, name).all()
        ]


def test_a_form_that_is_shown_again_keeps_what_was_chosen_in_rows(editing):
    page, other = full_case(1), OrganisationFactory(name_en="Chosen instead")

    again = send(editing, edit_url(page), **{"title": "", "organisations-0-organisation": other.pk})

    assert shown(again)["organisations-0-organisation"] == [str(other.pk)]
    assert "Chosen instead" in again.text


def test_a_new_term_is_offered_in_the_form_at_once(editing):
    page = make_record()
    editing.get(edit_url(page))
    term = BarrierKindFactory(label_en="New barrier")

    assert f'<option value="{term.pk}">New barrier' in editing.get(edit_url(page)).text
