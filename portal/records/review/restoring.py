"""A withdrawn record is given back by two: an editor, or its owner (portal.desk.my.ask_back), and another editor."""

from django.utils.translation import gettext_lazy as _

from portal.access.models import RestoreWish
from portal.access.services import approve_restore, ask_restore
from portal.records.forms import RestoreForm, SeenForm
from portal.records.review.views import AccessFormView


class RestoreView(AccessFormView):
    form_class = RestoreForm
    page_title = _("Restore")
    button = _("Ask a second editor")
    done = _("“%(title)s” is restored when a second editor approves.")
    lead = _("The people named below see it again, when a second editor approves. Ask first whoever had it withdrawn.")

    def act(self, data):
        ask_restore(identity=self.page.identity, by=self.request.user, reason=data["reason"])


class ApproveRestoreView(AccessFormView):
    """The second editor's yes."""

    form_class = SeenForm
    page_title = _("Approve that it is restored")
    button = _("Restore it")
    done = _("“%(title)s” is restored.")
    lead = _("The people named below see it again at once, in every language. Who asked for it cannot approve it.")

    def get_initial(self):
        wish = RestoreWish.objects.filter(identity=self.page.key).first()
        return {"seen": wish and wish.pk}

    def act(self, data):
        approve_restore(identity=self.page.identity, by=self.request.user, seen=data["seen"])
