"""The portal with its first content on a server of its own, and Chromium in front of it.

The content is loaded once for all tests of this folder, which change no record; afterwards the database is put back.
"""

import shutil

import pytest
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from portal.home.content.demo import demo_sign_ins
from tests.browser.opened import Opened
from tests.browser.pages import public_pages
from tests.first_content import first_content


@pytest.fixture(scope="package")
def db(django_db_setup, django_db_blocker):
    """In place of pytest-django's fixture of this name, which would undo everything after each test."""
    with first_content(django_db_blocker, demo=True):
        yield


@pytest.fixture(scope="package")
def portal(db):
    """A server of the portal: `.url`, and with `.pages` the path of each public page by its name."""
    server = LiveServer("127.0.0.1")
    server.pages = public_pages()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def chromium(portal):
    """The system's Chromium, without a screen. Its absence is a failure: nothing else shows what a browser does."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("No Chromium on this machine: install the package `chromium`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(portal, chromium):
    """Opens a page in a window of its own, where nothing is kept from before: `open_page("home", "fr")`."""
    contexts = []

    def open_(name="home", language="en", *, path="", state=None, **options):
        context = chromium.new_context(base_url=portal.url, storage_state=state, **options)
        contexts.append(context)
        opened = Opened(context.new_page())
        prefix = "" if language == "en" else f"/{language}"
        opened.go(prefix + (path or portal.pages[name]))
        return opened

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def sign_in(portal, chromium):
    """The cookies of somebody with a role of the fictional country, who signed in on the page: `sign_in("editor")`."""
    states = {}
    people = {each.role: each for each in demo_sign_ins()}

    def sign_in_(role):
        if role not in states:
            with chromium.new_context(base_url=portal.url) as context:
                page = context.new_page()
                page.goto("/accounts/login/")
                page.fill("[name=login]", people[role].email)
                page.fill("[name=password]", people[role].password)
                page.click("main button")
                page.wait_for_url("**/my/")
                states[role] = context.storage_state()
        return states[role]

    return sign_in_
