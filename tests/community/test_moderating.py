"""Reports and what editors decide: whose words are seen in which state, whatever happens in whichever order."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.access.enums import Level
from portal.community.discussing import ask, take_back
from portal.community.enums import HARMFUL, Complaint, PostState, Verdict
from portal.community.models import Post, Report
from portal.community.moderating import report, reported, reported_to, rule
from portal.community.reading import discussion_of, shown_post
from portal.desk.community.my_lines import reported_posts
from portal.notifications.models import Notice
from portal.notifications.sending import send_due
from tests.factories.people import MemberFactory, OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    return make_record(title="Sharing minefields")


@pytest.fixture
def author():
    return member_of(OrganisationFactory())


@pytest.fixture
def reader():
    return member_of(OrganisationFactory())


@pytest.fixture
def post(entry, author):
    return ask(user=author, identity=entry.identity, text="Zebra words?").posts.get()


def state_of(post):
    post.refresh_from_db()
    return post.state


@pytest.mark.parametrize("complaint", Complaint)
def test_what_could_harm_is_covered_until_an_editor_decides(entry, post, author, reader, complaint):
    report(user=reader, post=post, complaint=complaint)

    is_covered = complaint in HARMFUL
    assert state_of(post) == (PostState.COVERED if is_covered else PostState.SHOWN)
    texts = {user: shown_post(post, user).text for user in (reader, author)}
    assert set(texts.values()) == {"" if is_covered else "Zebra words?"}
    assert shown_post(post, editor()).text == "Zebra words?"
    assert list(reported()) == [post]


def test_who_decides_reads_who_wrote_it_and_nobody_else_does(client, post, author, reader):
    author.first_name, author.last_name = "Secret", "Name"
    author.save()
    report(user=reader, post=post, complaint=Complaint.INSULT)
    pages = ("/discussions/reported/", f"/discussions/post/{post.key}/", f"/discussions/{post.question.identity.code}/")
    named = {}
    for who, user in (("editor", editor()), ("reader", reader)):
        client.force_login(user)
        named[who] = ["Secret Name" in client.get(page).text for page in pages]

    assert named == {"editor": [True, True, False], "reader": [False, False, False]}


def test_an_editor_hides_it_with_a_reason_that_its_author_reads(entry, post, author, reader):
    report(user=reader, post=post, complaint=Complaint.INSULT)
    with pytest.raises(ValidationError):
        rule(by=editor(), post=post, verdict=Verdict.HIDE, reason=" ")

    rule(by=editor(), post=post, verdict=Verdict.HIDE, reason="It insults somebody")

    assert list(reported()) == []
    shown = {user: discussion_of(entry.identity, user)[0].posts[0] for user in (reader, author)}
    assert (shown[reader].text, shown[reader].reason) == ("", "")
    assert (shown[author].text, shown[author].reason) == ("", "It insults somebody")
    assert (author.pk, "post_hidden") in Notice.objects.values_list("user", "kind")


def test_what_an_editor_let_stand_is_not_covered_again(post, reader):
    report(user=reader, post=post, complaint=Complaint.PERSONAL_DATA)
    rule(by=editor(), post=post, verdict=Verdict.SHOW, reason="It is a role")

    report(user=member_of(OrganisationFactory()), post=post, complaint=Complaint.PERSONAL_DATA)

    assert state_of(post) == PostState.SHOWN
    assert list(reported()) == [post]


def test_what_is_not_published_any_more_waits_unseen(entry, post, reader):
    report(user=reader, post=post, complaint=Complaint.OTHER)
    one = editor()
    assert [(each, end.code) for each, end in reported_to(one)] == [(post, entry.identity.code)]

    entry.unpublish()

    assert (reported_to(one), list(reported())) == ([], [post])


def test_one_person_reports_once(post, reader):
    for _ in range(3):
        report(user=reader, post=post, complaint=Complaint.OTHER)

    assert Report.objects.count() == 1


def test_what_is_graver_is_not_lost_behind_an_earlier_complaint(post, reader):
    report(user=reader, post=post, complaint=Complaint.OFF_TOPIC)
    assert state_of(post) == PostState.SHOWN

    report(user=reader, post=post, complaint=Complaint.EXACT_LOCATION, note="The second word")
    assert state_of(post) == PostState.COVERED

    report(user=reader, post=post, complaint=Complaint.INSULT)
    waiting = set(Report.objects.filter(ruling=None).values_list("complaint", "note"))
    assert waiting == {("off_topic", ""), ("exact_location", "The second word"), ("insult", "")}


def test_what_is_reported_again_after_a_decision_waits_again(post, reader):
    report(user=reader, post=post, complaint=Complaint.OTHER)
    rule(by=editor(), post=post, verdict=Verdict.SHOW, reason="It is not odd")
    assert list(reported()) == []

    report(user=reader, post=post, complaint=Complaint.OTHER, note="Look at the end")

    assert list(reported()) == [post]
    assert Report.objects.values_list("note", "ruling").get() == ("Look at the end", None)


def test_only_readers_report_and_only_editors_decide(entry, post, reader):
    for user in (reader, post.author):
        with pytest.raises(PermissionDenied):
            rule(by=user, post=post, verdict=Verdict.HIDE, reason="No")
    decide(entry, listed_to=Level.OWNER)
    post = Post.objects.get()
    with pytest.raises(PermissionDenied):
        report(user=reader, post=post, complaint=Complaint.OTHER)


def test_pages_report_and_decide_by_one_click(client, entry, post, reader):
    client.force_login(reader)
    url = f"/discussions/post/{post.key}/"
    assert client.get("/discussions/reported/").status_code == 404
    assert client.post(url, {"action": "report"}).status_code == 400
    assert client.post(url, {"action": "hide", "reason": "No"}).status_code == 404
    client.post(url, {"action": "report", "complaint": "exact_location", "note": "The second word"})
    assert "Zebra" not in client.get(f"/discussions/{entry.identity.code}/").text

    client.force_login(editor())
    queue = client.get("/discussions/reported/").text
    assert "Zebra words?" in queue
    assert "The second word" in queue
    assert 'value="It names an exact place"' in queue
    answer = client.post(url, {"action": "hide", "reason": "It names an exact place", "from": "reported"})
    assert answer.url == "/discussions/reported/"
    assert "Nothing waits." in client.get(answer.url).text
    assert state_of(post) == PostState.HIDDEN


def test_nobody_decides_about_their_own_words(client, entry, reader):
    author = editor()
    post = ask(user=author, identity=entry.identity, text="Zebra words?").posts.get()
    report(user=reader, post=post, complaint=Complaint.INSULT)
    with pytest.raises(PermissionDenied):
        rule(by=author, post=post, verdict=Verdict.SHOW, reason="I meant it well")

    client.force_login(author)
    url = f"/discussions/post/{post.key}/"
    assert client.post(url, {"action": "show", "reason": "I meant it well"}).status_code == 404
    assert 'value="show"' not in client.get(url).text + client.get("/discussions/reported/").text
    assert "there is no other" in client.get("/discussions/reported/").text
    assert reported_posts(author) == []

    other = editor()
    assert "another editor decides" in client.get("/discussions/reported/").text
    client.force_login(other)
    assert 'value="show"' in client.get("/discussions/reported/").text
    assert [line.code for line in reported_posts(other)] == [entry.identity.code]


def test_editors_are_told_of_a_report_once_until_they_have_decided(entry, reader, mailoutbox):
    one, author = editor(), editor()
    post = ask(user=author, identity=entry.identity, text="Zebra words?").posts.get()
    for complaint in (Complaint.OTHER, Complaint.INSULT, Complaint.EXACT_LOCATION):
        report(user=reader, post=post, complaint=complaint)
    told = Notice.objects.filter(kind="post_reported")
    assert [notice.user for notice in told] == [one]

    send_due()
    (mail,) = [each for each in mailoutbox if each.to == [one.email]]
    assert "/discussions/reported/" in mail.body
    assert "Zebra" not in mail.subject + mail.body

    rule(by=one, post=post, verdict=Verdict.SHOW, reason="It is a role")
    report(user=reader, post=post, complaint=Complaint.OTHER)
    assert told.all().count() == 2


def test_who_is_no_editor_any_more_gets_no_mail_of_it(post, reader, mailoutbox):
    one = editor()
    MemberFactory(user=one)
    report(user=reader, post=post, complaint=Complaint.OTHER)
    one.groups.clear()

    send_due()

    assert [mail.to for mail in mailoutbox if one.email in mail.to] == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("report"), st.sampled_from(Complaint)),
        st.tuples(st.just("rule"), st.sampled_from(Verdict)),
        st.tuples(st.just("take back"), st.none()),
    ),
    max_size=6,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_words_are_seen_as_the_last_word_says(entry, author, steps):
    post = ask(user=author, identity=entry.identity, text="Zebra words?").posts.get()
    one, last_ruling, taken_back = editor(), None, False
    for step, value in steps:
        before = state_of(post)
        if step == "report":
            report(user=member_of(), post=post, complaint=value)
            assert state_of(post) in (before, PostState.COVERED)
        elif step == "rule":
            rule(by=one, post=post, verdict=value, reason="Because")
            last_ruling = value
            assert list(reported().filter(pk=post.pk)) == []
        else:
            take_back(user=author, post=post)
            taken_back = taken_back or before in (PostState.SHOWN, PostState.COVERED)
    state = state_of(post)
    assert (state == PostState.TAKEN_BACK) == taken_back
    if not taken_back and last_ruling is not None:
        assert state == {Verdict.HIDE: PostState.HIDDEN, Verdict.SHOW: PostState.SHOWN}[last_ruling]
    assert bool(shown_post(Post.objects.get(pk=post.pk), member_of()).text) == (state == PostState.SHOWN)
    assert post.reports.filter(ruling=None).exists() == reported().filter(pk=post.pk).exists()
