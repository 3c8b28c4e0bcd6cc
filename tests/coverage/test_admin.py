"""Editors keep the statements on coverage; nobody else finds the form."""

import pytest
from django.urls import reverse

from portal.access.models import AuditEntry
from portal.taxonomy.models import Country, DataKind
from practices.coverage.models import CoverageStatement
from tests.factories.coverage import say
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db


def sent(organisation, **fields):
    """What the form sends."""
    return {
        "country": Country.objects.get(key="irq").pk,
        "data_kind": DataKind.objects.get(key="hazards").pk,
        "degree": "partly",
        "said_by": organisation.pk,
        "said_on": "2026-03-01",
        "source": "Minutes",
        "note": "",
    } | fields


def test_an_editor_adds_changes_and_removes_a_statement(client):
    client.force_login(editor())
    organisation = OrganisationFactory()
    values = sent(organisation)

    client.post(reverse("coverage:add"), values)
    statement = CoverageStatement.objects.get()
    client.post(reverse("coverage:edit", args=[statement.pk]), values | {"degree": "good"})
    statement.refresh_from_db()

    assert (statement.degree, statement.said_by, statement.source) == ("good", organisation, "Minutes")
    client.post(reverse("coverage:delete", args=[statement.pk]))
    assert not CoverageStatement.objects.exists()


def test_the_list_takes_the_same_queries_whatever_its_length(client, django_assert_max_num_queries):
    client.force_login(editor())
    for _ in range(8):
        say()
    client.get(reverse("coverage:index"))

    with django_assert_max_num_queries(30):
        assert client.get(reverse("coverage:index")).text.count("Iraq: ") >= 8


def test_members_find_nothing(client):
    client.force_login(member_of())

    assert client.get(reverse("coverage:index")).status_code == 404


@pytest.mark.parametrize("name", ["source", "note"])
@pytest.mark.parametrize("words", ["Nothing at 36.34512, 43.13021", "Ask Sami on +964 750 123 4567"])
def test_words_that_not_everyone_may_read_are_sent_back_with_a_sentence(client, name, words):
    client.force_login(editor())

    answer = client.post(reverse("coverage:add"), sent(OrganisationFactory(), **{name: words}))

    assert not CoverageStatement.objects.exists()
    assert [list(answer.context["form"].errors), answer.context["form"][name].value()] == [[name], words]
    assert "Something in it is for fewer people than would read it." in answer.text


def test_each_change_stays_in_the_log_of_the_organisation_that_it_is_said_for(client):
    by, first, second = editor(), OrganisationFactory(), OrganisationFactory()
    client.force_login(by)
    client.post(reverse("coverage:add"), sent(first, note="Not the north"))
    edit = reverse("coverage:edit", args=[CoverageStatement.objects.get().pk])
    for values in (sent(first, note="All of it"), sent(first, note="All of it"), sent(second, note="All of it")):
        client.post(edit, values)
    client.post(reverse("coverage:delete", args=[CoverageStatement.objects.get().pk]))

    def lines(organisation):
        entries = AuditEntry.objects.filter(identity=organisation.key, by=by).order_by("pk")
        said = entries.filter(action__startswith="coverage").values_list("action", "detail")
        return [(action, detail["note"], detail.get("before", {}).get("note")) for action, detail in said]

    assert lines(first) == [
        ("coverage stated", "Not the north", None),
        ("coverage changed", "All of it", "Not the north"),
        ("coverage taken back", "All of it", None),
    ]
    assert lines(second) == [("coverage stated", "All of it", None), ("coverage taken back", "All of it", None)]
