"""The mails of joining: each goes through the outbox, so that no answer waits for a mail server."""

from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from portal.desk.joining.deciders import ASKED
from portal.desk.joining.tasks import ask_deciders
from portal.directory.joining import account_holders
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind, register
from portal.notifications.posting import tell, write_to
from portal.notifications.wanted import language_of

OF_ACCOUNTS = (
    "account", "invitation", "join_confirm", "join_known", "join_accepted", "join_declined", "joined_organisation",
    "organisation_declined",
)  # fmt: skip
"""Mails about one's own account: they always go out."""


def register_kinds():
    """Makes the mails of joining known to the outbox."""
    for key in OF_ACCOUNTS:
        register(MessageKind(key=key, urgency=Urgency.ALWAYS, action=None))
    register(MessageKind(key=ASKED, urgency=Urgency.MUST, action=None))


def post(what, **facts):
    """Writes the mails of an event of the directory, where it has any."""
    if (writer := WRITERS.get(what)) is not None:
        writer(**facts)


def _invited(*, invitation, token, by, kind="invitation", is_told=True, **rest):
    if not is_told:
        return
    facts = {
        "path": _path("joining:invitation", token),
        "organisation": _name(invitation.organisation, invitation.language),
        "by": by.get_full_name() if by else "",
        "until": invitation.expires_at.date().isoformat(),
    }
    _write(kind, f"invitation:{invitation.pk}", invitation.email, invitation.language, facts)


def _asked(*, request, token, kind, **rest):
    """To whoever reads the typed address, who may know nothing of it: no word that was typed stands in it."""
    path = _path("joining:confirm", token) if kind == "join_confirm" else _path("account_login")
    _write(kind, f"join:{request.key}", request.email, request.language, {"path": path})


def _confirmed(*, request, **rest):
    """The worker asks who can let them in: no answer takes longer when the address that is named is a member's."""
    # No need to wait for the commit: the task is a row of the same transaction.
    ask_deciders.enqueue(str(request.key))


def _declined(*, request, **rest):
    event = f"join declined:{request.key}"
    member = account_holders([request.email]).get(request.email)
    if member is None:
        _write("join_declined", event, request.email, request.language, {"name": request.name})
        return
    name = _name(request.organisation, language_of(member)) or request.organisation_name
    tell(kind="organisation_declined", event=event, people=[member], facts={"organisation": name})


def _joined(*, member, organisation, request=None, **rest):
    if request is not None and organisation is not None:
        facts = {"organisation": _name(organisation, language_of(member.user))}
        tell(kind="joined_organisation", event=f"joined:{request.key}", people=[member.user], facts=facts)


def _write(kind, event, address, language, facts):
    write_to(kind=kind, event=event, address=address, language=language, facts=facts)


def _name(organisation, language):
    if organisation is None:
        return ""
    with translation.override(language):
        return organisation.name


def _path(name, *args):
    """A path of the portal in English: the mail leads to it in the language of its reader."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse(name, args=args)


WRITERS = {
    "invited": _invited,
    "join request accepted": partial(_invited, kind="join_accepted"),
    "asked to join": partial(_asked, kind="join_confirm"),
    "known address asked to join": partial(_asked, kind="join_known"),
    "join request confirmed": _confirmed,
    "join request declined": _declined,
    "joined": _joined,
}
"""By event of the directory, what writes its mails."""
