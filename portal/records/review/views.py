"""The changes of a record's access that work at once. Each view translates and delegates."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from portal.access.models import PartiesWish
from portal.access.services import (
    ChangedMeanwhile,
    approve_parties,
    ask_parties,
    changes_party,
    restrict_access,
    set_parties,
    withdraw_record,
)
from portal.records.access_fields import waiting_wish
from portal.records.forms import PartiesForm, RestrictForm, SeenForm, WithdrawForm
from portal.records.models import NotAsSubmitted, RecordPage
from portal.records.panels import state_of


class PageFormView(WagtailAdminTemplateMixin, FormView):
    """A small form about one page; a refusal of the service becomes a sentence at the form."""

    header_icon = "view"
    button = _("Save")
    done = ""
    lead = ""

    @cached_property
    def page(self):
        return get_object_or_404(Page, pk=self.kwargs["page_id"]).specific

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        form = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, {"url": form, "label": self.get_page_subtitle()}, here]

    def get_success_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def form_valid(self, form):
        try:
            self.act(form.cleaned_data)
        except NotAsSubmitted as refusal:
            form.add_error(None, str(refusal))
        except ChangedMeanwhile:
            form.add_error(None, _("Somebody changed this meanwhile. Look at it again."))
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(self.request, self.done % {"title": self.page.get_admin_display_title()})
            return redirect(self.get_success_url())
        return self.form_invalid(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"page": self.page, "now": self._access_now(), "button": self.button, "lead": self.lead}

    def _access_now(self):
        if not isinstance(self.page, RecordPage):
            return None
        identity = self.page.identity
        return state_of(self.page, identity, waiting_wish(identity))


class AccessFormView(PageFormView):
    """A change of the identity row of a record; the service asks whether one may, and audits it."""

    template_name = "records/admin/access_form.html"
    header_icon = "lock"

    def dispatch(self, request, *args, **kwargs):
        if not isinstance(self.page, RecordPage):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class WithIdentity:
    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"identity": self.page.identity}


class RestrictView(WithIdentity, AccessFormView):
    form_class = RestrictForm
    page_title = _("Restrict now")
    button = _("Restrict now")
    done = _("Fewer people see “%(title)s” from now on.")
    lead = _("It works at once, in every language, and drops what waits for review about who may see it.")

    def act(self, data):
        restrict_access(identity=self.page.identity, by=self.request.user, **data)


class WithdrawView(AccessFormView):
    form_class = WithdrawForm
    page_title = _("Withdraw")
    button = _("Withdraw it from everybody but editors")
    done = _("“%(title)s” is withdrawn.")
    lead = _("It disappears at once for everybody but editors, in every language. Nothing is deleted.")

    def act(self, data):
        withdraw_record(identity=self.page.identity, by=self.request.user, reason=data["reason"])


class PartiesView(WithIdentity, AccessFormView):
    form_class = PartiesForm
    page_title = _("Who owns and keeps it")
    done = _("Owner and keeper of “%(title)s” are set.")
    lead = _(
        "Owner and keeper see it whatever its level, and may restrict or withdraw it at any time. Another one than now "
        "takes a second editor; all else works at once."
    )

    @transaction.atomic
    def act(self, data):
        """What shows it to further people waits for a second editor, the rest is done."""
        identity, by = self.page.identity, self.request.user
        parties = {name: data[name] for name in ("owner", "custodian")}
        if not changes_party(identity, **parties):
            set_parties(identity=identity, by=by, named=data["named"], **parties)
            return
        set_parties(identity=identity, by=by, named=data["named"], owner=identity.owner, custodian=identity.custodian)
        ask_parties(identity=identity, by=by, reason=data["reason"], **parties)
        self.done = _("Owner and keeper of “%(title)s” change when a second editor approves.")


class ApprovePartiesView(AccessFormView):
    """The second editor's yes to another owner or keeper."""

    form_class = SeenForm
    page_title = _("Approve who owns and keeps it")
    button = _("Approve")
    done = _("Owner and keeper of “%(title)s” are set.")
    lead = _("Their focal points will see it whatever its level. Who asked for it cannot approve it.")

    def get_initial(self):
        wish = PartiesWish.objects.filter(identity=self.page.key).first()
        return {"seen": wish and wish.pk}

    def act(self, data):
        approve_parties(identity=self.page.identity, by=self.request.user, seen=data["seen"])
