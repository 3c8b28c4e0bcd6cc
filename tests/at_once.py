"""The same sent several times at once: each in a thread with a connection of its own, all let go together."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.conf import settings
from django.db import connection, connections
from django.test import Client
from django.utils.translation import override

TIMES = 4
PATIENCE = 60


def at_once(act, times=TIMES):
    """What `act`, without arguments, returns each time."""
    together = Barrier(times, timeout=PATIENCE)

    def run():
        try:
            connection.ensure_connection()
            together.wait()
            with override(settings.LANGUAGE_CODE):
                return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return [each.result() for each in [pool.submit(run) for _ in range(times)]]


def sent_at_once(path, data, user=None, **headers):
    """The answers to a form that `user` (None: nobody) sends several times at once; where the portal failed, 500."""
    client = Client()
    if user is not None:
        client.force_login(user)
    cookies = client.cookies

    def send():
        sender = Client(raise_request_exception=False)
        sender.cookies = cookies.copy()
        return sender.post(path, data, **headers)

    return at_once(send)
