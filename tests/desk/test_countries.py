"""Countries: what is known of each by the reader's eyes, whom to ask; silence in words."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import AuditEntry, RecordIdentity
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import Country, OrganisationType, ParticipantRole
from practices.needs.models import DataNeedPage
from tests.factories.agreements import make_protocol
from tests.factories.coverage import say
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.platforms import make_flow
from tests.factories.records import decide, make_record
from tests.factories.taxonomy import CountryFactory
from tests.holdings.holdings import make_holding

pytestmark = pytest.mark.django_db


def ask(url, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(url)


def irq():
    return Country.objects.get(key="irq")


def works_there(name, kind, **fields):
    kind = OrganisationType.objects.get(key=kind)
    organisation = OrganisationFactory(name_en=name, kind=kind, **fields)
    organisation.countries.add(irq())
    return organisation


def contacts(user=None):
    return ask("/countries/irq/", user).context["country"].contacts


@pytest.fixture
def known(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_holding(title="Held", countries=[irq()], reviewed_on=date(2026, 1, 2))
        make_holding(title="Held in secret", countries=[irq()], listed_to=Level.OWNER, reviewed_on=date(2026, 5, 5))
        make_record(DataNeedPage, title="Needed", countries=[irq()], listed_to=Level.MEMBERS)
        make_flow("Flows", countries=[irq()])
        make_record(title="Told", countries=[irq()])
        make_record(title="Elsewhere", countries=[Country.objects.get(key="yem")])


def test_a_country_shows_what_its_reader_may_know_of(known):
    visitors, editors = (ask("/countries/irq/", user).context["country"] for user in (None, editor()))

    def shown(country):
        return {part.figure.kind: [hit.title for hit in part.hits] for part in country.parts}

    assert shown(visitors) == {"holding": ["Held"], "need": [], "flow": ["Flows"], "case_study": ["Told"], "idea": []}
    assert shown(editors)["need"] == ["Needed"]
    assert set(shown(editors)["holding"]) == {"Held", "Held in secret"}
    assert (visitors.last_confirmed, editors.last_confirmed) == (date(2026, 1, 2), date(2026, 5, 5))


def test_each_figure_is_the_total_of_the_list_behind_it(known):
    for user in (None, member_of(), editor()):
        for part in ask("/countries/irq/", user).context["country"].parts:
            if part.figure.count:
                assert ask(part.figure.url, user).context["listing"].total == part.figure.count


def test_silence_is_said_in_words_and_never_looks_like_an_answer():
    page = ask("/countries/irq/").text

    assert page.count("Nothing known") == 5 + 5 + 13
    assert "degree good" not in page
    assert "No entry does not mean that there is no explosive ordnance." in page


def test_the_list_has_what_is_known_and_names_the_other_countries(known):
    context = ask("/countries/").context
    rows = {row.key: [figure.count for figure in row.figures] for row in context["known"]}

    assert rows == {"irq": [1, 0, 1, 1, 0], "yem": [0, 0, 0, 1, 0]}
    assert {row.key for row in context["unknown"]} == set(Country.objects.values_list("key", flat=True)) - set(rows)


def test_the_list_is_in_the_alphabet_of_the_reader():
    labels = [row.label for row in ask("/ar/countries/").context["unknown"]]

    assert labels.index("أوكرانيا") < labels.index("العراق") < labels.index("اليمن")


def test_a_statement_makes_a_country_known_to_who_may_know_of_who_says_it():
    hidden = OrganisationFactory()
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)
    say("none", country="lby", by=hidden, note="SECRET")

    assert "SECRET" not in ask("/countries/lby/").text
    assert [row.key for row in ask("/countries/").context["known"]] == []
    assert "SECRET" in ask("/countries/lby/", editor()).text
    assert [row.key for row in ask("/countries/", editor()).context["known"]] == ["lby"]


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_addresses(prefix):
    assert ask(f"{prefix}/countries/irq/").status_code == 200
    assert ask(f"{prefix}/countries/IRQ/").url == f"{prefix}/countries/irq/"
    assert ask(f"{prefix}/countries/?country=Irq").url == f"{prefix}/countries/irq/"
    assert ask(f"{prefix}/countries/?country=zzz").status_code == 200
    absent, other = ask(f"{prefix}/countries/zzz/"), ask(f"{prefix}/countries/xx/")
    assert (absent.status_code, absent.content) == (404, other.content)


def test_a_country_that_editors_added_is_absent_for_who_may_know_of_nothing_there(django_capture_on_commit_callbacks):
    added = CountryFactory(key="xqq")
    with django_capture_on_commit_callbacks(execute=True):
        make_record(countries=[added], listed_to=Level.MEMBERS)

    assert ask("/countries/xqq/").status_code == 404
    assert ask("/countries/xqq/", member_of()).status_code == 200
    assert added.label not in ask("/countries/").text
    assert added.label in ask("/countries/", member_of()).text


def test_authorities_are_asked_first_then_who_coordinates_then_who_keeps_data():
    keeper = OrganisationFactory(name_en="A keeper")
    role = ParticipantRole.objects.get(key="data_custodian")
    make_holding(countries=[irq()], organisations=[RecordOrganisation(organisation=keeper, role=role)])
    works_there("B coordinator", "coordination_body")
    works_there("C centre", "mine_action_centre")
    works_there("D charity", "national_ngo")
    OrganisationFactory(name_en="Of another country", kind=OrganisationType.objects.get(key="mine_action_centre"))

    assert [(each.name, each.roles) for each in contacts()] == [
        ("C centre", ("Authority",)),
        ("B coordinator", ("Coordinates",)),
        ("A keeper", ("Keeps data",)),
    ]


def test_who_keeps_is_told_by_holdings_that_the_reader_may_know_of():
    keeper = OrganisationFactory(name_en="A keeper")
    holding = make_holding(countries=[irq()])
    decide(holding, listed_to=Level.MEMBERS, custodian=keeper)

    assert contacts() == []
    assert [each.name for each in contacts(member_of())] == ["A keeper"]


def test_mailbox_and_website_are_for_who_may_read_the_organisation():
    centre = works_there("Centre", "mine_action_centre", mailbox="ask@centre.example", website="https://c.example/")
    RecordIdentity.objects.filter(pk=centre.key).update(details_to=Level.OWNER)

    assert [(each.mailbox, each.website) for each in contacts()] == [("", "")]
    reader = member_of(centre, focal_point=True)
    assert [each.mailbox for each in contacts(reader)] == ["ask@centre.example"]
    assert AuditEntry.objects.filter(identity=centre.key, by=reader).count() == 1


def test_a_hidden_organisation_is_no_contact():
    centre = works_there("Centre", "mine_action_centre")
    RecordIdentity.objects.filter(pk=centre.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    assert contacts() == []
    assert [each.name for each in contacts(editor())] == ["Centre"]


@pytest.mark.parametrize("number", [1, 6])
def test_any_number_of_entries_takes_the_same_queries(django_assert_max_num_queries, number):
    for count in range(number):
        make_holding(title=f"Held {count}", countries=[irq()])
        works_there(f"Centre {count}", "mine_action_centre")
        say(kind="hazards")
    for url in ("/countries/", "/countries/irq/"):
        ask(url)
        say(kind="survey_clearance")
        with django_assert_max_num_queries(15):
            ask(url)


def test_protocols_in_force_are_named_to_who_may_know_of_them():
    make_protocol({"hazards": "high"}, title="Over", ends_on=date(2026, 1, 2))
    make_protocol({"hazards": "high"}, title="Everybody's", ends_on=date(2099, 1, 2))
    make_protocol({"hazards": "high"}, title="Hidden", listed_to=Level.OWNER)
    withdrawn = make_protocol({"hazards": "high"}, title="Withdrawn")
    RecordIdentity.objects.filter(pk=withdrawn.key).update(withdrawn_at=timezone.now())

    def named(user=None):
        return {each.end.title for each in ask("/countries/irq/", user).context["country"].protocols}

    assert named() == {"Everybody's"}
    assert named(editor()) == {"Everybody's", "Hidden"}
    text = ask("/countries/irq/").text
    assert "2 January 2099<" in text
    assert ["None is known here" in page for page in (text, ask("/countries/yem/").text)] == [False, True]
