"""What the portal says about an organisation's data: who is shown which entries, and what they say of each."""

import csv
import io
from datetime import date

import pytest

from portal.access.enums import Level
from portal.access.models import AuditEntry, RecordIdentity
from portal.access.services import READ, log, withdraw_record
from portal.desk.my.seen_by import MEMBER, reader_to_look_through
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from tests.factories.access import GrantFactory
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def named():
    """A page of which one organisation is named in a role."""

    def make(organisation, **fields):
        role = ParticipantRole.objects.first()
        return make_record(organisations=[RecordOrganisation(organisation=organisation, role=role)], **fields)

    return make


def shown(answer):
    return {entry.end.title: entry for entry in (*answer.context["by_others"], *answer.context["by_us"])}


def test_it_is_for_its_people_and_editors(who_gets, organisation):
    assert who_gets("our-data", organisation=organisation.code) == {"focal point", "staff", "editor", "clerk"}
    assert who_gets("our-data", organisation="ORG-ZZZZ") == set()


def test_every_entry_that_names_it_and_no_other(page_of, people, organisation, named):
    decide(make_holding(title="Owned"), listed_to=Level.OWNER, owner=organisation)
    decide(make_holding(title="Kept"), listed_to=Level.OWNER, custodian=organisation)
    named(organisation, title="Named")
    named(OrganisationFactory(), title="Of others")
    decide(make_record(title="Draft", publish=False), listed_to=Level.OWNER, owner=organisation)

    of_focal = shown(page_of(people["focal point"], "our-data"))
    of_staff = shown(page_of(people["staff"], "our-data"))

    assert of_focal.keys() == {"Owned", "Kept", "Named"}
    assert of_staff.keys() == {"Named"}
    assert of_focal["Owned"].parts == ("owner",)
    assert of_focal["Kept"].parts == ("keeper",)
    assert of_focal["Named"].parts == (ParticipantRole.objects.first().label,)


def test_what_one_may_not_know_of_is_not_there(page_of, people, organisation, named):
    named(organisation, title="Kept among editors", listed_to=Level.OWNER)

    of_focal = page_of(people["focal point"], "our-data")
    assert (shown(of_focal), of_focal.context["page"].paginator.count) == ({}, 0)
    seen = shown(page_of(people["editor"], "our-data", organisation=organisation.code))
    assert seen.keys() == {"Kept among editors"}


def test_what_is_withdrawn_is_said_to_nobody(page_of, people, organisation):
    page = make_holding(title="Ours")
    decide(page, listed_to=Level.PUBLIC, owner=organisation)

    withdraw_record(identity=page.identity, by=people["focal point"])

    for who in ("focal point", "editor"):
        assert shown(page_of(people[who], "our-data", organisation=organisation.code)) == {}


def test_who_wrote_it_is_told_without_names(page_of, people, organisation):
    writer = member_of(organisation, role="information officer")
    writer.first_name, writer.last_name = "Newly", "Joined"
    writer.save()
    page = make_holding(title="Ours")
    decide(page, listed_to=Level.MEMBERS, owner=organisation)
    page.identity.contributors.set([writer, people["editor"]])

    answer = page_of(people["focal point"], "our-data")

    assert shown(answer)["Ours"].writers == ("Our organisation, information officer", "the portal's editors")
    assert "Joined" not in answer.text
    assert shown(page_of(people["staff"], "our-data"))["Ours"].writers == ()


def test_of_who_wrote_it_no_organisation_is_told_that_one_may_not_know_of(page_of, people, organisation):
    hidden = OrganisationFactory(name_en="A hidden organisation")
    decide(hidden, listed_to=Level.OWNER)
    page = make_holding(title="Ours")
    decide(page, listed_to=Level.MEMBERS, owner=organisation)
    page.identity.contributors.add(member_of(hidden, role="information officer"))

    def told(who):
        return shown(page_of(people[who], "our-data", organisation=organisation.code))["Ours"].writers

    assert told("focal point") == ("information officer",)
    assert told("editor") == ("A hidden organisation, information officer",)


def test_what_may_be_done_is_offered_to_who_may(page_of, people, organisation, named):
    decide(make_holding(title="Ours"), listed_to=Level.MEMBERS, owner=organisation)
    named(organisation, title="Of others")

    def offered_to(who):
        entries = shown(page_of(people[who], "our-data", organisation=organisation.code))
        return {title for title, entry in entries.items() if entry.may_decide}

    offered = {who: offered_to(who) for who in ("focal point", "staff", "editor")}

    assert offered == {"focal point": {"Ours"}, "staff": set(), "editor": {"Ours", "Of others"}}


