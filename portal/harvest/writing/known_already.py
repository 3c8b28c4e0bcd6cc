"""Holdings that are here already without a run having made them."""

from portal.access.models import RecordIdentity
from portal.harvest.models import HarvestedRecord
from portal.records.models import RecordSource
from practices.holdings.models import DataHoldingPage


def codes_by_address(addresses) -> dict[str, str]:
    """By address of a data set, the code of a holding that names it as where its data are or as a source."""
    wanted = set(addresses)
    pages = dict(DataHoldingPage.objects.filter(data_url__in=wanted).values_list("data_url", "translation_key"))
    rows = RecordSource.objects.filter(url__in=wanted, record__in=DataHoldingPage.objects.all())
    pages = dict(rows.values_list("url", "record__translation_key")) | pages
    own = set(HarvestedRecord.objects.filter(identity__in=pages.values()).values_list("identity", flat=True))
    codes = dict(RecordIdentity.objects.filter(pk__in=set(pages.values()) - own).values_list("pk", "code"))
    return {address: codes[key] for address, key in pages.items() if key in codes}
