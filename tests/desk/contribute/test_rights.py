"""Who may contribute, and who may write at what: for everybody else it is not there."""

import pytest
from django.urls import reverse

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.models import AccessWish, RecordIdentity
from portal.access.services import withdraw_record
from portal.records.models import RecordLink
from portal.records.registry import kind
from portal.records.submissions import return_with_message, save_draft, submit_for_review
from portal.taxonomy.models import LinkKind
from practices.holdings.models import DataHoldingPage
from tests.desk.contribute.filling import NO, answers, fields, path_of, type_in
from tests.factories.people import OrganisationFactory, clerk, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
NAMES = (("overview", ()), ("who", ()), ("preview", ()), ("screen", (1,)), ("more", (1,)))


def addresses(page):
    of_kind = kind("case_study" if isinstance(page, CaseStudyPage) else "holding")
    return [reverse(f"contribute:{name}", args=[of_kind, page.identity.code, *more]) for name, more in NAMES]


def statuses(client, user, urls):
    client.logout()
    if user:
        client.force_login(user)
    return {client.get(url).status_code for url in urls}


@pytest.fixture
def people(author, organisation):
    other = OrganisationFactory()
    return {
        "visitor": None,
        "author": author,
        "colleague": member_of(organisation),
        "focal point": member_of(organisation, focal_point=True),
        "other focal point": member_of(other, focal_point=True),
        "stranger": member_of(other),
        "former member": member_of(organisation, is_active=False),
        "member of nothing": member_of(),
        "editor": editor(),
        "clerk": clerk(),
    }


def who_gets(client, people, urls):
    return {name for name, user in people.items() if statuses(client, user, urls) == {200}}


def who_gets_nothing(client, people, urls):
    return {name for name, user in people.items() if statuses(client, user, urls) == {404}}


def test_members_of_an_organisation_may_begin(client, people):
    urls = [reverse("contribute:new", args=[kind("need")])]

    assert who_gets(client, people, urls) == {
        "author", "colleague", "focal point", "other focal point", "stranger",
    }  # fmt: skip
    assert statuses(client, None, urls) == {302}
    assert who_gets_nothing(client, people, urls) == {"former member", "member of nothing", "editor", "clerk"}


def test_everybody_who_is_signed_in_learns_what_contributing_is(client, people):
    assert who_gets(client, people, ["/contribute/"]) == people.keys() - {"visitor"}


def draft_of_holding(writing):
    one, _ = answers("holding")
    type_in(writing, "/contribute/holdings/", **one)
    return DataHoldingPage.objects.get()


def test_a_draft_is_for_who_wrote_it_whatever_its_level(client, writing, people):
    """A holding begins for focal points only, which its author need not be."""
    page = draft_of_holding(writing)

    assert (page.identity.listed_to, page.identity.details_to) == (Level.OWNER, Level.OWNER)
    assert who_gets(client, people, addresses(page)) == {"author"}
    assert who_gets_nothing(client, people, addresses(page)) == people.keys() - {"author", "visitor"}


def test_nothing_begins_public_unless_somebody_asks_for_it(writing, organisation):
    page = draft_of_holding(writing)
    who = reverse("contribute:who", args=[kind("holding"), page.identity.code])
    shown = fields(writing.get(who))
    type_in(writing, who, **NO)

    assert (shown["listed_to"], shown["details_to"]) == (["owner_organisation"], ["owner_organisation"])
    wish = AccessWish.objects.get()
    assert (wish.listed_to, wish.details_to) == (Level.OWNER, Level.OWNER)
    assert (page.identity.owner, page.identity.custodian) == (organisation, organisation)


@pytest.fixture
def published(author, organisation):
    page = make_record(owner=author, listed_to=Level.MEMBERS)
    decide(page, listed_to=Level.MEMBERS, custodian=organisation)
    return page


def test_what_is_published_is_changed_by_its_writer_and_the_focal_points(client, people, published):
    assert who_gets(client, people, addresses(published)) == {"author", "focal point"}
    decide(published, listed_to=Level.PUBLIC, owner=people["other focal point"].member.memberships.get().organisation)
    assert who_gets(client, people, addresses(published)) == {"author", "focal point", "other focal point"}


def test_who_may_no_longer_read_it_no_longer_writes_at_it(client, people, published):
    decide(published, listed_to=Level.OWNER)

    preview = reverse("contribute:preview", args=[kind("case_study"), published.identity.code])
    to_write = [url for url in addresses(published) if url != preview]
    assert who_gets(client, people, to_write) == {"focal point"}
    assert who_gets_nothing(client, people, to_write) == people.keys() - {"focal point", "visitor"}


def test_nobody_writes_at_what_is_withdrawn(client, people, published):
    withdraw_record(identity=published.identity, by=editor())

    assert who_gets(client, people, addresses(published)) == set()
    for name in ("author", "focal point"):
        client.force_login(people[name])
        assert published.identity.code not in client.get("/contribute/").text


def test_drafts_of_others_stay_theirs_until_they_meet(client, people, published):
    published.title = "Words of a draft"
    published.save_revision(user=people["author"])
    first = addresses(published)[3]

    client.force_login(people["focal point"])
    seen = "".join(client.get(url).text for url in [*addresses(published), "/contribute/"])

    assert "Words of a draft" not in seen
    assert fields(client.get(first))["title"] == ["A case of sharing"]
    client.force_login(people["author"])
    assert fields(client.get(first))["title"] == ["Words of a draft"]


