"""Events to which people are invited, and those who stand around them."""

from datetime import date, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from events.attending.services import invite
from events.attending.services.inviting import Invitee
from portal.access.enums import Level
from tests.factories.events import make_event
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide

HEAD = ("name", "email", "organisation", "role", "consent")


def in_days(number) -> date:
    return timezone.localdate() + timedelta(days=number)


class Coming:
    """An event that begins in so many days, and who runs it: a focal point of its owner."""

    def __init__(self, days=20, **fields):
        self.host = OrganisationFactory(name_en="The host")
        self.page = make_event(starts_on=in_days(days), ends_on=in_days(days + 1), **fields)
        levels = {name: fields.get(name, Level.PUBLIC) for name in ("listed_to", "details_to")}
        decide(self.page, owner=self.host, custodian=None, **levels)
        self.runner = member_of(self.host, focal_point=True)

    @property
    def event(self):
        return self.page.identity

    def invited(self, email="guest@elsewhere.example", **said):
        """The invitation of somebody without an account."""
        (invitation,) = invite(event=self.event, invitees=[Invitee(email)], by=self.runner, **said)
        return invitation


def sheet(*rows, head=HEAD):
    """An XLSX file with these rows, as it is sent."""
    book, data = Workbook(), BytesIO()
    for row in (head, *rows):
        book.active.append(row)
    book.save(data)
    return SimpleUploadedFile("people.xlsx", data.getvalue())
