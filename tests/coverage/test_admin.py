"""Editors keep the statements on coverage; nobody else finds the form."""

import pytest
from django.urls import reverse

from portal.taxonomy.models import Country, DataKind
from practices.coverage.models import CoverageStatement
from tests.factories.coverage import say
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db


def test_an_editor_adds_changes_and_removes_a_statement(client):
    client.force_login(editor())
    organisation = OrganisationFactory()
    values = {
        "country": Country.objects.get(key="irq").pk,
        "data_kind": DataKind.objects.get(key="hazards").pk,
        "degree": "partly",
        "said_by": organisation.pk,
        "said_on": "2026-03-01",
        "source": "Minutes",
        "note": "",
    }

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
