"""Which addresses may be asked: http and https, and no machine of the own network unless the settings allow it.

A name is looked up once and what it says is what is connected to: one that answers otherwise the next time leads
nowhere else ("DNS rebinding",
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html).
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

PORTS = {"http": 80, "https": 443}
ALLOWED_PORTS = {80, 443, 8000, 8080, 8443}
LONGEST = 2000


class Refused(Exception):
    """An address may not be asked, or did not give what was asked for: its text says why, in a sentence."""


@dataclass(frozen=True)
class Target:
    """An address that may be asked, and the machine (an IP address) to connect to."""

    parts: SplitResult
    ip: str

    @property
    def port(self):
        """The port, the usual one where the address names none."""
        return self.parts.port or PORTS[self.parts.scheme]

    @property
    def path(self):
        """What is asked of the machine: path and query, in ASCII."""
        path = self.parts.path or "/"
        return f"{path}?{self.parts.query}" if self.parts.query else path


def target_of(address: str) -> Target:
    """The Target of an address. Raises Refused."""
    parts = written_right(address)
    found = _looked_up(parts.hostname, parts.port or PORTS[parts.scheme])
    if not settings.OUTSIDE_ALLOW_PRIVATE and not all(map(_is_public, found)):
        raise Refused(_("The address leads into a network that is not public: %s") % parts.hostname)
    return Target(parts, found[0])


def written_right(address: str) -> SplitResult:
    """The parts of an address that is one of the web as it is written. Raises Refused."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise Refused(_("This is no address of the web: %s") % address[:200]) from error
    is_written = address.isascii() and address.isprintable() and " " not in address and len(address) <= LONGEST
    if parts.scheme not in PORTS or not parts.hostname or not is_written:
        raise Refused(_("This is no address of the web: %s") % address[:200])
    if parts.username or parts.password:
        raise Refused(_("An address must hold neither name nor password."))
    if not settings.OUTSIDE_ALLOW_PRIVATE and port not in (None, *ALLOWED_PORTS):
        raise Refused(_("Port %d is not one of the web.") % port)
    return parts


def _looked_up(host, port):
    """The IP addresses of a host, IPv4 first."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(_("There is no such site: %s") % host) from error
    return [row[4][0] for row in sorted(found, key=lambda row: row[0] != socket.AF_INET)]


def _is_public(ip):
    """Whether it is of the public network: also where one kind of address is written inside another."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if address.version == 6:
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(each is not None and not _is_public(str(each)) for each in inner):
            return False
        if address in NAT64 and not _is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))):
            return False
        if address in NAT64:
            return True
    return address.is_global and not address.is_multicast


NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses as machines without IPv4 write them (RFC 6052)."""
