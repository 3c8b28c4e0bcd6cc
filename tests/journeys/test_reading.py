"""A visitor finds a case, follows what it is connected with, and sees nothing of a case that is not for them."""

import re

import pytest
from django.test import Client

from case_studies.models import CaseStudyBarrier, CaseStudyLesson
from portal.access.enums import Level
from portal.records.models import RecordLink, RecordOrganisation
from portal.taxonomy.models import BarrierKind, Country, DataKind, LinkKind, ParticipantRole
from practices.models import PracticePage
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """A practice, an open case that shows it, and a hidden one that shows it too."""
    office = OrganisationFactory(name_en="Mine Office")
    practice = make_record(PracticePage, title="Ask three questions in every survey")
    link = LinkKind.objects.get(key="evidences")
    role = ParticipantRole.objects.get(key="data_provider")
    common = {"countries": [Country.objects.get(key="eth")], "data_kinds": [DataKind.objects.get(key="idp_flows")]}
    for title, level in (("Survey teams ask about mines", Level.PUBLIC), ("Secret survey", Level.OWNER)):
        make_record(
            title=title,
            listed_to=level,
            lessons=[CaseStudyLesson(text=f"A lesson of: {title}.")],
            barriers=[CaseStudyBarrier(kind=BarrierKind.objects.get(key="skills"), text="Nobody was trained.")],
            links=[RecordLink(kind=link, target_id=practice.key)],
            organisations=[RecordOrganisation(organisation=office, role=role)],
            **common,
        )
    return office, practice


class Reader:
    """Reads pages as a visitor; every page must answer, set no cookie and say nothing of the hidden case."""

    def __init__(self):
        self.client, self.text = Client(), ""

    def go(self, address):
        response = self.client.get(address)
        assert response.status_code == 200, address
        assert not response.cookies
        self.text = response.content.decode()
        assert "Secret survey" not in self.text
        return self

    def follow(self, words):
        """Follows the first link with exactly these words in it."""
        addresses = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>((?:(?!</a>).)*)</a>', self.text, re.DOTALL)
        plain = [(re.sub(r"<[^>]+>", "", inner).strip(), address) for address, inner in addresses]
        return self.go(next(address.replace("&amp;", "&") for text, address in plain if text == words))


def test_from_a_search_to_the_practice_and_its_proof(world):
    reader = Reader().go("/search/?q=surveys+mines").follow("Survey teams ask about mines")
    assert "Nobody was trained." in reader.text

    reader.follow("Ask three questions in every survey")
    assert "Is backed by" in reader.text
    assert "(1 case)" in reader.text

    reader.follow("Survey teams ask about mines")
    assert "Is evidence for" in reader.text


def test_from_a_lesson_to_its_case_and_its_organisation(world):
    reader = Reader().go("/lessons/?country=eth").follow("A lesson of: Survey teams ask about mines.")
    reader.follow("Mine Office")

    assert "Survey teams ask about mines" in reader.text
    assert "1 lesson" in Reader().go("/lessons/").text


def test_from_the_home_page_through_a_question_and_a_country(world):
    reader = Reader().go("/")
    assert "Ethiopia" in reader.text

    reader.follow("What is the key data that others have and MA need to plan and deliver better?")
    assert "Who has what, who needs what" in reader.text
    Reader().go("/search/?country=eth").follow("Survey teams ask about mines")


@pytest.mark.parametrize("prefix", ["/fr", "/ar"])
def test_the_same_walk_in_another_language_of_the_interface(world, prefix):
    reader = Reader().go(f"{prefix}/case-studies/").follow("Survey teams ask about mines")
    assert f'<html lang="{prefix[1:]}"' in reader.text
    assert 'lang="en" dir="ltr">Survey teams ask about mines</h1>' in reader.text

    reader.follow("Ask three questions in every survey")
    assert f'<html lang="{prefix[1:]}"' in reader.text
