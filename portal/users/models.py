from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    """Accounts are known by their e-mail address alone."""

    def create_user(self, email, password=None, **fields):
        """A saved account. Raises ValueError without an address."""
        if not email:
            raise ValueError("an account needs an e-mail address")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """A saved administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractUser):
    """Who signs in. What a person may do follows from membership and organisation (portal.directory), not from here."""

    username = None
    email = models.EmailField(_("e-mail address"), unique=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta(AbstractUser.Meta):
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_in_any_case")]

    def save(self, **options):
        """Keeps the address in lower case, as it is asked for everywhere, whichever form it was typed into."""
        self.email = self.email.strip().lower()
        super().save(**options)
