"""Scripts of the admin run under a policy without 'unsafe-inline': each carries the nonce that the header names."""

import re

import pytest

from tests.factories.people import editor

pytestmark = pytest.mark.django_db


def test_each_script_of_the_admin_carries_the_nonce_of_the_header(client):
    client.force_login(editor())

    response = client.get("/admin/")

    (nonce,) = re.findall(r"script-src [^;]*'nonce-([^']+)'", response["Content-Security-Policy"])
    scripts = re.findall(r"<script\b[^>]*>", response.content.decode())
    assert scripts
    assert [tag for tag in scripts if f'nonce="{nonce}"' not in tag] == []


def test_a_visitors_page_has_no_nonce(client):
    response = client.get("/")

    assert "nonce" not in response["Content-Security-Policy"]
    assert b"nonce" not in response.content
