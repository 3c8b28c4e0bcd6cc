"""The first administrator chooses a password by a link that is used once: none is ever typed on a server."""

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth import get_user_model
from django.core.validators import validate_email
from django.urls import reverse


def set_up_administrator(email):
    """The path at which the account of this address chooses its password, for as long as `PASSWORD_RESET_TIMEOUT` says.

    Makes the account when nobody has that address and there is no administrator yet. Returns None when it has a
    password already. Raises ValidationError for what is no e-mail address and PermissionError when somebody else is
    administrator: they add others in the admin.
    """
    email = email.strip().lower()
    validate_email(email)
    administrators = get_user_model().objects.filter(is_superuser=True, is_active=True)
    user = administrators.filter(email=email).first()
    if user is None:
        if administrators.exists() or get_user_model().objects.filter(email=email).exists():
            raise PermissionError("There are accounts already: an administrator adds others in the admin.")
        user = get_user_model().objects.create_superuser(email)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return None if user.has_usable_password() else _path(user)


def _path(user):
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
