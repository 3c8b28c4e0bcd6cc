"""The order in which a term is written and read in the admin."""

import csv

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

from portal.taxonomy.columns import COLUMNS, WORDS, Type
from portal.taxonomy.files import DATA
from portal.taxonomy.forms import PREFIX, GlossaryForm, form_of
from portal.taxonomy.models import Country

ENGLISH = _("What readers see, for example “Suspected hazardous area”. A change shows at once wherever it is used.")
FRENCH = _("For example « Zone soupçonnée dangereuse ». Not yet validated by a native speaker.")
ARABIC = _("For example «المنطقة الخطرة المشتبه بها». Not yet validated by a native speaker.")
KEY = _("For programs and addresses, for example “suspected_hazardous_area”. It can never be changed.")
DESCRIPTION = _("One sentence that says when to use it, for example “Area where explosive ordnance is suspected.”")
ORDER = _("Lower numbers come first; leave gaps: 10, 20, 30.")
VALID = _("After this day nobody can choose it; what has it keeps it. Use “Replace…” to retag what has it.")


def term_panels(vocabulary) -> ObjectList:
    """All of an open vocabulary's terms; of a fixed one only the words for people."""
    columns = shown_columns(vocabulary)
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("label_en", help_text=ENGLISH, required_on_save=True),
                FieldPanel("label_fr", help_text=FRENCH),
                FieldPanel("label_ar", help_text=ARABIC, widget=forms.TextInput(attrs={"dir": "rtl", "lang": "ar"})),
            ],
            heading=_("Labels"),
        ),
        FieldPanel("key", help_text=KEY, required_on_save=True),
        FieldPanel("description", help_text=DESCRIPTION),
        *_places(vocabulary),
    ]
    if columns:
        panels.append(MultiFieldPanel([FieldPanel(PREFIX + name) for name in columns], heading=_("Properties")))
    if vocabulary.is_open:
        panels += [
            MultiFieldPanel([FieldPanel("source"), FieldPanel("uri")], heading=_("Source")),
            FieldPanel("valid_until", help_text=VALID),
        ]
    return ObjectList(panels, base_form_class=form_of(vocabulary, columns))


def shown_columns(vocabulary) -> list[str]:
    """The columns of the vocabulary's files that its editors may fill."""
    found = []
    for file in vocabulary.files:
        with (DATA / f"{file}.csv").open(encoding="utf-8", newline="") as stream:
            found += next(csv.reader(stream))
    if not vocabulary.is_open:
        return [name for name in found if name in WORDS]
    # States that may follow are code's business, and no open vocabulary has them.
    return [name for name in dict.fromkeys(found) if name in COLUMNS and COLUMNS[name].type is not Type.KEYS]


def _places(vocabulary):
    fields = []
    if vocabulary.is_open and vocabulary.is_tree:
        fields.append(FieldPanel("parent"))
    if vocabulary.model is Country:
        fields.append(FieldPanel("region"))
    if vocabulary.is_open:
        fields.append(FieldPanel("sort_order", help_text=ORDER))
    return [MultiFieldPanel(fields, heading=_("Place"))] if fields else []


def _one_language(language, heading, note=""):
    fields = [FieldPanel(f"term_{language}", help_text=note, required_on_save=language == "en")]
    if language != "ar":
        fields.append(FieldPanel(f"acronym_{language}"))
    fields += [FieldPanel(f"{name}_{language}") for name in ("synonyms", "forms", "definition")]
    return MultiFieldPanel(fields, heading=heading)


NOT_VALIDATED = _("Not yet validated by a native speaker.")
glossary_panels = ObjectList(
    [
        FieldPanel("key", help_text=_("For addresses, for example “mine_action”. It can never be changed.")),
        _one_language("en", _("English"), _("For example “land release”.")),
        _one_language("fr", _("French"), NOT_VALIDATED),
        _one_language("ar", _("Arabic"), NOT_VALIDATED),
        FieldPanel("confidence"),
        FieldPanel("is_shown"),
    ],
    base_form_class=GlossaryForm,
)
