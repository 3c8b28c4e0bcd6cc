"""What the tests do inside a portal of their own, called by `Portal.python`."""

import json
from pathlib import Path

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth import get_user_model

from portal.access.models import RecordIdentity
from portal.backup.left_out import LEFT_OUT
from portal.directory.erasing import erase_account
from tests.factories.media import DocumentFactory, ImageFactory, RenditionFactory
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import make_record

STAYS, GOES, PASSWORD = "amina.stays@example.org", "zeynep.goes@example.org", "a long password of the tests"
LAST_NAME = "Gocmenoglu"


def seed():
    """People, an entry in each of two languages, files, and what only an exact copy keeps."""
    organisation = OrganisationFactory(name_en="Body of the backup", name_ar="هيئة", also_named=["Old\nname", "\\x"])
    for email in (STAYS, GOES):
        user = UserFactory(email=email, first_name="Z", last_name=LAST_NAME if email == GOES else "A")
        user.set_password(PASSWORD)
        user.save()
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        member_of(organisation, user=user, role="keeps the data", languages=["fr", "ar"])
    editor(UserFactory(email="editor@example.org"))
    Authenticator.objects.update_or_create(
        user=user, type="totp", defaults={"data": {"secret": "x", "b": 1, "a": None}}
    )
    page = make_record(title="What a backup holds", summary="À côté de l’eau: ماء")
    make_record(title="A draft", publish=False)
    RecordIdentity.objects.get(key=page.key).contributors.add(user)
    DocumentFactory(title="Notes")
    RenditionFactory(image=ImageFactory(title="Picture"))
    # A number that was given out and must not come again.
    UserFactory().delete()


def erase():
    """Forgets one of the two."""
    erase_account(user=get_user_model().objects.get(email=GOES), by=None)


def tell_rows(path):
    """Writes each row of each table that a backup holds, value by value."""
    rows = {
        model._meta.label: [_told(model, row) for row in model._base_manager.order_by("pk").values_list(*_names(model))]
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.label not in LEFT_OUT
    }
    Path(path).write_text(json.dumps(rows))


def print_next_number():
    print(UserFactory(email="next@example.org").pk)


def print_people():
    print(sorted(get_user_model().objects.values_list("email", flat=True)))


def _names(model):
    return [field.attname for field in model._meta.local_concrete_fields]


def _told(model, row):
    # PostgreSQL puts the keys of an object in its own order; they are the same object.
    return [
        json.dumps(value, sort_keys=True) if isinstance(value, dict | list) else f"{type(value).__name__} {value}"
        for value in row
    ]
