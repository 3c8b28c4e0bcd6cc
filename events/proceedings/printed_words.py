"""What stands under the title of proceedings, in whatever form."""

from django.conf import settings
from django.utils.translation import gettext as _


def by_line(said, number) -> str:
    """Which version it is (`number`, None: as the entries say it today), and where it is found."""
    facts = {"number": number, "site": settings.WAGTAIL_SITE_NAME, "code": said.code}
    if number:
        return _("Version %(number)d · %(site)s · %(code)s") % facts
    return _("As the entries say it today, not a published version · %(site)s · %(code)s") % facts
