"""Takes lists away as somebody."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import openpyxl
from django.test import Client

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def ask(path, user=None, **options):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path, **options)


def lines(path, user=None):
    """All lines of a CSV, each a list of cells."""
    response = ask(path, user)
    assert response.status_code == 200, path
    text = b"".join(response).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def table(path, user=None):
    """The rows of a CSV as dictionaries, in their order; below the names of columns may stand their tags."""
    names, *rows = lines(path, user)
    begin = 1 if rows and rows[0][0].startswith("#") else 0
    return [dict(zip(names, row, strict=True)) for row in rows[begin:]]


def book(path, user=None):
    """The sheets of a workbook: that of the rows and that about the file."""
    response = ask(path, user)
    assert response.status_code == 200, path
    return openpyxl.load_workbook(io.BytesIO(b"".join(response)))


def sheet_rows(path, user=None):
    """The cells of the rows of a workbook, below the headings and tags; "" where one is empty."""
    return [["" if cell is None else cell for cell in row] for row in book(path, user).worksheets[0].values][2:]


def parsed(path, user=None):
    """The object of a JSON file."""
    response = ask(path, user)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/json"
    return json.loads(b"".join(response).decode("utf-8"))


def feed(path, user=None):
    """The root of an Atom feed."""
    response = ask(path, user)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def said(element, name):
    """The texts of the children of that name."""
    return [child.text for child in element.findall(f"a:{name}", ATOM)]