def test_a_contested_organisation_reads_and_decides_nothing(page_of, people, organisation):
    decide(make_holding(title="Ours"), listed_to=Level.OWNER, owner=organisation)
    organisation.frozen_at = organisation.created_at.replace(year=2100)
    organisation.save()

    entry = shown(page_of(people["focal point"], "our-data"))["Ours"]

    assert (entry.may_decide, entry.may_confirm, entry.reads) == (False, False, 0)


def test_levels_and_days_are_told(page_of, people, organisation):
    page = make_holding(title="Ours", reviewed_on=date(2026, 3, 4))
    decide(page, listed_to=Level.PUBLIC, details_to=Level.MEMBERS, owner=organisation)

    entry = shown(page_of(people["focal point"], "our-data"))["Ours"]

    assert (entry.listed_to, entry.details_to) == ("Everyone", "Members of the community")
    assert entry.confirmed == date(2026, 3, 4)
    assert entry.since == AuditEntry.objects.filter(action="registered", identity=page.key).get().at


def test_who_sees_the_card_only_is_not_told_who_reads_on(page_of, people, organisation, named):
    named(organisation, title="Card", listed_to=Level.PUBLIC, details_to=Level.OWNER)

    entry = shown(page_of(people["focal point"], "our-data"))["Card"]

    assert (entry.details_to, entry.may_confirm, entry.since, entry.writers) == ("", False, None, ())


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("visitor", {"Open": "all", "Half": "card", "Ours": "nothing", "Named": "nothing"}),
        ("member", {"Open": "all", "Half": "all", "Ours": "nothing", "Named": "nothing"}),
        ("other", {"Open": "all", "Half": "all", "Ours": "nothing", "Named": "all"}),
        ("nonsense", {"Open": "", "Half": "", "Ours": "", "Named": ""}),
    ],
)
def test_view_as(page_of, people, organisation, word, seen):
    other = OrganisationFactory()
    levels = {
        "Open": [Level.PUBLIC],
        "Half": [Level.PUBLIC, Level.MEMBERS],
        "Ours": [Level.OWNER],
        "Named": [Level.NAMED],
    }
    for title, (listed_to, *details_to) in levels.items():
        page = make_holding(title=title)
        decide(page, listed_to=listed_to, details_to=details_to[0] if details_to else None, owner=organisation)
        page.identity.named_organisations.set([other] if title == "Named" else [])

    word = other.code if word == "other" else word
    found = shown(page_of(people["focal point"], "our-data", **{"as": word}))

    assert {title: entry.seen_as for title, entry in found.items()} == seen


def test_who_looks_through_a_member_holds_nobodys_permission(organisation):
    page = make_holding()
    decide(page, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=organisation)
    GrantFactory(identity=page.identity, organisation=OrganisationFactory())

    seen = type(page.identity).objects.visible_to(MEMBER, zone=1)

    assert page.key not in set(seen.values_list("pk", flat=True))


def test_one_looks_through_organisations_that_one_may_know_of(people):
    hidden = OrganisationFactory()
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    assert reader_to_look_through(hidden.code, people["focal point"]) == (None, "")
    assert reader_to_look_through(hidden.code, people["editor"])[1] == hidden.name


def test_who_read_it_is_a_file_for_its_focal_points(page_of, people, organisation, who_gets):
    page = make_holding(title="Ours")
    decide(page, listed_to=Level.NAMED, owner=organisation)
    of_others = make_holding()
    reader = member_of(OrganisationFactory(name_en="Readers"), role="=cmd()")
    for each in (page, of_others):
        log(READ, identity=each.identity, by=reader)

    answer = page_of(people["focal point"], "reads", organisation=organisation.code)
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))

    assert rows[0] == ["code", "kind", "title", "read_at", "read_by"]
    assert [(row[0], row[2], row[4]) for row in rows[1:]] == [(page.identity.code, "Ours", "Readers, =cmd()")]
    assert who_gets("reads", organisation=organisation.code) == {"focal point"}


@pytest.mark.parametrize("query", [{}, {"as": "member"}])
def test_the_number_of_queries_is_the_same_for_any_number_of_rows(people, organisation, named, query, counted):
    numbers = []
    for _more in range(2):
        for _each in range(3):
            page = make_holding()
            decide(page, listed_to=Level.MEMBERS, owner=organisation)
            page.identity.contributors.add(member_of(organisation))
            log(READ, identity=page.identity, by=people["staff"])
            named(organisation)
        numbers.append(counted(people["focal point"], "our-data", **query))

    assert numbers[0] == numbers[1]
