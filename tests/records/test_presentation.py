"""What a record's page says of language, addresses, certainty and to programs, and what it keeps from whom."""

import datetime
import json
import re

import pytest
from django.test import Client
from wagtail.models import Locale

from case_studies.models import CaseStudyLesson, CaseStudyPage
from portal.access.enums import Level
from portal.records.models import RecordSource
from portal.taxonomy.models import Country, Sector
from practices.models import PracticePage
from tests.factories.people import editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def test_who_finds_a_mistake_is_told_whom_to_write(settings):
    settings.SITE_CONTACT = "editors@example.org"
    page = make_record()
    assert f'href="mailto:editors@example.org?subject={page.identity.code}"' in text_of(page.get_url())

    settings.SITE_CONTACT = ""
    page = make_record()
    told = [text_of(page.get_url(), user).partition("Something wrong here?")[2][:200] for user in (None, member_of())]
    assert 'href="/join/"' in told[0]
    assert told[1] == ""


def text_of(url, user=None):
    client = Client()
    if user:
        client.force_login(user)
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def data_of(url, user=None):
    (block,) = BLOCK.findall(text_of(url, user))
    return json.loads(block)


def links(text, rel):
    return re.findall(rf'<link rel="{rel}"(?: hreflang="(\w+)")? href="http://testserver([^"]*)"', text)


def in_french(page, title):
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = title
    french.save_revision().publish()
    french.refresh_from_db()
    return french


@pytest.mark.parametrize(("prefix", "lang"), [("", "en"), ("/fr", "fr"), ("/ar", "ar")])
def test_a_record_is_read_under_each_prefix_in_its_own_language(prefix, lang):
    page = make_record(title="Only in English")

    text = text_of(prefix + page.url)

    assert f'<html lang="{lang}"' in text
    own = "" if lang == "en" else ' lang="en" dir="ltr"'
    assert f"<h1{own}>Only in English</h1>" in text
    assert links(text, "canonical") == [("", page.url)]
    assert links(text, "alternate") == []


def test_real_translations_name_each_other_and_are_found_by_prefix():
    page = make_record(title="Codes")
    french = in_french(page, "Les codes")

    for url, title in ((page.url, "Codes"), (french.url, "Les codes"), (f"/ar{page.url}", "Codes")):
        text = text_of(url)
        assert f">{title}</h1>" in text
        assert links(text, "alternate") == [("en", page.url), ("fr", french.url)]
    assert links(text_of(french.url), "canonical") == [("", french.url)]


def test_an_unpublished_translation_gives_way_to_the_original():
    page = make_record(title="Codes")
    in_french(page, "Les codes").unpublish()

    text = text_of(f"/fr{page.url}")

    assert ">Codes</h1>" in text
    assert links(text, "alternate") == []


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_unknown_and_hidden_slugs_answer_alike(prefix):
    hidden = make_record(title="Hidden", listed_to=Level.OWNER)
    draft = make_record(title="Draft", publish=False)

    answers = {Client().get(prefix + url).content for url in (hidden.url, draft.url, "/case-studies/never-was-0000/")}

    assert len(answers) == 1


def test_programs_are_told_what_the_reader_may_read():
    source = RecordSource(title="Report", publisher="Publisher", year=2020, url="https://example.org/report")
    page = make_record(
        title="Codes </script><b>",
        summary="A & B.",
        from_year=2019,
        to_year=2021,
        countries=[Country.objects.get(key="ukr")],
        sectors=[Sector.objects.get(key="health")],
        sources=[source],
        details_to=Level.MEMBERS,
    )

    visitors, members = data_of(page.url), data_of(page.url, member_of())

    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    card = {
        "@context": "https://schema.org",
        "@type": "Article",
        "identifier": page.identity.code,
        "name": "Codes </script><b>",
        "headline": "Codes </script><b>",
        "description": "A & B.",
        "inLanguage": "en",
        "datePublished": today,
        "dateModified": today,
        "about": ["Health"],
        "spatialCoverage": [{"@type": "Country", "name": "Ukraine"}],
        "temporalCoverage": "2019/2021",
        "license": "http://spdx.org/licenses/CC-BY-4.0",
    }
    addresses = {"@id", "url", "publisher"}
    assert {name: value for name, value in visitors.items() if name not in addresses} == card
    assert visitors["@id"].endswith(f"/r/{page.identity.code}")
    assert visitors["url"].endswith(page.url)
    assert members == visitors | {
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": "Report",
                "url": "https://example.org/report",
                "publisher": "Publisher",
                "datePublished": "2020",
            }
        ]
    }


