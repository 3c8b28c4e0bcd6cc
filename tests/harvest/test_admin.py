"""Reports for editors, catalogues for administrators, nothing for anybody else."""

import pytest
from django.urls import reverse

from portal.directory.erasing import erase_account
from portal.directory.own_data import own_data
from portal.harvest.models import HarvestRun, HarvestSource
from tests.factories.people import UserFactory, editor, member_of
from tests.harvest.answers import bring, other, package, search

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return UserFactory(is_superuser=True, is_staff=True)


def reports():
    return reverse("harvest_admin:reports")


def test_editors_read_what_came_of_a_run(client):
    bring(search(package(), other(1)))
    run = bring(search(package(title="New title"), other(2, notes="Call +33 6 12 34 56 78 now."), {"title": "No key"}))
    client.force_login(editor())

    listed = client.get(reports()).text
    shown = client.get(reverse("harvest_admin:report", args=[run.pk])).text

    assert reverse("harvest_admin:report", args=[run.pk]) in listed
    assert "Hazards of region 1" in listed
    assert "“Hazards of Exampleland” → “New title”" in shown
    assert "boys" in shown
    assert "Telephone number" in shown
    assert "+33" not in shown
    assert "It has neither “id” nor “name”" in shown
    assert reverse("records_admin:batch", args=[run.submission_id]) in shown


def test_a_failure_is_said(client):
    source = HarvestSource.objects.create(title="Away", address="https://away.example.org")
    run = HarvestRun.objects.create(source=source, failure="The site answers with status 500.")
    client.force_login(editor())

    assert "The last reading failed." in client.get(reports()).text
    assert "Everything is as it was before." in client.get(reverse("harvest_admin:report", args=[run.pk])).text


def test_many_lines_are_shown_in_pages(client):
    source = HarvestSource.objects.create(title="Here")
    lines = [{"key": str(number), "title": f"Title {number}", "code": ""} for number in range(450)]
    run = HarvestRun.objects.create(
        source=source, report={"read": 450, "unchanged": 0, "counts": {"new": 450}, "new": lines}
    )
    client.force_login(editor())
    address = reverse("harvest_admin:report", args=[run.pk])

    pages = [client.get(address, {"new": number}).text for number in (1, 2, 3, 99, "x")]

    assert ["Title 0<" in page for page in pages] == [True, False, False, False, True]
    assert ["Title 449<" in page for page in pages] == [False, False, True, True, False]


def test_reports_of_one_or_ten_runs_take_the_same_queries(client, django_assert_max_num_queries):
    client.force_login(editor())
    bring(search(package()))
    client.get(reports())

    for number in range(10):
        bring(search(other(number)), site=f"https://{number}.example.org")
    with django_assert_max_num_queries(25):
        client.get(reports())


@pytest.mark.parametrize("person", [lambda: member_of(focal_point=True), UserFactory])
def test_nobody_else_learns_of_them(client, person):
    run = bring(search(package()))
    client.force_login(person())

    for address in (reports(), reverse("harvest_admin:report", args=[run.pk]), reverse("harvest_sources:index")):
        assert client.get(address).status_code == 404


def test_editors_do_not_say_what_is_read(client):
    source = HarvestSource.objects.create(title="Here", address="https://a.example.org")
    client.force_login(editor())

    for name, arguments in (("add", []), ("edit", [source.pk]), ("index", [])):
        assert client.get(reverse(f"harvest_sources:{name}", args=arguments)).status_code in (302, 403)
    assert "Catalogues to read" not in client.get(reports()).text


def form(**fields):
    return {
        "title": "There",
        "format": "ckan",
        "address": "https://a.example.org",
        "language": "",
        "in_name_of": "",
        **fields,
    }


def test_administrators_keep_the_catalogues(client, administrator):
    by = editor()
    client.force_login(administrator)

    client.post(reverse("harvest_sources:add"), form(in_name_of=by.pk, is_scheduled="on"))

    source = HarvestSource.objects.get()
    assert (source.title, source.is_scheduled, source.in_name_of) == ("There", True, by)
    assert client.get(reverse("harvest_sources:delete", args=[source.pk])).status_code in (302, 403)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"address": "file:///etc/passwd"}, "no address of the web"),
        ({"address": "", "is_scheduled": "on"}, "it needs an address"),
        ({"address": "https://name:word@a.example.org"}, "neither name nor password"),
        ({"in_name_of": "0"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said(client, administrator, fields, said):
    client.force_login(administrator)

    answer = client.post(reverse("harvest_sources:add"), form(**fields))

    assert said in answer.text
    assert not HarvestSource.objects.exists()


def test_a_person_takes_along_what_is_read_in_their_name_and_is_forgotten():
    by = editor()
    source = HarvestSource.objects.create(title="Here", in_name_of=by)

    assert own_data(by)["catalogues_read_in_my_name"] == [{"title": "Here", "address": ""}]
    erase_account(user=by, by=None)

    source.refresh_from_db()
    assert source.in_name_of is None
