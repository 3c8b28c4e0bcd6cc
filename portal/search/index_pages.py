from portal.records.models import RecordIndexPage

from .listing import listing_for


class ListedIndexPage(RecordIndexPage):
    """The index page of a kind, with its list from the search: same parameters, same access as everywhere."""

    kind_key = ""

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        return {"request": request, "listing": listing_for(request, kind=self.kind_key)}
