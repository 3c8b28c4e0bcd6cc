"""Choosing terms: form fields that show the tree, for any form, and the admin's chooser."""

from django import forms
from django.forms.models import ModelChoiceIterator
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from portal.core.choosers import WordsFilterForm
from portal.taxonomy.kept import kept_offer
from portal.taxonomy.tree import tree_of

SEARCHED = ("key", "label_en", "label_fr", "label_ar")


class TreeIterator(ModelChoiceIterator):
    """The choices in the order of the vocabulary, narrower terms set in below their broader ones."""

    @property
    def terms(self):
        """The nodes that are offered, with their depth: those of `offer`, else of the field's queryset."""
        given = getattr(self.field, "offered", None)
        return _placed(self.queryset.model, set(self.queryset.values_list("pk", flat=True))) if given is None else given

    def __len__(self):
        return len(self.terms) + (self.field.empty_label is not None)

    def __bool__(self):
        return self.field.empty_label is not None or bool(self.terms)

    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for node, depth in self.terms:
            value = getattr(node, self.field.to_field_name or "pk")
            yield (value, "\u2003" * depth + node.label)


class TermChoiceField(forms.ModelChoiceField):
    """One term of `model` that is still valid; `to_field_name="key"` for addresses and programs."""

    iterator = TreeIterator

    def __init__(self, model, **options):
        options.setdefault("queryset", model.objects.current())
        super().__init__(**options)


class TermMultipleChoiceField(forms.ModelMultipleChoiceField):
    """Several terms of `model` that are still valid."""

    iterator = TreeIterator

    def __init__(self, model, **options):
        options.setdefault("queryset", model.objects.current())
        super().__init__(**options)


def offer(field, *, kept=(), **filters):
    """Lets one choose, in a field of terms, the valid ones that match the arguments of `filter`, and those with the
    primary keys `kept`. What is shown comes from memory; what is sent is asked of the database."""
    terms = field.queryset.model.objects
    field.queryset = terms.current().filter(**filters) | terms.filter(pk__in=kept)
    field.offered = _placed(terms.model, kept_offer(terms.model, **filters).union(kept))


def _placed(model, pks):
    return [(node, depth) for node, depth in tree_of(model).in_order if node.pk in pks]


class TermFilterForm(WordsFilterForm):
    """By any label, or the key."""

    searched = SEARCHED


class CurrentTermsMixin:
    filter_form_class = TermFilterForm

    def get_object_list(self):
        return super().get_object_list().current()


class TermChooseView(CurrentTermsMixin, ChooseView):
    pass


class TermChooseResultsView(CurrentTermsMixin, ChooseResultsView):
    pass


class TermChooserViewSet(SnippetChooserViewSet):
    """Offers valid terms only."""

    choose_view_class = TermChooseView
    choose_results_view_class = TermChooseResultsView
