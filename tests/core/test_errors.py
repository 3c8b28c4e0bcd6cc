"""Error pages: three languages, the same bytes for every reason, no database."""

import re

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError, connection
from django.http import Http404, HttpResponse, JsonResponse
from django.test import Client
from django.urls import include, path

from portal.core import errors
from portal.urls import handler400, handler403, handler404, handler429, handler500  # noqa: F401
from portal.urls import urlpatterns as portal_urls
from tests.factories.people import UserFactory

pytestmark = pytest.mark.urls(__name__)
LANGUAGES = (("", "en"), ("/fr", "fr"), ("/ar", "ar"))


def failing(error):
    def view(request):
        raise error

    return view


def absent_after_much_work(request):
    request.session["seen"] = "yes"
    bool(request.user.is_authenticated)
    response = HttpResponse("There is nothing at this very address", status=404, headers={"X-Reason": "hidden"})
    response.set_cookie("trace", "1")
    return response


VIEWS = [
    path("absent/", failing(Http404("because of this"))),
    path("absent-after-much-work/", absent_after_much_work),
    path("absent-for-programs/", lambda request: JsonResponse({"error": "absent"}, status=404)),
    path("forbidden/", failing(PermissionDenied("because of that"))),
    path("odd/", failing(SuspiciousOperation("odd"))),
    path("large/", failing(RequestDataTooBig("large"))),
    path("broken/", failing(RuntimeError("broken"))),
    path("form/", lambda request: HttpResponse("sent")),
    path("limit/", errors.too_many),
]
urlpatterns = [*VIEWS, path("fr/", include(VIEWS)), path("ar/", include(VIEWS)), *portal_urls]
EXPECTED = {"absent/": 404, "forbidden/": 403, "odd/": 400, "large/": 413, "broken/": 500, "limit/": 429}


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("prefix", "language"), LANGUAGES)
@pytest.mark.parametrize(("address", "status"), EXPECTED.items())
def test_each_error_has_a_page_in_the_language_of_the_address(visitor, prefix, language, address, status):
    response = visitor.get(f"{prefix}/{address}")

    assert response.status_code == status
    assert f'<html lang="{language}"' in response.text
    assert re.search(r"<h1>.+</h1>", response.text)


@pytest.mark.parametrize(("prefix", "language"), LANGUAGES)
def test_a_form_without_token_is_refused_in_words(prefix, language):
    response = Client(enforce_csrf_checks=True).post(f"{prefix}/form/")

    assert response.status_code == 403
    assert f'<html lang="{language}"' in response.text


def bytes_of(response):
    """Everything of an answer that goes over the wire."""
    return response.status_code, dict(response.headers), response.content, response.cookies.output()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
def test_all_reasons_of_absence_answer_alike(visitor, method):
    ask = getattr(visitor, method)
    answers = [bytes_of(ask(address)) for address in ("/absent/", "/absent-after-much-work/", "/no.such.address")]

    assert answers[0][0] == 404
    assert answers[1:] == answers[:1] * 2


@pytest.mark.django_db
def test_absence_answers_alike_to_somebody_signed_in(visitor):
    visitor.force_login(UserFactory())

    assert bytes_of(visitor.get("/absent/")) == bytes_of(visitor.get("/absent-after-much-work/"))


def test_programs_keep_their_own_absent_answer(visitor):
    response = visitor.get("/absent-for-programs/")

    assert response.json() == {"error": "absent"}
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("address", ["/no.such.address", "/absent/", "/forbidden/", "/broken/", "/odd/"])
def test_error_pages_ask_no_database(visitor, address, signed_in):
    """The database refuses everything. Of who brings a session it is asked whether they lack a second factor, before
    any view: that cannot be said, which is an error of its own, with a page that asks for nothing."""
    if signed_in:
        visitor.cookies["sessionid"] = "a" * 32

    def refuse(*arguments):
        raise OperationalError("the database is away")

    with connection.execute_wrapper(refuse):
        response = visitor.get(address)

    expected = EXPECTED.get(address.strip("/") + "/", 404)
    assert response.status_code == (500 if signed_in and address != "/no.such.address" else expected)
    assert "<h1>" in response.text
