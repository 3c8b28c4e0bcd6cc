"""Vocabularies and glossary in the admin. A vocabulary is a snippet: its terms are chosen, not visited."""

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet, SnippetViewSetGroup

from portal.taxonomy import vocabularies
from portal.taxonomy.choosers import SEARCHED, TermChooserViewSet
from portal.taxonomy.listing import TermIndexView, filter_set_of
from portal.taxonomy.models import GlossaryTerm
from portal.taxonomy.panels import glossary_panels, term_panels
from portal.taxonomy.views import ReplaceView, TermEditView

LONGEST_GIVEN = 80
"""Characters of a word that an address gives."""


class TermViewSet(SnippetViewSet):
    """List, form and “Replace…” of one vocabulary; `vocabulary` is set on the subclass."""

    vocabulary = None
    icon = "tag"
    index_view_class = TermIndexView
    edit_view_class = TermEditView
    chooser_viewset_class = TermChooserViewSet
    copy_view_enabled = False
    list_per_page = 150
    search_fields = SEARCHED
    # Django's own filter: a handful of rows needs no search index.
    search_backend_name = None

    @cached_property
    def edit_handler(self):
        return term_panels(self.vocabulary)

    @cached_property
    def filterset_class(self):
        return filter_set_of(self.vocabulary)

    def get_urlpatterns(self):
        replace = path("replace/<int:pk>/", ReplaceView.as_view(model=self.model), name="replace")
        return [*super().get_urlpatterns(), replace]


class GlossaryIndexView(IndexView):
    @cached_property
    def columns(self):
        # Without the boxes for deleting several at once.
        return super().columns[1:]


class GlossaryAddView(CreateView):
    """The form of a new word, with what the address gives of it: the editors' report of searches leads here."""

    def get_initial_form_instance(self):
        given = {name: self.request.GET.get(name, "")[:LONGEST_GIVEN] for name in ("term_en", "term_fr", "term_ar")}
        return GlossaryTerm(**given)


class GlossaryViewSet(SnippetViewSet):
    """The glossary's words."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    index_view_class = GlossaryIndexView
    add_view_class = GlossaryAddView
    edit_handler = glossary_panels
    copy_view_enabled = False
    list_per_page = 100
    list_display = ["term_en", "term_fr", "term_ar", "acronym_en", "confidence", BooleanColumn("is_shown")]
    list_filter = ["confidence", "is_shown"]
    search_fields = ["term_en", "term_fr", "term_ar", "acronym_en", "acronym_fr", "definition_en"]
    search_backend_name = None


def _viewset(vocabulary):
    name = f"{vocabulary.model.__name__}ViewSet"
    return type(name, (TermViewSet,), {"model": vocabulary.model, "vocabulary": vocabulary})


def _group(label):
    items = [_viewset(vocabulary) for vocabulary in vocabularies.VOCABULARIES if vocabulary.group == label]
    options = {"items": items, "menu_label": label, "menu_icon": "folder-open-inverse"}
    # Only inside “Vocabularies”: a group enters the main menu by itself unless told otherwise.
    options["add_to_admin_menu"] = False
    return type("VocabularyGroup", (SnippetViewSetGroup,), options)


class VocabulariesGroup(SnippetViewSetGroup):
    """“Vocabularies” in the menu: four groups and the glossary."""

    menu_label = _("Vocabularies")
    menu_icon = "tag"
    menu_name = "vocabularies"
    menu_order = 700
    items = (
        *(_group(label) for label in (vocabularies.PEOPLE, vocabularies.DATA, vocabularies.SHARING, vocabularies.WORK)),
        GlossaryViewSet,
    )