def test_what_was_returned_to_its_writers_is_no_matter_of_others(client, people, published):
    save_draft(page=published, by=people["author"])
    submit_for_review(page=CaseStudyPage.objects.get(pk=published.pk), by=people["author"])
    return_with_message(page=CaseStudyPage.objects.get(pk=published.pk), by=editor(), message="Name no street.")
    overview = addresses(published)[0]
    seen = {}
    for name in ("author", "focal point"):
        client.force_login(people[name])
        text = client.get(overview).text
        seen[name] = ("Name no street." in text, 'name="send"' in text)

    assert seen == {"author": (True, True), "focal point": (False, False)}


def test_a_form_goes_back_to_the_version_that_its_own_person_opened(client, people, published):
    """What comes back with an error shows the rows of the version that the form names."""
    second = addresses(published)[3].replace("/1/", "/2/")
    published.lessons.add(published.lessons.model(text="Words of a row"))
    revision = published.save_revision(user=people["author"])
    client.force_login(people["author"])
    opened = fields(client.get(second))["version"][0]
    published.lessons.set([])
    published.save_revision(user=people["author"]).publish()

    def comes_back(who, version):
        client.force_login(people[who])
        return "Words of a row" in client.post(second, {"version": version, "decision": "x"}).text

    assert comes_back("author", opened)
    for who, version in (("author", revision.pk), ("focal point", revision.pk), ("focal point", opened)):
        assert not comes_back(who, version), who


def test_a_form_that_met_a_publication_says_so(client, people, published):
    """Who did not write opened what was published then: that is still what their words are compared with."""
    client.force_login(people["focal point"])
    first = addresses(published)[3]
    opened = fields(client.get(first))
    published.title = "Published meanwhile"
    published.save_revision(user=people["author"]).publish()

    answer = client.post(first, opened | {"title": "Mine", "later": "yes"})

    assert answer.status_code == 409
    assert "Published meanwhile" in answer.text


def test_what_is_refused_makes_nobody_a_writer(client, people, published):
    published.title = "Words of a draft"
    save_draft(page=published, by=people["author"])
    submit_for_review(page=CaseStudyPage.objects.get(pk=published.pk), by=people["author"])
    client.force_login(people["focal point"])

    answer = client.post(addresses(published)[1], {"listed_to": "public", "details_to": "public", **NO})

    assert answer.status_code == 400
    assert list(published.identity.contributors.all()) == [people["author"]]


def test_what_one_may_not_know_of_is_no_choice(client, people, author):
    hidden, known = OrganisationFactory(name_en="Hidden body"), OrganisationFactory(name_en="Known body")
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)
    secret = make_record(DataHoldingPage, title="Secret holding", listed_to=Level.OWNER)
    client.force_login(author)

    text = client.get("/contribute/case-studies/").text + client.get("/contribute/flows/").text

    assert "Known body" in text
    assert "Hidden body" not in text
    page = make_record(kind("flow").model, owner=author, publish=False)
    who = reverse("contribute:who", args=[kind("flow"), page.identity.code])
    for answer in (client.get(who), client.post(who, {"listed_to": "members", "continue": "yes"})):
        assert "Known body" in answer.text
        assert "Hidden body" not in answer.text
    client.post(who, {"listed_to": "named_organisations", "named_organisations": [hidden.pk], "later": "yes"})
    assert not AccessWish.objects.exists()
    sections = "".join(
        client.get(reverse("contribute:more", args=[kind("flow"), page.identity.code, number])).text
        for number in range(1, 10)
    )
    assert "through which platform" in sections.casefold()
    assert secret.title not in sections
    assert known.name in text


def test_what_is_said_of_an_entry_that_one_may_not_know_of_is_not_seen_and_stays(client, author):
    secret = make_record(DataHoldingPage, title="Hidden holding", listed_to=Level.OWNER)
    known = make_record(DataHoldingPage, title="Known holding")
    uses = LinkKind.objects.first()
    links = [RecordLink(kind=uses, target_id=each.key, note=f"About the {each.title}") for each in (secret, known)]
    page = make_record(kind("flow").model, owner=author, publish=False, links=links)
    client.force_login(author)
    sections = [reverse("contribute:more", args=[kind("flow"), page.identity.code, each]) for each in range(1, 11)]
    (section,) = [each for each in sections if 'name="links-rows"' in client.get(each).text]

    text = client.get(section).text
    answer = type_in(client, section, "later", **{"links-0-note": "Other words", "links-1-note": "New words"})

    assert answer.status_code == 302
    assert "About the Known holding" in text
    assert "Hidden holding" not in text
    page.refresh_from_db()
    kept = page.get_latest_revision_as_object().links.all()
    assert {link.target_id: link.note for link in kept} == {
        secret.key: "About the Hidden holding",
        known.key: "New words",
    }


def test_the_token_of_a_form_makes_no_version_of_what_is_somebody_elses(client, people, published):
    """A form sent with the key of another entry would put its words under that one's access."""
    from portal.core.form_keys import token_of

    stranger = people["stranger"]
    client.force_login(stranger)
    token = token_of(published.translation_key, stranger, "entry")

    answer = client.post("/contribute/case-studies/", {"title": "Mine", "token": token})

    assert answer.status_code == 404
    assert CaseStudyPage.objects.count() == 1
    foreign = token_of(published.translation_key, people["author"], "entry")
    assert path_of(client.post("/contribute/case-studies/", {"title": "Mine", "token": foreign}))
    assert CaseStudyPage.objects.exclude(pk=published.pk).get().translation_key != published.translation_key
