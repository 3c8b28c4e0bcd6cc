"""How long is kept what people reported; posts stay with the entry that they are about."""

from portal.community.models import Report
from portal.core.retention import kept_for


@kept_for("Reports of posts, after an editor decided", days=365)
def decided_reports(before):
    return Report.objects.filter(ruling__at__lt=before).delete()[0]
