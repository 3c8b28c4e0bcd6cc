"""The day of an event: what is captured there, and who stands around it."""

from functools import cached_property
from uuid import uuid4

from events.capture.services import capture_line, make_code, send_sheet
from portal.access.enums import Level
from portal.taxonomy.models import SessionKind
from tests.factories.events import make_event, make_question, make_session, with_role
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide


class Day:
    """An event of two sessions with a key question, and who facilitates it; made when first used."""

    def __init__(self, **levels):
        self.host = OrganisationFactory(acronym="HOST")
        talk = SessionKind.objects.get(key="lightning_talk")
        self.page = make_event(
            sessions=[make_session(), make_session("Ideas", session_kind=talk)], key_questions=[make_question()],
            organisations=[with_role(self.host, "facilitator")],
        )  # fmt: skip
        decide(self.page, **{"listed_to": Level.MEMBERS, **levels}, owner=self.host)
        self.event = self.page.identity
        self.session, self.ideas = (row.translation_key for row in self.page.sessions.order_by("pk"))
        self.question = self.page.key_questions.get().translation_key

    @cached_property
    def facilitator(self):
        return member_of(self.host)

    @cached_property
    def stranger(self):
        return member_of(OrganisationFactory(), focal_point=True)

    @cached_property
    def code(self):
        return make_code(event=self.event, by=self.facilitator, days=2).code

    @property
    def path(self):
        return f"/events/{self.page.slug}/capture/{self.session}/"

    def line(self, text="Village names differ", kind="finding", *, key=None, revision=1, **said):
        """A captured line."""
        more = {name: said.pop(name) for name in ("group", "by", "written_at") if name in said}
        return capture_line(
            key=key or uuid4(), event=self.event, session_key=self.session, revision=revision,
            said={"text": text, "kind": kind, **said}, **more,
        )  # fmt: skip

    def sheet(self, kind="fair", *, organisation=None, key=None, **words):
        """A sheet as it is sent by who has the code."""
        return send_sheet(
            key=key or uuid4(), kind=kind, event=self.event, language="en", organisation=organisation, **words
        )
