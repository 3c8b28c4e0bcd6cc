"""What may be done to accounts and members, by whichever way in."""

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db import transaction


@transaction.atomic
def open_account(*, email, first_name="", last_name=""):
    """The account of that e-mail address, a new one when there is none.

    Nobody types a password for somebody else: whoever reads that mailbox chooses one by “Forgot your password?”, which
    also shows that the address is theirs.
    """
    email = email.strip().lower()
    user = get_user_model().objects.filter(email=email).first()
    if user is None:
        user = get_user_model().objects.create_user(email, first_name=first_name, last_name=last_name)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