@pytest.mark.parametrize("model", [CaseStudyPage, PracticePage])
def test_each_kind_of_page_tells_programs_what_it_is(model):
    assert data_of(make_record(model, title="It").url)["name"] == "It"


def test_fields_from_general_knowledge_are_marked_at_the_field():
    page = make_record(lessons=[CaseStudyLesson(text="Ask early.")], results="<p>It worked.</p>")
    before = text_of(page.url)
    page.unconfirmed_fields = ["lessons", "results"]
    page.save_revision().publish()

    assert marks(before) == 0
    assert marks(text_of(page.url)) == 2
    assert "In part unconfirmed" in text_of(page.url)


def test_the_strip_tells_nothing_of_fields_that_are_closed():
    page = make_record(results="<p>It worked.</p>", details_to=Level.OWNER)
    before = text_of(page.url)
    page.unconfirmed_fields = ["results"]
    page.save_revision().publish()

    assert text_of(page.url) == before
    assert "In part unconfirmed" in text_of(page.url, editor())


def marks(text):
    return len(re.findall(r'class="unconfirmed"', text))


@pytest.mark.parametrize(
    ("years", "said", "marked"),
    [(1, "To be confirmed again by March {year}", 0), (-1, "To be confirmed again since March {year}", 1)],
)
def test_when_it_was_confirmed_and_by_when_it_is_to_be_confirmed_again(years, said, marked):
    year = datetime.datetime.now(datetime.UTC).year + years
    page = make_record(reviewed_on=datetime.date(2020, 2, 1), review_due_on=datetime.date(year, 3, 1))

    (strip,) = re.findall(r'<ul class="strip".*?</ul>', text_of(page.url), re.DOTALL)
    plain = re.sub(r"<[^>]+>", "", strip)

    assert "Confirmed February 2020" in plain
    assert said.format(year=year) in plain
    assert plain.count("To be confirmed again") == 1
    assert strip.count("tag late") == marked


def test_who_can_see_this_is_said_of_what_one_reads():
    page = make_record(details_to=Level.MEMBERS)

    visitor, member = text_of(page.url), text_of(page.url, member_of())

    assert "Who can see this card: Everyone. Details: closed to you" in visitor
    assert "Who can see this:" not in visitor
    assert "You see the card only." in visitor
    assert "Who can read this: Members of the community. Who can see its card: Everyone" in member
    assert "You see the card only." not in member


def test_what_is_still_empty_is_said_to_who_may_edit_it_only():
    page = make_record()

    assert [has_tasks(page, user) for user in (None, member_of(), editor())] == [False, False, True]


def has_tasks(page, user):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(page.url).context["record"].completeness is not None


def test_a_text_in_another_language_says_so():
    page = make_record(title="Codes")
    before = [text_of(prefix + page.url) for prefix in ("", "/fr", "/ar")]
    in_french(page, "Les codes")
    after = text_of(f"/fr{page.url}")

    said = ("not translated", "non traduit", "غير مترجَم")
    assert [[words in text for words in said] for text in before] == [
        [False, False, False], [False, True, False], [False, False, True],
    ]  # fmt: skip
    assert "anglais" in before[1]
    assert not any(words in after for words in said)
