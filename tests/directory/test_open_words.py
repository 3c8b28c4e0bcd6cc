"""What one editor saves stands before everybody at once: exact places and data of persons are refused at the field."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.directory.forms import NewOrganisationForm
from portal.directory.models import Organisation
from portal.taxonomy.models import OrganisationType
from tests.factories.people import OrganisationFactory, editor

pytestmark = pytest.mark.django_db
PLACE, PHONE, PERSON = "Hill 33.31523, 44.36611", "Ask +964 770 123 4567", "ahmed.ali@gmail.com"


def form(**given):
    kind = OrganisationType.objects.first().pk
    return {"name_en": "Land centre", "kind": kind, "also_named": "", "email_domains": "", **given}


@pytest.fixture
def client():
    client = Client()
    client.force_login(editor())
    return client


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("name_en", PLACE),
        ("name_fr", PHONE),
        ("acronym", PLACE),
        ("also_named", f"Old centre\n{PLACE}"),
        ("mailbox", PERSON),
    ],
)
def test_an_organisation_says_nothing_that_must_not_be_read(client, name, words):
    answer = client.post(reverse("organisations:add"), form(**{name: words}))

    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert {field: [text[:15] for text in texts] for field, texts in errors.items()} == {name: ["Take this out: "]}
    assert not Organisation.objects.filter(name_en__in=("Land centre", PLACE)).exists()


def test_what_everybody_may_read_is_saved(client):
    answer = client.post(reverse("organisations:add"), form(mailbox="im@example.org", also_named="Old centre"))

    assert answer.status_code == 302
    made = Organisation.objects.get(name_en="Land centre")
    assert made.mailbox == "im@example.org"
    # No second editor looks at it: the log says who wrote it.
    assert ModelLogEntry.objects.get(object_id=str(made.pk), action="wagtail.create").user.email


def test_one_that_is_added_where_it_is_chosen_is_asked_alike():
    assert NewOrganisationForm(form(name_ar=PLACE)).errors.keys() == {"name_ar"}
    assert NewOrganisationForm(form()).is_valid()


def test_an_address_holds_no_words_that_must_not_be_read():
    assert OrganisationFactory(name_en=PLACE).slug.startswith("organisation-")
    assert OrganisationFactory(name_en="Land centre").slug.startswith("land-centre-")
