"""Tells the rooms to the right that a record's access or content changed, inside the same transaction."""

_callbacks = []


def on_change(callback):
    """Calls `callback(keys)` with the identity keys (set of UUID) of each change, before it is committed."""
    if callback not in _callbacks:
        _callbacks.append(callback)
    return callback


def announce(*keys):
    """Says that these records changed; whatever was made from them is renewed before the transaction ends."""
    for callback in _callbacks:
        callback(set(keys))
