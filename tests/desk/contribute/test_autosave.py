"""What the page's program sends while one types: kept, told, and never over somebody else's words."""

import pytest
from django.urls import reverse

from case_studies.models import CaseStudyPage
from portal.records.registry import kind
from tests.desk.contribute.filling import fields, type_in
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
NEW = "/contribute/case-studies/"


def test_a_new_entry_is_kept_and_goes_on_where_it_is(writing):
    data = fields(writing.get(NEW))
    wrong = writing.post(NEW, data | {"autosave": "yes"})
    answer = writing.post(NEW, data | {"title": "Words", "autosave": "yes"})

    page = CaseStudyPage.objects.get()
    assert (wrong.status_code, wrong.json()["saved"]) == (400, False)
    version = answer.json()["version"]
    url = reverse("contribute:screen", args=[kind("case_study"), page.identity.code, 1])
    assert answer.json() == {"saved": True, "version": fields(writing.get(url))["version"][0], "url": url}
    again = writing.post(
        answer.json()["url"], data | {"title": "More words", "version": version, "autosave": "yes"}
    ).json()
    assert again["version"] != version
    assert CaseStudyPage.objects.get().get_latest_revision_as_object().title == "More words"


def test_it_stops_where_somebody_else_changed_the_same(writing, author):
    page = make_record(owner=author)
    url = reverse("contribute:screen", args=[kind("case_study"), page.identity.code, 1])
    data = fields(writing.get(url))
    type_in(writing, url, "later", title="Theirs")

    answer = writing.post(url, data | {"title": "Mine", "autosave": "yes"})

    assert (answer.status_code, answer.json()) == (409, {"saved": False, "changed": True})
    assert CaseStudyPage.objects.get().get_latest_revision_as_object().title == "Theirs"


def test_a_form_that_does_not_show_what_others_wrote_keeps_its_version(writing, author):
    """Else the next sending would take what it shows for what its writer wants."""
    page = make_record(owner=author, title="Old")
    url = reverse("contribute:screen", args=[kind("case_study"), page.identity.code, 1])
    data = fields(writing.get(url))
    type_in(writing, url, "later", title="Theirs")

    answer = writing.post(url, data | {"from_year": "2020", "autosave": "yes"}).json()
    writing.post(url, data | {"from_year": "2020", "version": answer["version"], "to_year": "2021", "autosave": "yes"})

    draft = CaseStudyPage.objects.get().get_latest_revision_as_object()
    assert (draft.title, draft.from_year, draft.to_year) == ("Theirs", 2020, 2021)


def test_only_what_may_be_public_is_kept_on_the_device(writing):
    on_device = {
        each.key
        for each in map(kind, ("case_study", "practice", "holding", "need", "platform", "flow", "agreement"))
        if "data-on-device" in writing.get(reverse("contribute:new", args=[each])).text
    }

    assert on_device == {"case_study", "practice", "platform"}


@pytest.mark.parametrize(
    ("level", "is_published", "is_kept"),
    [("public", True, True), ("members", True, False), ("members", False, True)],
)
def test_what_is_for_fewer_is_not_kept_on_the_device(writing, author, level, is_published, is_kept):
    page = make_record(owner=author, listed_to=level, publish=is_published)

    text = writing.get(reverse("contribute:screen", args=[kind("case_study"), page.identity.code, 1])).text

    assert ("data-on-device" in text) is is_kept


def test_nor_what_somebody_asked_to_keep_from_the_public(writing, author):
    page = make_record(owner=author, publish=False, listed_to="members")
    levels = {"listed_to": "members", "details_to": "owner_organisation"}
    type_in(writing, reverse("contribute:who", args=[kind("case_study"), page.identity.code]), "later", **levels)

    text = writing.get(reverse("contribute:screen", args=[kind("case_study"), page.identity.code, 1])).text

    assert "data-on-device" not in text
