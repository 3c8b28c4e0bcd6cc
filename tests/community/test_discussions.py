"""Discussions: who sees and writes what at each level, names by consent, the linter, closing, and who hears."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.access.enums import Level
from portal.community.discussing import answer, ask, close, reopen, take_back
from portal.community.following import follow
from portal.community.models import Post, Question
from portal.community.reading import discussion_of
from portal.community.rights import may_discuss
from portal.directory.erasing import erase_account
from portal.notifications.models import Notice
from portal.notifications.sending import send_due
from tests.factories.access import GrantFactory
from tests.factories.people import MemberFactory, OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
EVERYBODY = {"other", "named", "staff", "grantee", "focal", "editor"}
READERS = {
    (Level.PUBLIC, Level.PUBLIC): EVERYBODY,
    (Level.MEMBERS, Level.MEMBERS): EVERYBODY,
    (Level.PUBLIC, Level.NAMED): EVERYBODY - {"other"},
    (Level.NAMED, Level.NAMED): EVERYBODY - {"other", "grantee"},
    (Level.MEMBERS, Level.OWNER): {"grantee", "focal", "editor"},
    (Level.OWNER, Level.OWNER): {"focal", "editor"},
}
"""By levels of card and details, who of the people sees the discussion; visitors and former members never."""


@pytest.fixture
def entry():
    page = make_record(title="Sharing minefields")
    page.ours, page.theirs = OrganisationFactory(), OrganisationFactory()
    decide(page, listed_to=Level.PUBLIC, owner=page.ours)
    page.identity.named_organisations.set([page.theirs])
    return page


@pytest.fixture
def people(entry):
    grantee = member_of(OrganisationFactory())
    GrantFactory(identity=entry.identity, user=grantee, given_by=UserFactory())
    return {
        "visitor": None,
        "account": UserFactory(),
        "former": MemberFactory(is_active=False).user,
        "other": member_of(OrganisationFactory()),
        "named": member_of(entry.theirs),
        "staff": member_of(entry.ours),
        "grantee": grantee,
        "focal": member_of(entry.ours, focal_point=True),
        "editor": editor(),
    }


def told():
    return set(Notice.objects.values_list("kind", "user"))


@pytest.mark.parametrize("levels", READERS, ids=lambda pair: "-".join(pair))
def test_who_reads_the_details_sees_the_discussion(client, entry, people, levels):
    ask(user=people["editor"], identity=entry.identity, text="Zebra words?")
    decide(entry, listed_to=levels[0], details_to=levels[1], owner=entry.ours)
    seen = set()
    for who, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
        answer_ = client.get(f"/discussions/{entry.identity.code}/")
        if "Zebra" in answer_.text:
            seen.add(who)

    assert seen == READERS[levels]
    assert {who for who, user in people.items() if user and may_discuss(user, entry.identity)} == seen


def test_whoever_does_not_see_it_cannot_write_in_it(entry, people):
    ask(user=people["other"], identity=entry.identity, text="Which year?")
    decide(entry, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=entry.ours)
    question = Question.objects.get()
    for act in (
        lambda: ask(user=people["other"], identity=entry.identity, text="Again?"),
        lambda: answer(user=people["other"], question=question, text="2019"),
        lambda: close(user=people["other"], question=question),
        lambda: take_back(user=people["other"], post=question.posts.get()),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert Post.objects.count() == 1


def test_a_hidden_entrys_discussion_answers_as_an_absent_one(client, entry, people):
    ask(user=people["editor"], identity=entry.identity, text="Zebra words?")
    decide(entry, listed_to=Level.OWNER, owner=entry.ours)
    client.force_login(people["other"])
    post = Post.objects.get()
    pairs = [
        (f"/discussions/{entry.identity.code}/", "/discussions/CS-ZZZZ/"),
        (f"/discussions/post/{post.key}/", f"/discussions/post/{post.question_id}/"),
    ]
    for hidden, absent in pairs:
        for ask_for in (client.get, client.post):
            answers = [ask_for(path) for path in (hidden, absent)]
            assert {each.status_code for each in answers} == {404}
            assert answers[0].content == answers[1].content
            assert answers[0].headers == answers[1].headers


def test_a_withdrawn_or_unpublished_entry_has_no_discussion(entry, people):
    assert not may_discuss(people["other"], make_record(publish=False).identity)
    entry.unpublish()
    assert not may_discuss(people["editor"], entry.identity)


@pytest.mark.parametrize(
    "text",
    ["Is it at 34.5553, 69.2075?", "Call +93 700 123 456 89 12", "", "   ", "x" * 4001],
)
def test_what_must_not_stand_there_is_refused(entry, people, text):
    if text.startswith("Call"):
        # Members may read a telephone number, in an entry as here.
        ask(user=people["other"], identity=entry.identity, text=text)
        return
    with pytest.raises(ValidationError):
        ask(user=people["other"], identity=entry.identity, text=text)
    assert not Question.objects.exists()


def test_exact_places_are_refused_also_where_few_read_them(entry, people):
    decide(entry, listed_to=Level.OWNER, owner=entry.ours)

    with pytest.raises(ValidationError):
        ask(user=people["focal"], identity=entry.identity, text="Is it at 34.5553, 69.2075?")


def test_what_was_typed_stays_when_it_is_refused(client, entry, people):
    client.force_login(people["other"])
    url = f"/discussions/{entry.identity.code}/"

    refused = client.post(url, {"action": "ask", "ask-text": "Is it at 34.5553, 69.2075?"})
    assert refused.status_code == 400
    assert "Is it at 34.5553, 69.2075?" in refused.text
    assert "Take it out" in refused.text

    assert client.post(url, {"action": "ask", "ask-text": "Which year?"}).url == url
    question = Question.objects.get()
    refused = client.post(url, {"action": f"answer:{question.key}", f"{question.key}-text": "34.5553, 69.2075"})
    assert refused.status_code == 400
    client.post(url, {"action": f"answer:{question.key}", f"{question.key}-text": "2019"})
    assert [post.text for post in question.posts.all()] == ["Which year?", "2019"]
    client.post(url, {"action": f"close:{question.key}"})
    assert not Question.objects.get().is_open
    assert client.post(url, {"action": "close:none"}).status_code == 404
    assert client.post(url, {"action": "nothing"}).status_code == 404


@pytest.mark.parametrize(("text", "said"), [("Which\0year?", "Null"), (" ", "Write your question or answer first.")])
def test_what_no_database_takes_is_said_beside_the_form(client, entry, people, text, said):
    question = ask(user=people["staff"], identity=entry.identity, text="Which year?")
    client.force_login(people["other"])
    for action, prefix in (("ask", "ask"), (f"answer:{question.key}", question.key)):
        refused = client.post(f"/discussions/{entry.identity.code}/", {"action": action, f"{prefix}-text": text})
        assert refused.status_code == 400
        assert said in refused.text
    assert Post.objects.count() == 1


def test_names_are_shown_by_consent_else_role_and_organisation(entry, people):
    listed = member_of(entry.ours, is_listed=True, role="analyst")
    listed.first_name, listed.last_name = "Amina", "Diallo"
    listed.save()
    shy = member_of(entry.theirs, role="officer")
    shy.first_name, shy.last_name = "Secret", "Name"
    shy.save()
    hidden = OrganisationFactory()
    lone = member_of(hidden)
    for organisation in (entry.ours, entry.theirs):
        decide(organisation, listed_to=Level.PUBLIC)
    decide(hidden, listed_to=Level.OWNER)
    for user in (listed, shy, lone):
        ask(user=user, identity=entry.identity, text="Which year?")

    names = {post.author for question in discussion_of(entry.identity, people["other"]) for post in question.posts}

    assert names == {
        f"Amina Diallo, {entry.ours.name}", f"officer, {entry.theirs.name}", "A member of the community",
    }  # fmt: skip


def test_who_was_forgotten_leaves_words_and_organisation(entry, people):
    author = member_of(entry.theirs, is_listed=True, role="officer")
    author.first_name, author.last_name = "Amina", "Diallo"
    author.save()
    decide(entry.theirs, listed_to=Level.PUBLIC)
    ask(user=author, identity=entry.identity, text="Which year?")
    follow(user=author, identity=entry.identity)

    erase_account(user=author, by=author)

    (question,) = discussion_of(entry.identity, people["other"])
    assert (question.posts[0].author, question.posts[0].text) == (entry.theirs.name, "Which year?")
    assert not author.follows.exists()


def test_who_asked_the_focal_points_and_editors_close_it(entry, people):
    for who in ("asker", "focal", "editor"):
        asker = people["other"]
        question = ask(user=asker, identity=entry.identity, text=f"Which year, {who}?")
        closer = asker if who == "asker" else people[who]
        close(user=closer, question=question)
        with pytest.raises(ValidationError):
            answer(user=people["staff"], question=question, text="2019")
        reopen(user=closer, question=question)
        answer(user=people["staff"], question=question, text="2019")
    for who in ("staff", "named"):
        with pytest.raises(PermissionDenied):
            close(user=people[who], question=question)


def test_only_its_author_takes_a_post_back(entry, people):
    question = ask(user=people["other"], identity=entry.identity, text="Which year?")
    post = question.posts.get()
    with pytest.raises(PermissionDenied):
        take_back(user=people["focal"], post=post)

    take_back(user=people["other"], post=post)

    (shown,) = discussion_of(entry.identity, people["staff"])
    assert (shown.posts[0].text, shown.posts[0].state_label) == ("", "Taken back by who wrote it")


def test_a_question_is_told_to_who_answers_for_the_entry_and_to_followers(entry, people):
    writer = member_of(entry.ours)
    entry.identity.contributors.set([writer, people["named"]])
    for who in ("staff", "focal", "other"):
        follow(user=people[who], identity=entry.identity)

    ask(user=people["other"], identity=entry.identity, text="Which year?")

    assert told() == {
        ("question_asked", people["focal"].pk), ("question_asked", writer.pk),
        ("discussion_post", people["staff"].pk),
    }  # fmt: skip


def test_an_answer_is_told_to_who_asked_once_and_to_followers(entry, people):
    question = ask(user=people["other"], identity=entry.identity, text="Which year?")
    Notice.objects.all().delete()
    for who in ("other", "staff", "named"):
        follow(user=people[who], identity=entry.identity)

    answer(user=people["staff"], question=question, text="2019")

    assert told() == {("question_answered", people["other"].pk), ("discussion_post", people["named"].pk)}


def test_mails_hold_no_words_and_ask_again(entry, people, mailoutbox):
    ask(user=people["other"], identity=entry.identity, text="Zebra words?")
    follow(user=people["staff"], identity=entry.identity)
    decide(entry, listed_to=Level.OWNER, owner=entry.ours)
    ask(user=people["editor"], identity=entry.identity, text="Giraffe words?")
    Notice.objects.update(state="due")

    send_due()

    texts = [mail.subject + mail.body + str(mail.alternatives) for mail in mailoutbox]
    assert {mail.to[0] for mail in mailoutbox} == {people["focal"].email}
    assert len(texts) == 2
    assert not [text for text in texts if "Zebra" in text or "Giraffe" in text]
    assert all(f"/discussions/{entry.identity.code}/" in text for text in texts)


def test_a_record_page_leads_to_it_for_its_readers_alone(client, entry, people):
    decide(entry, listed_to=Level.PUBLIC, details_to=Level.NAMED, owner=entry.ours)
    led = set()
    for who, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
        if "/discussions/" in client.get(entry.url).text:
            led.add(who)

    assert led == READERS[Level.PUBLIC, Level.NAMED]


@pytest.mark.parametrize("number", [1, 4])
def test_any_number_of_questions_takes_the_same_queries(entry, people, django_assert_num_queries, number):
    for each in range(number):
        question = ask(user=people["named"], identity=entry.identity, text=f"Which year, question {each}?")
        answer(user=people["staff"], question=question, text="2019")
    user, identity = people["other"], entry.identity
    may_discuss(user, identity)

    with django_assert_num_queries(8):
        assert len(discussion_of(identity, user)) == number
