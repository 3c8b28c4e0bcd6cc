"""Asks the interface as a program does."""

import json
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from portal.api.enums import Scope
from portal.api.tokens import make_token

EVERY = tuple(Scope)


def token_of(user, *scopes):
    """The text of a new token of somebody, by default with every scope."""
    _token, text = make_token(
        by=user, name="A program", scopes=scopes or EVERY, expires_on=timezone.localdate() + timedelta(days=30)
    )
    return text


class Program:
    """A program of somebody; without a user one of a visitor."""

    def __init__(self, user=None, *scopes, token=None):
        self.token = token or (user and token_of(user, *scopes))
        self.client = Client()

    def ask(self, path, method="GET", body=None, **headers):
        """The answer of the interface to a path below its root."""
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        content = body if isinstance(body, str | bytes) else json.dumps(body)
        sent = {"data": content, "content_type": "application/json"} if body is not None else {}
        return self.client.generic(method, f"/api/v1/{path}", headers=headers, **sent)

    def read(self, path, **headers):
        """What it says, of an answer of 200."""
        response = self.ask(path, **headers)
        assert response.status_code == 200, (path, response.status_code, response.content)
        return response.json()

    def send(self, method, path, body, **headers):
        return self.ask(path, method, body, **headers)
