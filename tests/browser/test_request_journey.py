"""From "Ask to read all of it" to the mail of who decides and back to the answer, with and without JavaScript, in two
languages. Who decides never signs in: they answer and confirm by the links of their mails."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from portal.access.enums import Level
from portal.directory.models import Organisation
from portal.taxonomy.models import DecisionPurpose
from portal.users.models import User
from practices.holdings.models import DataHoldingPage
from practices.requests.models import DataRequest
from tests.browser.left_as_found import left_as_found
from tests.browser.test_members_journey import WAY, Journey, link_in, press
from tests.factories.needs import countries, kinds
from tests.factories.people import UserFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.browser
DECIDES = "never.signed.in@example.org"
TITLE = "Quernstones of the northern valley"
CLOSED = "Counted by hand, twice."
READERS = "Two of the office of mills."
SENT_UNFINISHED = "Failed to load resource: the server responded with a status of 400 (Bad Request)"
"""What the browser says of the form that was sent with something missing."""
CONDITION = "Show no single mill.\nThank you."


@pytest.fixture(
    params=[(language, has_script) for language in WAY for has_script in (True, False)],
    ids=lambda each: f"{each[0]} {'with' if each[1] else 'without'} JavaScript",
)
def journey(request, open_page, sign_in):
    """A holding whose card is for members and whose details for its owner; both sides read mails in one language."""
    language, _has_script = request.param
    sign_in("member")
    asker = User.objects.get(last_name="member")
    kept = asker.member.languages
    with left_as_found():
        owner = Organisation.objects.get(source_id="org-xxa-coordination")
        member_of(owner, focal_point=True, user=UserFactory(email=DECIDES), languages=[language])
        asker.member.languages = [language]
        asker.member.save()
        fields = {"data_kinds": kinds("schools"), "countries": countries("xxa"), "known_quality": CLOSED}
        page = make_record(DataHoldingPage, title=TITLE, **fields)
        decide(page, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=owner, custodian=owner)
        made = Journey(open_page, sign_in, *request.param)
        made.holding, made.asker = page, asker
        mail.outbox.clear()
        yield made
        asker.member.languages = kept
        asker.member.save()


def test_from_the_question_by_mail_alone_to_the_open_entry(journey):
    asking = journey.window("/holdings/", "member")
    code = ask(journey, asking)
    confirm_path = approve(journey, code)
    assert CLOSED not in read_the_entry(journey, asking)
    confirm(journey, confirm_path, code)
    read_the_answer(journey, asking, code)
    assert CLOSED in read_the_entry(journey, asking)
    assert [opened.complaints for opened in journey.opened] == [[SENT_UNFINISHED], [], []]


def ask(journey, asking):
    """From the page of the holding; what is wrong stands there, and nothing typed is lost."""
    page = asking.page
    assert CLOSED not in read_the_entry(journey, asking)
    press(asking, f"main .button[href$='/requests/ask/{journey.holding.identity.code}/?subject=details']")
    page.select_option("[name=purpose]", str(DecisionPurpose.objects.get(key="training").pk))
    page.fill("[name=readers]", READERS)
    page.fill("[name=until]", f"{timezone.localdate() + timedelta(days=60)}")
    press(asking, "main form button")
    assert page.locator(".error-summary").count() == 1
    assert page.input_value("[name=readers]") == READERS
    page.check("[name=acknowledged]")
    press(asking, "main form button")

    request = DataRequest.objects.get(asked_by=journey.asker, readers=READERS)
    assert page.url.endswith(journey.path(f"/requests/{request.code}/"))
    assert READERS in page.inner_text("main")
    return request.code


def approve(journey, code):
    """Who decides reads the request in the mail, and answers behind its link; a second mail asks for one more click."""
    (asked,) = journey.mails_to(DECIDES)
    assert code in asked.subject
    assert READERS in asked.body
    path = link_in(asked, "/requests/answer/")
    assert path.startswith(journey.path("/requests/"))
    deciding = journey.window(path.removeprefix(WAY[journey.language]))
    deciding.page.fill("[name=decide-note]", CONDITION)
    press(deciding, "main button[value=approve]")
    assert deciding.page.locator("main button").count() == 0
    assert journey.mails_to(journey.asker.email) == []

    (again,) = journey.mails_to(DECIDES)
    assert code in again.subject
    return link_in(again, "/requests/confirm/")


def confirm(journey, path, code):
    """Behind the link stands no more than in its mail: which request, and no word of it."""
    deciding = journey.window(path.removeprefix(WAY[journey.language]))
    text = deciding.page.inner_text("main")
    assert (code in text, CONDITION.splitlines()[0] in text, READERS in text) == (True, False, False)
    press(deciding, "main form button")
    assert deciding.page.locator("main button").count() == 0
    assert deciding.page.locator("main [role=status]").count() == 1


def read_the_answer(journey, asking, code):
    """The mail says no word of the condition; it stands on the page of the request."""
    answer = journey.mails_to(journey.asker.email)[-1]
    assert code in answer.subject
    assert "single mill" not in answer.body
    asking.go(link_in(answer, f"/requests/{code}/"))
    assert asking.page.url.endswith(journey.path(f"/requests/{code}/"))
    assert "Show no single mill." in asking.page.inner_text("main .steps")


def read_the_entry(journey, asking):
    asking.go(journey.path(f"/holdings/{journey.holding.slug}/"))
    assert asking.page.inner_text("h1") == TITLE
    return asking.page.inner_text("main")
