"""Making, ending and finding the tokens of programs. A token gives what its person has at this moment, and no more."""

import re
import secrets
from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.readers import takes_part
from portal.access.second_factor import lacks_factor
from portal.access.services import log
from portal.api.enums import Scope
from portal.api.models import Token
from portal.core.form_keys import one_at_a_time
from portal.directory.rights import require
from portal.directory.tokens import digest_of

PREFIX = "maim_"
"""By which those who look for secrets in published code find it."""
SHAPE = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
LONGEST = timedelta(days=365)
MOST = 20
"""Tokens of one person that run at the same time."""
USED_ANEW = timedelta(minutes=5)
"""That it was used is written down again after so long."""
MADE, ENDED = "token_made", "token_ended"


@transaction.atomic
def make_token(*, by, name, scopes, expires_on) -> tuple[Token, str]:
    """A new Token of this person and its text, which nobody can read again.

    It ends with the day `expires_on`, a year from now at the latest. Raises PermissionDenied for who is not of the
    community; ValidationError, by field, for a day that has passed or is too far, and for one token too many.
    """
    require(takes_part(by))
    one_at_a_time(by)
    _check_day(expires_on)
    if Token.objects.running().filter(user=by).count() >= MOST:
        raise ValidationError(_("You have %(number)s tokens. End one that you need no longer.") % {"number": MOST})
    text = PREFIX + secrets.token_urlsafe(32)
    ends = timezone.make_aware(datetime.combine(expires_on, time.max))
    token = Token.objects.create(
        user=by, name=" ".join(name.split()), digest=digest_of(text), scopes=_known(scopes), expires_at=ends
    )
    log(MADE, by=by, token=str(token.key), scopes=token.scopes)
    return token, text


@transaction.atomic
def end_token(*, token, by):
    """Ends a token at once. Raises PermissionDenied for whoever is not its person."""
    require(token.user_id == by.pk)
    if token.ended_at is None:
        token.ended_at = timezone.now()
        token.save(update_fields=["ended_at"])
        log(ENDED, by=by, token=str(token.key))


def end_all(user):
    """Ends the tokens of somebody whose account is closed: they do not come back with it."""
    Token.objects.running().filter(user=user).update(ended_at=timezone.now())


def forget_all(user):
    """Takes the tokens of somebody away who is forgotten."""
    Token.objects.filter(user=user).delete()


def tokens_of(user):
    """The tokens of a person that were not ended, the newest first."""
    return Token.objects.filter(user=user, ended_at=None)


def running_token(text) -> Token | None:
    """The Token with this text, with its `user`, if it works now: while it and the membership of its person last, and
    its person has the second factor that signing in would ask for."""
    if not SHAPE.fullmatch(text):
        return None
    token = Token.objects.running().select_related("user").filter(digest=digest_of(text)).first()
    if token is None or not token.user.is_active or not takes_part(token.user) or lacks_factor(token.user):
        return None
    return token


def note_use(token):
    """Writes down when it was last used, to some minutes."""
    now = timezone.now()
    if token.last_used_at is None or token.last_used_at < now - USED_ANEW:
        Token.objects.filter(pk=token.pk).update(last_used_at=now)


def _known(scopes):
    return [scope.value for scope in Scope if scope.value in set(scopes)]


def _check_day(day):
    today = timezone.localdate()
    if day < today:
        raise ValidationError({"expires_on": _("This day has passed. Give a later one.")})
    if day > today + LONGEST:
        raise ValidationError({"expires_on": _("A token lasts a year at most. Give an earlier day.")})
