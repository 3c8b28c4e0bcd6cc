"""What nobody, or only an administrator, may do with a record page in the admin."""

from wagtail.admin.forms.pages import CopyForm
from wagtail.models import PagePermissionTester


class RecordPermissionTester(PagePermissionTester):
    """Records are withdrawn, not deleted; who may see them is decided by their identity, not by Wagtail's privacy."""

    def can_delete(self, ignore_bulk=False):
        return self.user.is_superuser and super().can_delete(ignore_bulk)

    def can_set_view_restrictions(self):
        return False

    def can_copy_to(self, destination, recursive=False):
        """Never under the list of another language, where it would keep its own."""
        return destination.locale_id == self.page.locale_id and super().can_copy_to(destination, recursive)


class WithoutAlias(CopyForm):
    """A copy is a draft with a code and an address of its own; it never follows the original."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name in ("alias", "publish_copies"):
            self.fields.pop(name, None)
