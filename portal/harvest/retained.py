"""How long reports of readings are kept: they name entries, and values that could not be mapped."""

from portal.core.retention import kept_for
from portal.harvest.models import HarvestRun


@kept_for("Reports on reading other catalogues", days=400)
def old_runs(before):
    return HarvestRun.objects.filter(began_at__lt=before).delete()[1].get("harvest.HarvestRun", 0)
