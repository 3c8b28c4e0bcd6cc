"""Tells the rooms to the right that a record's access or content changed, inside the same transaction."""

from contextlib import contextmanager
from contextvars import ContextVar

_callbacks = []
_afterwards = []
_on_grant = []
_on_owner = []
_gathered = ContextVar("gathered", default=None)


def on_change(callback):
    """Calls `callback(keys)` with the identity keys (set of UUID) of each change, before it is committed."""
    if callback not in _callbacks:
        _callbacks.append(callback)
    return callback


def on_changed(callback):
    """The same after all of those were called: for what reads what they wrote."""
    if callback not in _afterwards:
        _afterwards.append(callback)
    return callback


def announce(*keys):
    """Says that these records changed; whatever was made from them is renewed before the transaction ends."""
    gathered = _gathered.get()
    if gathered is not None:
        gathered.update(keys)
        return
    for callback in (*_callbacks, *_afterwards):
        callback(set(keys))


def on_grant(callback):
    """Calls `callback(grant)` with each Grant that is given, before it is committed."""
    if callback not in _on_grant:
        _on_grant.append(callback)
    return callback


def announce_grant(grant):
    """Says that this grant was given."""
    for callback in _on_grant:
        callback(grant)


def on_owner(callback):
    """Calls `callback(notice)` with each OwnerNotice whose organisation is told, or answers, before it is committed."""
    if callback not in _on_owner:
        _on_owner.append(callback)
    return callback


def announce_owner(notice):
    """Says that an owner of data was told of something, or answered."""
    for callback in _on_owner:
        callback(notice)


@contextmanager
def announced_together():
    """What changes inside is announced once, when it ends: for loading many records in one transaction.

    An error announces nothing: the transaction that it ends takes the changes back.
    """
    if _gathered.get() is not None:
        yield
        return
    token = _gathered.set(set())
    try:
        yield
        keys = _gathered.get()
    finally:
        _gathered.reset(token)
    if keys:
        announce(*keys)
