"""What other sites are asked: only public ones, not too much, in pages, and no more than changed."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from portal.core.outside import addresses
from portal.harvest.fetching import Refused, fetch
from portal.harvest.fetching.pages import api_address, read_pages
from tests.harvest.answers import other
from tests.harvest.sites import site

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def private(settings):
    """Sites on this machine may be asked."""
    settings.OUTSIDE_ALLOW_PRIVATE, settings.HARVEST_DELAY = True, 0


def test_a_site_that_is_not_there_is_said():
    with pytest.raises(Refused):
        fetch("http://nothing.invalid/", accept="*/*")


def test_loopback_is_refused_before_it_is_asked():
    with site(lambda path, headers: (200, {}, b"secret")) as there:
        with pytest.raises(Refused):
            fetch(there.address, accept="*/*")

        assert there.asked == []


def test_an_answer_is_read_with_its_marks(private):
    marks = {"Content-Type": "application/json; charset=utf-8", "ETag": '"7"', "Last-Modified": "Mon, 1 Jun 2026"}
    with site(lambda path, headers: (200, marks, b"{}")) as there:
        found = fetch(f"{there.address}/a?b=c", accept="application/json")

        assert (found.content, found.media, found.etag, found.modified) == (
            b"{}", "application/json", '"7"', "Mon, 1 Jun 2026",
        )  # fmt: skip
        path, headers = there.asked[0]
        assert (path, headers["Accept"], headers["Accept-Encoding"]) == ("/a?b=c", "application/json", "identity")
        assert headers["User-Agent"].startswith("mine-action-im-portal")


def test_what_did_not_change_is_not_sent(private):
    with site(lambda path, headers: (304 if headers.get("If-None-Match") == '"7"' else 200, {}, b"")) as there:
        assert fetch(there.address, accept="*/*", etag='"7"').content is None
        assert fetch(there.address, accept="*/*", etag='"8"').content == b""


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_each_is_looked_at(private, settings, monkeypatch, status):
    def answer(path, headers):
        return (status, {"Location": "/b"}, b"") if path == "/a" else (200, {}, path.encode())

    with site(answer) as there:
        found = fetch(f"{there.address}/a", accept="*/*")

        assert (found.content, found.address) == (b"/b", f"{there.address}/b")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://10.0.0.1/", "http://[::1]/", "javascript:1"])
def test_redirects_lead_nowhere_else(monkeypatch, settings, target):
    settings.OUTSIDE_ALLOW_PRIVATE = True
    with site(lambda path, headers: (302, {"Location": target}, b"")) as there:
        inner = addresses.target_of
        first = inner(there.address)
        settings.OUTSIDE_ALLOW_PRIVATE = False
        # The first step alone is let through, as if this site were a public one.
        monkeypatch.setattr(
            "portal.harvest.fetching.web.target_of",
            lambda address: first if address == there.address else inner(address),
        )
        with pytest.raises(Refused):
            fetch(there.address, accept="*/*")


def test_redirects_come_to_an_end(private):
    with site(lambda path, headers: (302, {"Location": f"{path}a"}, b"")) as there:
        with pytest.raises(Refused):
            fetch(f"{there.address}/", accept="*/*")

        assert len(there.asked) == 6


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503, 204])
def test_an_answer_with_another_status_is_said(private, status):
    with (
        site(lambda path, headers: (status, {}, b"")) as there,
        pytest.raises(Refused, match=str(status)),
    ):
        fetch(there.address, accept="*/*")


def test_too_much_is_refused_also_when_it_says_that_it_is_little(private, settings):
    settings.HARVEST_MOST_BYTES = 1000
    with site(lambda path, headers: (200, {}, b"a" * 1001)) as there, pytest.raises(Refused):
        fetch(there.address, accept="*/*")


def test_what_comes_too_slowly_is_refused(private, settings):
    settings.HARVEST_TIMEOUT = 0
    with site(lambda path, headers: (200, {}, b"")) as there, pytest.raises(Refused):
        fetch(there.address, accept="*/*")


def test_an_answer_that_breaks_off_is_refused(private):
    with site(lambda path, headers: (200, {"Content-Length": "50"}, b"{")) as there, pytest.raises(Refused):
        fetch(there.address, accept="*/*")


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("https://a.example.org", "https://a.example.org/api/3/action/package_search"),
        ("https://a.example.org/data/?q=x", "https://a.example.org/data/api/3/action/package_search?q=x"),
        ("https://a.example.org/dataset/mines", "https://a.example.org/api/3/action/package_show?id=mines"),
        ("https://a.example.org/api/action/package_show?id=m", "https://a.example.org/api/action/package_show?id=m"),
    ],
)
def test_the_api_is_asked_for_whatever_address_people_give(given, asked):
    assert api_address(given) == asked


def pages_of(total, gives=100):
    """A catalogue with so many packages, which gives at most so many at once."""

    def answer(path, headers):
        query = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        start, rows = int(query.get("start", 0)), min(int(query.get("rows", 10)), gives)
        packages = [other(number) for number in range(start, min(start + rows, total))]
        content = json.dumps({"success": True, "result": {"count": total, "results": packages}}).encode()
        return 200, {"ETag": '"1"'}, content

    return answer


@pytest.mark.parametrize(("total", "gives", "asked"), [(0, 100, 1), (7, 100, 1), (250, 100, 3), (25, 10, 3)])
def test_a_search_is_read_page_by_page(private, total, gives, asked):
    with site(pages_of(total, gives)) as there:
        found = read_pages(f"{there.address}/api/3/action/package_search?q=mines")

        assert len({each["id"] for each in found.packages}) == len(found.packages) == total
        assert (found.total, found.is_whole, found.site) == (total, True, there.address)
        assert len(there.asked) == asked
        assert all("q=mines" in path for path in there.paths)
        assert bool(found.etag) is (asked == 1)


def test_a_part_that_was_asked_for_is_no_whole(private):
    with site(pages_of(250)) as there:
        found = read_pages(f"{there.address}/api/3/action/package_search?rows=5&start=10")

        assert (len(found.packages), found.is_whole, len(there.asked)) == (5, False, 1)


def test_no_more_than_the_setting_says_is_read(private, settings):
    settings.HARVEST_MOST = 120
    with site(pages_of(1000)) as there:
        found = read_pages(f"{there.address}/api/3/action/package_search")

        assert (len(found.packages), found.total, found.is_whole, len(there.asked)) == (120, 1000, False, 2)


def test_pages_that_end_too_early_are_a_failure(private):
    def answer(path, headers):
        full = pages_of(250)(path, headers)
        return full if "start=0" in path else (200, {}, b'{"success": true, "result": {"count": 250, "results": []}}')

    with (
        site(answer) as there,
        pytest.raises(Refused, match="250"),
    ):
        read_pages(f"{there.address}/api/3/action/package_search")
