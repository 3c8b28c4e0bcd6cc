"""Connections that go to the machine which was looked at, whatever its name leads to meanwhile."""

import socket
import ssl
from http.client import HTTPConnection, HTTPSConnection

from .addresses import Target


class _Pinned(HTTPConnection):
    """A connection to the IP address of a Target; the name stays what is asked for."""

    def __init__(self, target: Target, timeout: float):
        super().__init__(target.parts.hostname, target.port, timeout=timeout)
        self._ip = target.ip

    def connect(self):
        self.sock = socket.create_connection((self._ip, self.port), self.timeout)


class _PinnedSecure(HTTPSConnection):
    """The same over TLS: the certificate must be that of the name."""

    def __init__(self, target: Target, timeout: float):
        super().__init__(target.parts.hostname, target.port, timeout=timeout, context=ssl.create_default_context())
        self._ip = target.ip

    def connect(self):
        plain = socket.create_connection((self._ip, self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)


def connection(target: Target, timeout: float) -> HTTPConnection:
    """An unopened connection to a Target; each wait of it lasts at most `timeout` seconds."""
    kind = _PinnedSecure if target.parts.scheme == "https" else _Pinned
    return kind(target, timeout)
