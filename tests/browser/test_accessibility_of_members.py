"""WCAG 2.2 AA and room on the pages of members and editors, in each language: all of them with something on them."""

import pytest

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.community.discussing import answer, ask, close
from portal.community.enums import Complaint
from portal.community.feeds import open_feed
from portal.community.following import follow
from portal.community.moderating import report
from portal.directory.models import Organisation
from portal.records import submissions
from portal.users.models import User
from practices.agreements.models import AgreementPage
from practices.requests import services
from practices.requests.enums import Subject, Way
from practices.requests.links import answer_path, confirm_path
from tests.browser.left_as_found import left_as_found
from tests.browser.looks import look_at
from tests.browser.pages import LANGUAGES
from tests.factories.community import kept_search
from tests.factories.people import member_of
from tests.factories.records import decide, make_record
from tests.factories.requests import wording

pytestmark = pytest.mark.browser
LONG = "Two lists of places, kept for years by two ministries that did not know of each other, become one list"
OF_BOTH = {
    "my work": "/my/",
    "our data": "/my/our-data/?organisation={organisation}",
    "follows": "/my/follows/",
    "keeping a search": "/my/follows/search/?q=lists&list=search",
    "members": "/members/",
    "writing to a member": "/members/{contact}/write/",
    "discussion": "/discussions/{code}/",
    "a post": "/discussions/post/{post}/",
    "webhooks": "/my/webhooks/",
    "mails": "/my/notices/",
    "contribute": "/contribute/",
    "own account": "/my/account/",
    "organisation's people": "/my/organisation/people/?organisation={organisation}",
    "requests for data": "/requests/",
    "answering by mail": "/requests/answer/{answer}/",
    "confirming by mail": "/requests/confirm/{confirm}/",
}
OF_MEMBERS = {
    "own entry": "/my/entries/{code}/",
    "profile": "/my/profile/",
    "asking for data": "/requests/ask/{closed}/",
    "a request for data": "/requests/{request}/",
}
OF_EDITORS = {
    "what waits": "/review/",
    "reported posts": "/discussions/reported/",
    "unanswered": "/my/editing/unanswered/",
    "invitations": "/join/invitations/",
    "requests": "/join/requests/",
    "withdraw": "/r/{code}/withdraw/",
    "how far requests are": "/requests/progress/",
    "ending an agreement": "/r/{agreement}/end/",
}
PAGES = [
    *(("focal point", name) for name in OF_BOTH | OF_MEMBERS),
    *(("editor", name) for name in OF_BOTH | OF_EDITORS),
]


@pytest.fixture(scope="module")
def filled(db, sign_in):
    """The parts of addresses, after people have followed, asked, answered, reported, sent and returned something."""
    people = {role: User.objects.get(last_name=role) for role in ("focal point", "editor", "member")}
    for role in people:
        sign_in(role)
    with left_as_found():
        organisation = Organisation.objects.get(source_id="org-xxa-clearance")
        other = member_of(organisation, is_listed=True, role="Analyst", languages=["ar", "fr"])
        entry = make_record(title=LONG)
        for role in ("focal point", "editor"):
            follow(user=people[role], identity=entry.identity)
            open_feed(kept_search(people[role], "q=lists&country=xxa", name=f"{LONG}, in Exampleland"))
        RecordIdentity.objects.get(pk=entry.key).contributors.add(people["focal point"])
        question = ask(user=people["member"], identity=entry.identity, text="Who keeps the list now?")
        post = answer(user=other, question=question, text="The museum.\nNobody else.")
        report(user=people["focal point"], post=post, complaint=Complaint.values[0], note="I doubt it.")
        done = ask(user=people["focal point"], identity=entry.identity, text="Is there a form?")
        close(user=people["focal point"], question=done)
        for is_returned in (True, False):
            _send(people, is_returned)
        yield {
            "code": entry.identity.code,
            "agreement": AgreementPage.objects.get(source_id="ag-xxa-data").identity.code,
            "organisation": organisation.code,
            "contact": other.member.contact_key,
            "post": post.key,
            **_requests(people, organisation),
        }


def _requests(people, organisation):
    """Somebody asks for entries of an organisation: one waits for its answer, one for a click, one for a second person.
    Of the asking one there is a closed entry, too."""
    asking = people["member"].member.memberships.get().organisation
    first, second, third = (_ask(people["member"], asking, **parties) for parties in (
        {"owner": organisation}, {"owner": organisation}, {"custodian": organisation},
    ))  # fmt: skip
    services.approve(request=second, by=people["focal point"], way=Way.MAIL, conditions=LONG)
    services.approve(request=third, by=people["focal point"])
    return {
        "request": first.code,
        "answer": answer_path(first, people["focal point"]).split("/")[-2],
        "confirm": confirm_path(second.approval).split("/")[-2],
        "closed": _closed(owner=asking).identity.code,
    }


def _ask(person, asking, **parties):
    about = _closed(**parties).identity
    return services.ask(by=person, subject=Subject.DETAILS, about=about, asked_for=asking, **wording(decision=LONG))


def _closed(**parties):
    page = make_record(title=LONG)
    decide(page, listed_to=Level.MEMBERS, details_to=Level.OWNER, **parties)
    return CaseStudyPage.objects.get(pk=page.pk)


def _send(people, is_returned):
    page = make_record(title=f"{LONG} {is_returned}", listed_to=Level.MEMBERS, publish=False)
    page = CaseStudyPage.objects.get(pk=page.pk)
    RecordIdentity.objects.get(pk=page.key).contributors.add(people["focal point"])
    submissions.save_draft(page=page, by=people["focal point"])
    submissions.submit_for_review(page=page, by=people["focal point"])
    if is_returned:
        submissions.return_with_message(page=page, by=people["editor"], message="Please say when.\nAnd where.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("role", "name"), PAGES, ids=lambda each: each)
def test_nothing_stands_in_anyones_way_and_everything_has_room(open_page, sign_in, filled, role, name, language):
    path = (OF_BOTH | OF_MEMBERS | OF_EDITORS)[name].format(**filled)
    opened = open_page(path=path, language=language, state=sign_in(role))
    assert opened.response.status == 200
    look_at(opened, language)
    assert opened.complaints == []
