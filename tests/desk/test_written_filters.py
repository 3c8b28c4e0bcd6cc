"""`field:value` among the words of a search, wherever words can be typed: the same as the filter of that list."""

import pytest
from django.http import QueryDict
from django.test import Client

from case_studies.models import CaseStudyLesson
from portal.access.enums import Level
from portal.community.feeds import feed_url, open_feed
from portal.community.saved import save_search
from portal.directory.models import Organisation
from portal.taxonomy.models import Country, Sector
from practices.models import PracticePage
from tests.factories.actions import Scene, make_action
from tests.factories.community import kept_search, told
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record
from tests.transfer.taking import ask, feed, said, table

pytestmark = pytest.mark.django_db
READ = "“country:irq” was read as a filter: Country Iraq."


def in_country(key, title, model=None, **fields):
    options = {"model": model} if model else {}
    return make_record(title=title, countries=[Country.objects.get(key=key)], **options, **fields)


@pytest.fixture
def entries():
    """An entry of each of two countries in some lists; the lessons are those of the case studies."""
    for key in ("irq", "nga"):
        in_country(key, f"Wells {key}", lessons=[CaseStudyLesson(text=f"Ask early in {key}.")])
        in_country(key, f"Practice {key}", PracticePage)
        OrganisationFactory(name_en=f"Body {key}").countries.set([Country.objects.get(key=key)])
    for organisation in Organisation.objects.all():
        organisation.save()


def listed(client, address, query):
    return client.get(address, QueryDict(query).dict()).context["listing"]


LISTS = ["/search/", "/case-studies/", "/practices/", "/organisations/", "/lessons/"]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_answers_as_to_its_filter(entries, client, address):
    written, chosen = listed(client, address, "q=country:irq"), listed(client, address, "country=irq")

    assert chosen.total > 0
    assert [str(hit) for hit in written.hits] == [str(hit) for hit in chosen.hits]
    assert (written.total, written.facets, written.selected) == (chosen.total, chosen.facets, chosen.selected)
    assert [str(notice) for notice in written.notices] == [READ]
    assert listed(client, address, "q=-country:irq").total == listed(client, address, "country!=irq").total
    assert listed(client, address, "q=country:irq&country=nga").total == listed(client, address, "").total


@pytest.mark.parametrize("address", LISTS)
def test_what_names_nothing_there_is_looked_for_as_words(entries, client, address):
    found = listed(client, address, "q=country:zzz")

    assert [str(each) for each in found.notices] == [
        "“country:zzz” is no filter that is known here; it was looked for as words."
    ]
    assert (found.query_text, found.selected) == ("country:zzz", [])


def test_lessons_know_their_own_filters_alone(entries, client):
    found = listed(client, "/lessons/", "q=kind:practice")

    assert [str(each) for each in found.notices] == [
        "“kind:practice” is no filter that is known here; it was looked for as words."
    ]


def test_the_board_of_actions_is_narrowed_by_it():
    scene = Scene()
    make_action("Dig wells", by=scene.maker).sectors.set([Sector.objects.get(key="wash")])
    make_action("Mend roads", by=scene.maker)
    client = Client()
    client.force_login(scene.stranger)

    def board(query):
        return client.get("/actions/board/", QueryDict(query).dict()).context["board"]

    written, chosen = board("q=state:open"), board("state=open")
    assert [column.rows for column in written.columns] == [column.rows for column in chosen.columns]
    assert (len(written.columns), written.list_url) == (1, chosen.list_url)
    words = board("q=state:open wells").notices
    assert words[-1] == "Words are looked for in the list; the board leaves them out."


def test_what_is_offered_to_compare_with_is_narrowed_by_it(entries, client):
    one = make_record(title="Wells of nowhere")

    others = client.get("/compare/", {"r": one.identity.code, "q": "country:irq"}).context["others"]

    assert [hit.title for hit, _url in others] == ["Wells irq"]


@pytest.mark.parametrize("name", ["search", "case-studies", "practices", "organisations", "lessons"])
def test_files_and_feeds_hold_what_the_list_holds(entries, name):
    written, chosen = table(f"/{name}.csv?q=country:irq"), table(f"/{name}.csv?country=irq")
    assert written == chosen != []

    written, chosen = feed(f"/{name}.atom?q=country:irq"), feed(f"/{name}.atom?country=irq")
    entries_of = "{http://www.w3.org/2005/Atom}entry"
    assert [said(each, "id") for each in written.iter(entries_of)] == [
        said(each, "id") for each in chosen.iter(entries_of)
    ]
    assert "was read as a filter" in said(written, "subtitle")[0]


def test_what_one_may_not_know_of_is_in_no_file_and_no_feed():
    in_country("nga", "Hidden wells", listed_to=Level.MEMBERS)

    for path in ("/search.csv?q=country:nga", "/search.atom?q=country:nga"):
        hidden, absent = ask(path), ask(path.replace("nga", "zzz"))
        assert b"".join(hidden).replace(b"nga", b"zzz") == b"".join(absent)
        assert hidden.headers.get("X-Notices", "").replace("nga", "zzz") == absent.headers.get("X-Notices", "")
    assert [row["title"] for row in table("/search.csv?q=country:nga", member_of())] == ["Hidden wells"]


def test_a_saved_search_tells_of_what_its_filter_finds_and_of_nothing_else():
    in_country("irq", "An old one")
    reader = member_of(OrganisationFactory())
    kept_search(reader, "q=wells country:irq -sector:zzz")
    kept_search(reader, "q=country:irq", kind="practice", name="Practices")

    found = in_country("irq", "More wells of sector zzz")
    others = [in_country("nga", "Other wells of sector zzz"), in_country("irq", "Roads")]

    assert told(found, *others) == set()
    kept_search(reader, "q=wells country:irq", name="All")
    assert told(*others) == set()
    again = in_country("irq", "Deeper wells")
    practice = in_country("irq", "A practice", PracticePage)
    assert told(again, practice) == {(reader.pk, again.key), (reader.pk, practice.key)}


def test_the_feed_of_a_saved_search_keeps_to_its_filters(entries):
    search = save_search(user=member_of(), name="Iraq", kind="", parameters=QueryDict("q=wells country:irq"))

    open_feed(search)

    root = feed(feed_url(search))

    assert [said(each, "title")[0] for each in root.iter("{http://www.w3.org/2005/Atom}entry")] == ["Wells irq"]


def test_what_stands_in_nothing_that_one_may_know_of_is_kept_as_words():
    in_country("irq", "Hidden wells", listed_to=Level.OWNER)
    parameters = QueryDict("q=wells country:irq")

    kept = save_search(user=member_of(), name="Iraq", kind="", parameters=parameters)
    of_editor = save_search(user=editor(), name="Iraq", kind="", parameters=parameters)

    assert QueryDict(kept.parameters).dict() == {"q": "wells country:irq"}
    assert QueryDict(of_editor.parameters).dict() == {"q": "wells", "country": "irq"}


def test_lessons_name_no_filter_of_what_one_may_not_know_of(client):
    in_country("irq", "Hidden", lessons=[CaseStudyLesson(text="Ask early.")], listed_to=Level.MEMBERS)

    assert [str(each) for each in listed(client, "/lessons/", "q=country:irq").notices] == [
        "“country:irq” is no filter that is known here; it was looked for as words."
    ]
    client.force_login(member_of())
    assert [str(each) for each in listed(client, "/lessons/", "q=country:irq").notices] == [READ]
