"""Whatever is sent: a sentence that says what would be right, what was typed comes back, and never an error page."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from case_studies.models import CaseStudyPage
from portal.records.registry import kinds
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
