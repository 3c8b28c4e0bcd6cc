"""Participants from a spreadsheet: every wrong cell is said at once; all rows are kept, or none."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from events.attending.enums import Answer, CameBy, ConsentBy
from events.attending.models import EventInvitation, Participant
from events.attending.people import users_of
from events.attending.sheet import SHOWN, Wrong, read_sheet
from events.attending.words import Known
from portal.directory.models import Organisation
from portal.taxonomy.models import ParticipantRole

from .answering import consent
from .inviting import locked
from .listing import require_room

NAME, WORDS = 150, 200


@dataclass(frozen=True)
class Imported:
    """What came of a file: how many participants are new and how many were there, or what is `wrong` (then nothing was
    written)."""

    added: int = 0
    changed: int = 0
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True)
class _Row:
    number: int
    name: str
    email: str
    role: ParticipantRole | None
    organisation: Organisation | None
    words: str
    is_listed: bool | None

    @property
    def who(self):
        """By what a row is known: its address, else its words."""
        return self.email or (self.name.casefold(), self.organisation, self.words.casefold())

    @property
    def says(self):
        return (self.name, self.email, self.role, self.organisation, self.words, self.is_listed)


@transaction.atomic
def import_participants(*, event, file, by) -> Imported:
    """Puts the rows of an XLSX file into the list of participants: each address once, however often it is sent.

    An empty cell of consent changes nothing of what a person said. No cell turns what they took back themselves, nor
    lists who answered anything but that they come. Raises PermissionDenied for who does not run the event,
    ValidationError, with one sentence, for a file that cannot be read as such a list.
    """
    event = locked(event, by)
    lines, wrong = read_sheet(file)
    formulas = {(each.row, each.column) for each in wrong}
    known, rows = Known(by), {}
    for line in lines:
        row, found = _read(line, known)
        wrong += [each for each in found if (each.row, each.column) not in formulas]
        before = rows.setdefault(row.who, row)
        if before.says != row.says:
            wrong.append(_twice(row, before))
    if wrong:
        return Imported(wrong=tuple(sorted(wrong, key=lambda each: each.row)))
    there, absent = _there(event), _absent(event)
    require_room(event, sum(who not in there for who in rows))
    users = users_of(row.email for row in rows.values())
    for who, row in rows.items():
        person = there.get(who) or Participant(event=event, came_by=CameBy.FILE, added_by=by)
        _keep(person, row, users, absent)
    changed = sum(who in there for who in rows)
    return Imported(added=len(rows) - changed, changed=changed)


def _read(line, known):
    """The _Row of a Line, and what is Wrong in it."""
    texts, wrong = line.texts, []

    def refuse(column, right):
        wrong.append(Wrong(line.number, column, texts[column][:SHOWN], right))

    if not texts["name"]:
        refuse("name", _("A name must stand here."))
    elif len(texts["name"]) > NAME:
        refuse("name", _("At most %d characters.") % NAME)
    email = texts["email"].lower()
    if email and not _is_address(email):
        refuse("email", _("An e-mail address such as name@example.org, or nothing."))
    role = known.role(texts["role"])
    if texts["role"] and role is None:
        refuse("role", _("One of: %s.") % ", ".join(known.role_words))
    if len(texts["organisation"]) > WORDS:
        refuse("organisation", _("At most %d characters.") % WORDS)
    is_listed = known.yes_or_no(texts["consent"])
    if texts["consent"] and is_listed is None:
        refuse("consent", _("“yes”, “no”, or nothing."))
    organisation = known.organisation(texts["organisation"])
    words = "" if organisation else texts["organisation"]
    return _Row(line.number, texts["name"], email, role, organisation, words, is_listed), wrong


def _is_address(text):
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


def _twice(row, before):
    column = "email" if row.email else "name"
    value = (row.email or row.name)[:SHOWN]
    return Wrong(row.number, column, value, _("Row %d says something else of the same person.") % before.number)


def _there(event):
    found = {}
    for each in Participant.objects.filter(event=event).select_related("organisation").order_by("pk"):
        key = each.email or (each.name.casefold(), each.organisation, each.organisation_words.casefold())
        found.setdefault(key, each)
    return found


def _absent(event):
    """The addresses of those who answered anything but that they come: they agreed to no list."""
    rows = EventInvitation.objects.standing().filter(event=event).exclude(email="")
    return set(rows.exclude(answer__in=(Answer.NONE, Answer.COMING)).values_list("email", flat=True))


def _keep(person, row, users, absent):
    person.name, person.email, person.organisation, person.organisation_words = (
        row.name, row.email, row.organisation, row.words,
    )  # fmt: skip
    person.role = row.role or person.role
    person.user = users.get(row.email.lower())
    if row.is_listed is False or (row.is_listed and row.email not in absent):
        consent(person, row.is_listed, ConsentBy.ORGANISER)
    person.save()
