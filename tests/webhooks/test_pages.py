"""The pages of one's own webhooks."""

import pytest
from django.utils import translation

from portal.access.enums import Level
from portal.core.form_keys import new_token
from portal.webhooks.enums import OF_RECORDS
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.sending import send_due
from portal.webhooks.signing import secret_of
from tests.factories.people import MemberFactory, OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
LIST = "/my/webhooks/"


@pytest.fixture
def signed_in(client, user):
    client.force_login(user)
    return user


def filled(user, url, **fields):
    return {"url": url, "types": [what.value for what in OF_RECORDS], "key": new_token(user, "webhook"), **fields}


def path_of(hook):
    return f"{LIST}{hook.key}/"


def test_one_is_added_and_tested(client, signed_in, receiver):
    said = filled(signed_in, f" {receiver.address} ", types=["record.withdrawn"], kinds=["case_study"])
    answer = client.post(LIST, said)
    hook = Webhook.objects.get()

    assert (answer.status_code, answer.url) == (302, path_of(hook))
    assert (hook.user, hook.url, hook.types, hook.kinds) == (
        signed_in, receiver.address, ["record.withdrawn"], ["case_study"],
    )  # fmt: skip
    page = client.get(path_of(hook)).text
    assert secret_of(hook) in page
    assert "Case studies" in page

    client.post(path_of(hook), {"action": "test"})
    send_due()
    page = client.get(path_of(hook)).text
    assert [each["type"] for each in receiver.taken] == ["portal.test"]
    assert "Arrived" in page
    assert "HTTP" in page


@pytest.mark.parametrize(
    "url", ["", "ftp://example.org/", "http://10.0.0.1/", "http://localhost/", "https://a:b@example.org/", "no address"]
)
def test_an_address_that_may_not_be_called_is_refused_and_what_was_typed_stays(client, signed_in, settings, url):
    settings.OUTSIDE_ALLOW_PRIVATE = False
    answer = client.post(LIST, filled(signed_in, url, kinds=["need"]))

    assert answer.status_code == 400
    assert not Webhook.objects.exists()
    form = answer.context["form"]
    assert list(form.errors) == ["url"]
    assert (form["url"].value(), form["kinds"].value()) == (url, ["need"])


@pytest.mark.parametrize("fields", [{"types": []}, {"types": ["record.read"]}, {"kinds": ["secret"]}])
def test_what_does_not_exist_is_refused(client, signed_in, receiver, fields):
    assert client.post(LIST, filled(signed_in, receiver.address, **fields)).status_code == 400


def test_five_are_enough(client, signed_in, add, receiver):
    for _number in range(5):
        add()
    answer = client.post(LIST, filled(signed_in, receiver.address))

    assert (answer.status_code, Webhook.objects.count()) == (400, 5)
    assert "5 webhooks" in answer.text
    assert 'name="url"' not in client.get(LIST).text


def test_buttons(client, signed_in, add):
    hook = add()
    secret = secret_of(hook)
    said = {action: client.post(path_of(hook), {"action": action}).status_code for action in ("pause", "renew")}
    hook.refresh_from_db()
    assert (said, hook.pause_cause, secret_of(hook) == secret) == ({"pause": 302, "renew": 302}, "by_hand", False)
    assert "You paused it." in client.get(path_of(hook)).text

    client.post(path_of(hook), {"action": "resume"})
    hook.refresh_from_db()
    assert hook.paused_at is None
    assert client.post(path_of(hook), {"action": "other"}).status_code == 404

    assert client.post(path_of(hook), {"action": "end"}).url == LIST
    assert not Webhook.objects.exists()


def test_one_that_is_gone_does_not_go_on(client, signed_in, add, receiver):
    hook = add()
    make_record()
    receiver.answer = (410, {}, b"")
    send_due()
    client.post(path_of(hook), {"action": "resume"}, follow=True)
    hook.refresh_from_db()

    assert hook.pause_cause == "gone"
    assert "410" in client.get(path_of(hook)).text


def test_of_others_there_is_nothing(client, add):
    hook = add()
    client.force_login(member_of(OrganisationFactory()))
    absent = client.get(f"{LIST}00000000-0000-4000-8000-000000000000/")

    assert absent.status_code == 404
    for answer in (client.get(path_of(hook)), client.post(path_of(hook), {"action": "end"})):
        assert (answer.status_code, answer.content) == (404, absent.content)
    assert Webhook.objects.exists()
    assert hook.url not in client.get(LIST).text


def test_visitors_sign_in_and_who_is_no_member_finds_nothing(client):
    assert client.get(LIST).url.startswith("/accounts/login/")
    client.force_login(MemberFactory(is_active=False).user)
    assert client.get(LIST).status_code == 404


def test_the_log_names_no_entry_that_one_may_not_know_of_any_more(client, signed_in, add):
    hook, page = add(), make_record()
    send_due()
    code = page.identity.code
    assert code in client.get(path_of(hook)).text

    decide(page, listed_to=Level.OWNER)
    send_due()
    assert code not in client.get(path_of(hook)).text


def test_what_a_receiver_answers_is_no_markup(client, signed_in, add, receiver):
    hook = add()
    make_record()
    receiver.answer = (500, {}, b"<script>alert(1)</script>")
    send_due()

    assert "<script>alert" not in client.get(path_of(hook)).text


def test_long_logs_take_as_many_queries_as_short_ones(client, signed_in, add, django_assert_max_num_queries):
    hook = add()
    make_record()
    with django_assert_max_num_queries(15) as short:
        client.get(path_of(hook))
    ended = {"state": "sent", "next_try_at": None, "ended_at": hook.created_at}
    for number in range(60):
        Delivery.objects.create(hook=hook, what="record.changed", code=f"X-{number}", **ended)

    with django_assert_max_num_queries(len(short)):
        answer = client.get(path_of(hook))
    assert len(answer.context["log"]) == 50


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_other_languages(client, signed_in, add, language):
    hook = add()
    with translation.override(language):
        for path in (f"/{language}{LIST}", f"/{language}{path_of(hook)}"):
            assert client.get(path).status_code == 200


def test_it_is_linked_from_my_work(client, signed_in):
    assert f'href="{LIST}"' in client.get("/my/").text
