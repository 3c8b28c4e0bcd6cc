"""Tells the rooms to the right what happened to members and organisations, inside the same transaction.

They write it into the audit log (portal.access) and send the mails (portal.desk.joining).
"""

_callbacks = []


def on_event(callback):
    """Calls `callback(what, by, organisation, **facts)` at each event, before it is committed.

    `facts` are rows, and the raw token of a link, which only a mail may hold.
    """
    if callback not in _callbacks:
        _callbacks.append(callback)
    return callback


def tell_event(what, *, by=None, organisation=None, **facts):
    """Says that it happened; `by` None is a visitor or the portal itself."""
    for callback in _callbacks:
        callback(what, by=by, organisation=organisation, **facts)
