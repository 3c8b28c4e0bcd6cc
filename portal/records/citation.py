"""How to cite a record, and under which licence its text may be used."""

from django.conf import settings
from django.utils.translation import gettext as _

from portal.taxonomy.kept import kept_by_key
from portal.taxonomy.models import Licence

DEFAULT_LICENCE, IGO_LICENCE = "cc_by_4_0", "cc_by_3_0_igo"


def licence_of(record, identity):
    """The Licence of the record's text: its own, else CC BY 4.0 (the IGO variant when its owner publishes so)."""
    if record.licence_id:
        return record.licence
    owner = identity.owner
    key = IGO_LICENCE if owner and owner.uses_igo_licence else DEFAULT_LICENCE
    return kept_by_key(Licence).get(key)


def citation_of(record, identity):
    """One line to cite the record by: who, year, title, portal, code, permanent address."""
    by = identity.owner or identity.custodian
    published = record.first_published_at
    return _("{by} ({year}). {title}. {portal}, {code}. {url}").format(
        by=by.name if by else _("Community of Practice"),
        year=published.year if published else _("draft"),
        title=record.title,
        portal=_(settings.WAGTAIL_SITE_NAME),
        code=identity.code,
        url=f"{settings.SITE_URL}/r/{identity.code}",
    )
