"""Requests that no browser sends: each gets an answer below 500."""

from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

pytestmark = pytest.mark.django_db
PREFIXES = ("", "/fr", "/ar")
PATHS = ("/", "/search/", "/case-studies/", "/search/suggest", "/organisations/", "/accounts/login/")
QUERIES = {
    "nul": ("q=a%00b", 400),
    "raw nul": ("q=a\x00b", 400),
    "endless": ("q=" + "a" * 100_000, 400),
    "eight thousand Arabic letters": ("q=" + "%D8%A7" * 8_000, 200),
    "invalid utf-8": ("q=%ff%fe%c3%28", None),
    "surrogates": ("q=%ed%a0%80", None),
    "broken escapes": ("q=%zz%&%=%&&&==", None),
    "nameless": ("=&=%ff&%00"[:-4], None),
    "thousands": ("a=1&" * 1_900, None),
}


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", [prefix + path for prefix in PREFIXES for path in PATHS])
@pytest.mark.parametrize(("query", "status"), QUERIES.values(), ids=QUERIES)
def test_odd_query(visitor, address, query, status):
    response = visitor.get(address, QUERY_STRING=query)

    assert response.status_code < 500
    assert status is None or response.status_code == status


@pytest.mark.parametrize(
    "path", [b"/\x00", b"/case-studies/\x00/", b"/fr/a\x00b/", b"/static/\x00", b"/admin/\x00", b"/r/CS-\x00"]
)
def test_nul_in_the_path(path):
    status, body = ask(PATH_INFO=path.decode("latin-1"))

    assert status == "400 Bad Request"
    assert b"<h1>" in body


@pytest.mark.parametrize("path", [b"/\xff\xfe/", b"/fr/\xc3\x28/", b"/case-studies/\xed\xa0\x80/", b"/static/\xff"])
def test_invalid_utf8_in_the_path(path):
    status, _ = ask(PATH_INFO=path.decode("latin-1"))

    assert status == "404 Not Found"


@pytest.mark.parametrize("host", ["evil.example.com", "a b", "[::1", "", "x" * 5_000])
def test_odd_host(visitor, host):
    assert visitor.get("/organisations", HTTP_HOST=host).status_code == 400


@pytest.mark.parametrize(
    "header",
    [
        {"HTTP_COOKIE": "sessionid=\xff\xfe; csrftoken=;;;=;"},
        {"HTTP_COOKIE": "sessionid=" + "a" * 10_000},
        {"HTTP_ACCEPT_LANGUAGE": "\xff;q=x,,;q=9"},
        {"HTTP_IF_NONE_MATCH": '"\xff", W/, *'},
        {"HTTP_IF_MODIFIED_SINCE": "yesterday"},
        {"HTTP_RANGE": "bytes=-5-9,a-b"},
        {"HTTP_X_REQUEST_ID": 'a"\n{}'},
        {"CONTENT_TYPE": "text/plain; charset=no-such"},
    ],
    ids=lambda header: next(iter(header)),
)
def test_odd_header(visitor, header):
    assert visitor.get("/", **header).status_code in (200, 400)


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary=\xff", "a/b", ""])
def test_odd_form(visitor, content_type):
    response = visitor.generic("POST", "/accounts/login/", b"\xff\x00--", content_type)

    assert response.status_code < 500


def test_too_many_fields(visitor):
    assert visitor.post("/accounts/login/", {f"field{number}": "" for number in range(2_000)}).status_code == 400


def test_too_large_a_form(visitor):
    assert visitor.post("/accounts/login/", {"login": "a" * 3_000_000}).status_code in (200, 413)


def test_unheard_of_method(visitor):
    assert visitor.generic("BREW", "/").status_code < 500


def ask(**environment):
    """Status and body of a raw WSGI request: Django's test client would mend its path."""
    answer = {}
    whole = {
        "REQUEST_METHOD": "GET",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http",
        **environment,
    }
    body = WSGIHandler()(whole, lambda status, headers: answer.update(status=status))
    return answer["status"], b"".join(body)
