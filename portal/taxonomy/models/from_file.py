from django.db import models


class FromFile(models.Model):
    """A row that a file of `data/` brought, and that an editor may have changed since.

    `loaded` keeps what the file said last. A field that no longer says the same was changed here, and the loader leaves
    it alone (portal.taxonomy.merging).
    """

    loaded = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True
