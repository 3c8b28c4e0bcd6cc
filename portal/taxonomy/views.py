"""The admin's views of a term that Wagtail's do not cover."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin.widgets import Button
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import EditView

from portal.taxonomy.errors import CannotReplace
from portal.taxonomy.forms import ReplaceForm
from portal.taxonomy.listing import replace_url_of
from portal.taxonomy.services import replace_term
from portal.taxonomy.usage import uses_of


class TermEditView(EditView):
    """Wagtail's, with a way to “Replace…”."""

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if replace_url := replace_url_of(self.object, self.request.user):
            buttons.append(Button(_("Replace…"), url=replace_url, icon_name="repeat", priority=10))
        return buttons


class ReplaceView(FormView):
    """Says what will be retagged, asks by which term, and does it; a plain form."""

    model = None
    form_class = ReplaceForm
    template_name = "taxonomy/replace_term.html"

    def dispatch(self, request, *args, **kwargs):
        if not policy_registry.get_by_type(self.model).user_has_permission(request.user, "change"):
            raise PermissionDenied
        self.term = get_object_or_404(self.model, pk=kwargs["pk"])
        if not replace_url_of(self.term, request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"term": self.term}

    def form_valid(self, form):
        by_term = form.cleaned_data["by_term"]
        try:
            replaced = replace_term(term=self.term, by_term=by_term, by=self.request.user)
        except CannotReplace as error:
            form.add_error("by_term", str(error))
            return self.form_invalid(form)
        sentence = ngettext(
            "“%(old)s” was replaced by “%(new)s” in %(count)d place.",
            "“%(old)s” was replaced by “%(new)s” in %(count)d places.",
            replaced.total,
        )
        messages.success(self.request, sentence % {"old": self.term, "new": by_term, "count": replaced.total})
        return redirect(self._list_url())

    def get_context_data(self, **kwargs):
        uses = uses_of(self.model, [self.term.pk])
        return super().get_context_data(
            term=self.term,
            page_title=_("Replace “%(label)s”") % {"label": self.term.label},
            page_icon="repeat",
            uses=uses,
            total=sum(uses.values()),
            list_url=self._list_url(),
            edit_url=reverse(self.model.snippet_viewset.get_url_name("edit"), args=[self.term.pk]),
            **kwargs,
        )

    def _list_url(self):
        return reverse(self.model.snippet_viewset.get_url_name("list"))
