"""Actions and all who stand around them: who made one, who speaks for its organisation, who runs the event."""

from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from events.actions.origins import Origin
from events.actions.services import open_action
from events.models import EventPage
from portal.access.enums import Level
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record


def day(left=30):
    """A date so many days from today."""
    return timezone.localdate() + timedelta(days=left)


def make_event(title="A workshop", *, listed_to=Level.PUBLIC, owner=None, by=None):
    """The identity of a published event; `owner` and `by` (who wrote it) run it."""
    page = make_record(EventPage, title=title, listed_to=listed_to, **({"owner": by} if by else {}))
    decide(page, listed_to=listed_to, owner=owner)
    return page.identity


def in_order(*events):
    """Gives events (identities) days, one a month, so that each began before the next."""
    for number, event in enumerate(events):
        EventPage.objects.filter(translation_key=event.pk).update(starts_on=day(30 * number - 300))


def make_action(title="Send the list of schools", *, by=None, organisation=None, left=30, **said):
    """An action that is due in so many days; by default made by a member of another organisation."""
    by = by or member_of(OrganisationFactory())
    return open_action(by=by, title=title, organisation=organisation or OrganisationFactory(), due_on=day(left), **said)


class Scene:
    """An event, an action of it, and each person who stands to it in another way; made when first used."""

    def __init__(self, **said):
        self.host, self.organisation = OrganisationFactory(), OrganisationFactory()
        self.event = make_event(owner=self.host)
        self.said = {"origin": Origin(event=self.event), **said}

    @cached_property
    def action(self):
        return make_action(by=self.maker, organisation=self.organisation, **self.said)

    @cached_property
    def maker(self):
        return member_of(OrganisationFactory())

    @cached_property
    def facilitator(self):
        return member_of(self.host, focal_point=True)

    @cached_property
    def focal_point(self):
        return member_of(self.organisation, focal_point=True)

    @cached_property
    def colleague(self):
        return member_of(self.organisation)

    @cached_property
    def stranger(self):
        return member_of(OrganisationFactory(), focal_point=True)

    @cached_property
    def editor(self):
        return editor()
