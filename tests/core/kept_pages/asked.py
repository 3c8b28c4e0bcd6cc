"""Asks as a visitor, and sees whether the answer was a kept one."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

COUNTING = re.compile(r"search_ask|^(?:BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)")
LIST, RECORD = "/case-studies/", "record"


def asked(path, **headers):
    """The answer, and whether it was a kept one: then the database was asked for the generation alone, but for the
    search that is counted when the answer is out."""
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(path, headers=headers)
    return response, len([each for each in captured if not COUNTING.search(each["sql"])]) == 1


def same(one, other):
    return (one.status_code, one.content, list(one.items())) == (other.status_code, other.content, list(other.items()))
