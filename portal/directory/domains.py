"""Which organisation an e-mail address speaks of by its domain. It makes a member of it, never a focal point."""

from functools import cache
from pathlib import Path

from portal.directory.models import Organisation

LIST = Path(__file__).parent / "data" / "public_mail_domains.txt"


@cache
def public_domains():
    """Domains of mail providers that anybody may have an address of: they match nothing."""
    return frozenset(LIST.read_text(encoding="utf-8").split())


def domain_of(email):
    """What stands behind the @, in lower case."""
    return email.rpartition("@")[2].strip().lower()


def organisation_by_domain(email):
    """The one organisation with the domain of this address; None when there is none, or several, or it is frozen."""
    domain = domain_of(email)
    if not domain or domain in public_domains():
        return None
    rows = Organisation.objects.live().exclude(email_domains=[]).values_list("pk", "email_domains")
    found = [pk for pk, domains in rows if domain in {each.strip().lstrip("@").lower() for each in domains}]
    return Organisation.objects.filter(pk__in=found, frozen_at=None).first() if len(found) == 1 else None


def organisation_by_name(name):
    """The one organisation that is called so in some language; None when there is none, or several."""
    name = name.strip().casefold()
    rows = Organisation.objects.live().only("name_en", "name_fr", "name_ar", "acronym", "also_named")
    found = [each.pk for each in rows if name and name in {known.casefold() for known in each.names}]
    return Organisation.objects.get(pk=found[0]) if len(found) == 1 else None
