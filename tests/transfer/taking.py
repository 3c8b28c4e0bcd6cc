"""Takes lists away as somebody."""

import csv
import io
import xml.etree.ElementTree as ET

from django.test import Client

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def ask(path, user=None, **options):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path, **options)


def table(path, user=None):
    """The rows of a CSV as dictionaries, in their order."""
    response = ask(path, user)
    assert response.status_code == 200, path
    text = b"".join(response).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def feed(path, user=None):
    """The root of an Atom feed."""
    response = ask(path, user)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def said(element, name):
    """The texts of the children of that name."""
    return [child.text for child in element.findall(f"a:{name}", ATOM)]
