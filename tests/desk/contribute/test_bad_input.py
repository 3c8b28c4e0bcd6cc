"""Whatever is sent: a sentence that says what would be right, what was typed comes back, and never an error page."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from case_studies.models import CaseStudyPage
from portal.records.registry import kind, kinds
from practices.needs.models import DataNeedPage
from tests.desk.contribute.filling import fields, type_in
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record

KINDS = [kind for kind in kinds() if kind.short]
ODD = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.sampled_from(["", "yes", "\x00", "1" * 400, "‮", "2026-13-45", "us"]),
)


@pytest.mark.django_db
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(writing):
    url = "/contribute/case-studies/"
    answer = type_in(writing, url, title="", from_year="long ago", **{"exchanges-0-provider_note": "x" * 400})

    assert answer.status_code == 400
    assert "Enter a whole number." in answer.text
    assert "Ensure this value has at most 300 characters" in answer.text
    shown = fields(answer)
    assert (shown["from_year"], shown["exchanges-0-provider_note"]) == (["long ago"], ["x" * 400])
    assert not CaseStudyPage.objects.exists()


@pytest.mark.django_db
def test_a_title_that_is_too_long_is_not_cut_by_the_browser_but_refused(writing):
    url = "/contribute/case-studies/"
    assert "maxlength" not in writing.get(url).text.split('name="title"', 1)[1].split(">", 1)[0]

    answer = type_in(writing, url, title="x" * 400)

    assert "Ensure this value has at most 255 characters (it has 400)." in answer.text
    assert fields(answer)["title"] == ["x" * 400]


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "status"), [(-1, 400), (0, 302)])
def test_a_need_is_not_needed_by_a_day_that_has_passed(writing, author, days, status):
    page = make_record(DataNeedPage, owner=author, publish=False)
    url = reverse("contribute:screen", args=[kind("need"), page.identity.code, 2])

    answer = type_in(writing, url, "later", needed_by=(timezone.localdate() + timedelta(days=days)).isoformat())

    assert answer.status_code == status
    assert ("This day has passed." in answer.text) == (status == 400)


@pytest.mark.django_db
def test_a_group_that_may_stay_empty_says_so(writing, author):
    page = make_record(owner=author, publish=False)
    text = writing.get(reverse("contribute:screen", args=[kind("case_study"), page.identity.code, 2])).text
    legends = [each.split("</legend>")[0] for each in text.split('rows-of"')[1:]]

    assert len(legends) == 2
    assert all("(optional)" in each for each in legends)
    first = writing.get("/contribute/case-studies/").text.split('rows-of"')[1].split("</legend>")[0]
    assert "(optional)" not in first


@pytest.mark.django_db
def test_what_is_added_most_is_offered_first(writing):
    text = writing.get("/contribute/").text
    kinds_offered = re.findall(r'class="button quiet" href="/contribute/([a-z-]+)/"', text)

    assert kinds_offered[:3] == ["case-studies", "holdings", "needs"]
    assert len(kinds_offered) == len(KINDS)


@pytest.mark.django_db
def test_years_must_be_in_order(writing):
    answer = type_in(writing, "/contribute/case-studies/", title="T", from_year="2024", to_year="2020")

    assert "The last year is before the first, 2024." in answer.text


class AnyInput(TestCase):
    """Of each kind, both screens, the last step and a section, with anything in any field."""

    @classmethod
    def setUpTestData(cls):
        cls.user = member_of(OrganisationFactory())
        cls.pages = {kind.key: make_record(kind.model, owner=cls.user, publish=False) for kind in KINDS}

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_no_input_breaks_a_form(self, data):
        self.client.force_login(self.user)
        kind = data.draw(st.sampled_from(KINDS))
        args = [kind, self.pages[kind.key].identity.code]
        urls = [
            reverse("contribute:new", args=[kind]),
            reverse("contribute:screen", args=[*args, 1]),
            reverse("contribute:screen", args=[*args, 2]),
            reverse("contribute:who", args=args),
            reverse("contribute:more", args=[*args, data.draw(st.integers(1, 12))]),
        ]
        url = data.draw(st.sampled_from(urls))
        names = sorted({*fields(self.client.get(url)), "add", "seen", "keep:title", "organisation", "title"})
        typed = data.draw(st.dictionaries(st.sampled_from(names), st.lists(ODD, max_size=3), max_size=8))
        button = data.draw(st.sampled_from(["continue", "later", "autosave", "add"]))

        answer = self.client.post(url, typed | {button: "yes"})

        assert answer.status_code in (200, 302, 400, 404, 409)
