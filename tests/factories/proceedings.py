"""An event with something of everything that proceedings tell of, at three levels."""

from functools import cached_property
from io import BytesIO

from django.test import Client
from docx import Document
from pypdf import PdfReader

from events.actions.origins import Origin
from events.outputs.enums import What
from portal.access.enums import Level
from portal.records.models import RecordLink
from portal.taxonomy.models import LinkKind
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from tests.factories.actions import make_action
from tests.factories.events import make_event, make_output, make_question, make_session, with_role
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

FORMS = ("/", ".docx", ".pdf")
LEVELS = {"public": Level.PUBLIC, "members": Level.MEMBERS, "named": Level.NAMED}


class Workshop:
    """A public event of two sessions and a key question. Of each sort of what came of it one for everybody, one for
    members and one for a named organisation, called “finding public” and so on."""

    def __init__(self, **fields):
        self.host, self.named = OrganisationFactory(name_en="The host"), OrganisationFactory(name_en="The named")
        self.first, self.second = make_session("Who has what"), make_session("How to share")
        self.question = make_question("Which form is enough?")
        self.event = make_event(
            "The workshop", [self.first, self.second], key_questions=[self.question],
            organisations=[with_role(self.host, "host")], proceedings_title="What we found", **fields,
        )  # fmt: skip
        self.outputs = {name: self._output(name, level) for name, level in LEVELS.items()}
        self.answer = make_output(
            "answer public", self.event, self.second, what=What.ANSWER, question=self.question.translation_key
        )

    def _output(self, name, level):
        return self._named(make_output(f"finding {name}", self.event, self.first, listed_to=level), level)

    def _named(self, page, level):
        decide(page, listed_to=level)
        if level == Level.NAMED:
            page.identity.named_organisations.add(self.named)
        return page

    def with_others(self):
        """The same with holdings, needs, ideas and actions."""
        presented = LinkKind.objects.get(key="presented_at")
        for name in ("public", "members"):
            for model, word in ((DataHoldingPage, "holding"), (DataNeedPage, "need")):
                link = RecordLink(kind=presented, target_id=self.event.key)
                make_record(model, title=f"{word} {name}", links=[link], listed_to=LEVELS[name])
            make_idea(f"idea {name}", born_event=self.event.identity, listed_to=LEVELS[name])
        self.action = self.make_action("action members", by=self.facilitator)
        return self

    def make_action(self, title, *, by):
        """An action on the list of the event, of the named organisation."""
        return make_action(title, by=by, organisation=self.named, origin=Origin(event=self.event.identity))

    @cached_property
    def facilitator(self):
        return member_of(self.host, focal_point=True)

    @cached_property
    def member(self):
        return member_of(OrganisationFactory())

    @cached_property
    def of_named(self):
        return member_of(self.named)


def asked(path, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path)


def words_of(response):
    """What an answer says, in whatever form."""
    kind = response["Content-Type"]
    if kind == "application/pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages).split())
    if "wordprocessing" in kind:
        document = Document(BytesIO(response.content))
        parts = [*document.paragraphs, *(p for t in document.tables for c in t._cells for p in c.paragraphs)]
        return " ".join(part.text for part in parts)
    return response.text.partition("<main")[2]
