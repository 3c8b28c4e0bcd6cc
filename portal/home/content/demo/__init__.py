"""The fictional country XXA: nothing in it is true, nobody in it exists, every page of it says so."""

from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from portal.home.content.loading import load_folder

from .access import settle_access
from .actions import add_actions
from .country import add_country
from .coverage import state_coverage
from .grants import give_grants
from .ideas import move_ideas
from .people import SignIn, add_accounts, add_memberships, demo_sign_ins
from .requests import add_requests

DATA = Path(__file__).parent / "data"


class DemoRefused(RuntimeError):
    """This portal may not hold demo accounts, whose password everybody knows."""


@transaction.atomic
def load_demo(*, tell=lambda done, total: None):
    """Country, organisations, records on each level, requests, grants and a sign-in per role; counts the new records.

    Running it again changes nothing. Raises DemoRefused unless the settings allow it (PORTAL_DEMO_ALLOWED).
    """
    if not settings.PORTAL_DEMO_ALLOWED:
        raise DemoRefused(_("Demo accounts have a password that everybody knows: these settings do not allow them."))
    country = add_country()
    users = add_accounts()
    decide = partial(settle_access, author=users["editor"], reviewer=users["second editor"])
    counts = load_folder(DATA, decide=decide, by=users["editor"], is_demo=True, tell=tell)
    add_memberships(users)
    give_grants(users)
    add_requests(users)
    counts["action"] = add_actions(users, country)
    move_ideas(users)
    state_coverage(DATA, country)
    return counts


__all__ = ["DemoRefused", "SignIn", "demo_sign_ins", "load_demo"]
