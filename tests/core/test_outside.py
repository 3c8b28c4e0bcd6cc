"""Which addresses the portal asks by itself: those of the web, and no machine of the own network."""

import socket

import pytest

from portal.core.outside import Refused, addresses


def resolved(monkeypatch, *ips):
    """Whatever is looked up leads there."""
    rows = [(socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ips]
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *args, **options: rows)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.1.1.1", "2002:7f00:1::",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "::", "ff02::1",
    ],
)  # fmt: skip
def test_no_machine_of_the_own_network_is_asked(monkeypatch, ip):
    resolved(monkeypatch, ip)

    with pytest.raises(Refused):
        addresses.target_of("https://catalogue.example.org/")


def test_one_private_address_among_public_ones_is_enough(monkeypatch):
    resolved(monkeypatch, "93.184.216.34", "10.0.0.1")

    with pytest.raises(Refused):
        addresses.target_of("https://catalogue.example.org/")


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_public_machines_are_asked_at_the_address_that_was_looked_at(monkeypatch, ip):
    resolved(monkeypatch, ip)

    target = addresses.target_of("https://catalogue.example.org/api?q=a%20b")

    assert (target.ip, target.port, target.path) == (ip, 443, "/api?q=a%20b")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "//example.org/", "example.org", "http://",
        "http://name:word@example.org/", "http://example.org:22/", "http://example.org:99999/", "http://[::1", "",
        "http://exa mple.org/", "http://example.org/\r\nX: y", "http://example.org/é",
        "http://example.org/" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(address):
    with pytest.raises(Refused) as refused:
        addresses.target_of(address)

    assert str(refused.value)
