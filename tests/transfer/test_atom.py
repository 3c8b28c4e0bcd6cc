"""Any list as a feed: the newest, as their cards say it."""

import re
from urllib.parse import quote

import pytest
from django.test import Client

from case_studies.models import CaseStudyLesson
from portal.access.enums import Level
from portal.taxonomy.models import Country
from portal.transfer.formats import atom
from practices.models import PracticePage
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record
from tests.transfer.taking import ATOM, ask, feed, said

pytestmark = pytest.mark.django_db
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
LISTS = ["/case-studies", "/practices", "/organisations", "/lessons", "/search", "/fr/search", "/ar/case-studies"]


def titles(root):
    return [title for entry in root.findall("a:entry", ATOM) for title in said(entry, "title")]


def test_an_entry_says_what_the_card_says():
    page = make_record(
        title="Sharing maps & words", summary="What was 3 > 2 & is.", context="<p>Closed words.</p>",
        details_to=Level.MEMBERS,
    )  # fmt: skip

    root = feed("/case-studies.atom", member_of())
    (entry,) = root.findall("a:entry", ATOM)

    assert said(entry, "title") == ["Sharing maps & words"]
    # HTML, so that it is escaped once more.
    assert entry.find("a:summary", ATOM).attrib == {"type": "html"}
    assert said(entry, "summary") == ["What was 3 &gt; 2 &amp; is."]
    assert said(entry, "id") == [f"tag:127.0.0.1,2026:{page.identity.code}"]
    assert entry.find("a:link", ATOM).attrib["href"] == f"http://127.0.0.1:8000{page.get_url()}"
    assert entry.find("a:category", ATOM).attrib["term"] == "Case study"
    assert said(entry, "rights")[0]
    assert "Closed" not in ask("/case-studies.atom", member_of()).text


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\ufdd0", "\U0001ffff", "\x0b"])
def test_what_is_no_character_leaves_the_feed_well_formed(sign):
    make_record(title=f"Ho{sign}le", summary=f"What{sign} was.", lessons=[CaseStudyLesson(text=f"As{sign}k")])

    roots = [feed(f"/{name}.atom?q={quote(sign)}&from={quote(sign)}") for name in ("case-studies", "lessons")]

    assert [titles(root) for root in roots] == [["Hole"], ["Ask"]]
    assert [title for root in roots for title in said(root, "subtitle") if sign in title] == []


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("number", [0, 2])
def test_every_feed_has_what_rfc_4287_asks_for(path, number):
    for count in range(number):
        make_record(title=f"Case {count}", lessons=[CaseStudyLesson(text="A lesson")])
        make_record(PracticePage, title=f"Practice {count}")
        OrganisationFactory()

    root = feed(f"{path}.atom?q=&country=XXX")

    assert [len(said(root, name)) for name in ("id", "title", "updated", "author")] == [1, 1, 1, 1]
    links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall("a:link", ATOM)}
    assert links == {
        "alternate": f"http://127.0.0.1:8000{path}/?q=&country=XXX",
        "self": f"http://127.0.0.1:8000{path}.atom?q=&country=XXX",
    }
    entries = root.findall("a:entry", ATOM)
    assert len(entries) >= number
    for each in [root, *entries]:
        assert RFC_3339.fullmatch(said(each, "updated")[0])
    for entry in entries:
        assert [len(said(entry, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert len(entry.findall("a:link", ATOM)) == 1
    ids = [said(entry, "id")[0] for entry in entries]
    assert len(ids) == len(set(ids))


def test_it_holds_what_its_reader_may_know_of():
    make_record(title="Open")
    make_record(title="For members", listed_to=Level.MEMBERS)
    make_record(title="Hidden", listed_to=Level.OWNER)

    assert titles(feed("/case-studies.atom")) == ["Open"]
    assert set(titles(feed("/case-studies.atom", member_of()))) == {"Open", "For members"}
    assert set(titles(feed("/case-studies.atom", editor()))) == {"Open", "For members", "Hidden"}


def test_the_newest_come_first_whatever_order_is_asked_for(monkeypatch):
    monkeypatch.setattr(atom, "NEWEST", 2)
    for title, day in (("B", "2026-03-01"), ("A", "2026-01-01"), ("C", "2026-02-01")):
        make_record(title=title, first_published_at=f"{day}T00:00:00Z")

    assert titles(feed("/case-studies.atom?sort=title")) == ["B", "C"]


def test_filters_hold_and_what_is_ignored_is_said():
    make_record(title="Iraq", countries=[Country.objects.get(key="irq")])
    make_record(title="Elsewhere")

    root = feed("/case-studies.atom?country=irq&colour=red")

    assert titles(root) == ["Iraq"]
    assert "“colour” is not something to filter by" in said(root, "subtitle")[0]


def test_an_id_is_the_same_in_every_language():
    make_record()

    roots = [feed(f"{prefix}/case-studies.atom") for prefix in ("", "/fr", "/ar")]

    assert len({said(root.find("a:entry", ATOM), "id")[0] for root in roots}) == 1
    assert [root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] for root in roots] == ["en", "fr", "ar"]


def test_visitors_get_what_may_be_kept_and_others_do_not():
    OrganisationFactory()

    first = ask("/organisations.atom")
    again = Client().get("/organisations.atom", headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, no-cache"
    assert not first.cookies
    assert again.status_code == 304
    assert ask("/organisations.atom", member_of())["Cache-Control"] == "private, no-store"


def test_a_character_that_xml_forbids_breaks_nothing():
    make_record(title="Odd \x0c title", summary="With \x08 in it")

    assert len(titles(feed("/case-studies.atom"))) == 1
