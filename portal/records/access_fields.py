"""“Who may see this?” as fields of a record's form. They stand on no page: they become a wish, for the review."""

from django import forms
from django.db.models import prefetch_related_objects
from django.utils.functional import lazy
from django.utils.html import escape, format_html
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, TextSensitivity, Zone
from portal.access.models import AccessWish
from portal.core.languages import enumerated
from portal.directory.forms import OrganisationsField
from portal.records.registry import kind_of
from portal.records.widgets import SearchableCheckboxes

WHO = {
    Level.PUBLIC: _("Anyone, without an account; search engines as well."),
    Level.MEMBERS: _("People with an active membership of this community, whatever their organisation."),
    Level.NAMED: _("Members of the organisations that you tick below, and of those that own and keep it."),
    Level.OWNER: _("The focal points of the organisations that own and keep it, and the editors of this portal."),
}
QUESTIONS = ("names_person", "names_place", "tells_unpublished")
SENT_BY = ("action-submit", "action-restart-workflow")
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
ANSWERS = {"yes": True, "no": False}
WORDS = {True: "yes", False: "no", None: ""}


def _with_sentence(label, who, note):
    return format_html("<span><strong>{}</strong><br><span class='help'>{} {}</span></span>", label, who, note)


def level_choices(widest=Level.PUBLIC, notes=None):
    """Each level from the `widest` on, with a sentence that says who that is, and by level what `notes` add to it."""
    levels = [level for level in Level if level.rank >= widest.rank]
    notes = notes or {}
    return [(each.value, lazy(_with_sentence, str)(each.label, WHO[each], notes.get(each, ""))) for each in levels]


def _level(label, help_text):
    return forms.ChoiceField(
        choices=level_choices, widget=forms.RadioSelect, required=False, label=label, help_text=help_text
    )


def _question(label, help_text):
    return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, required=False, label=label, help_text=help_text)


class AccessFields(forms.Form):
    """The fields, what they hold before anybody touched them, and what they ask for afterwards."""

    listed_to = _level(_("Who may know that it exists?"), help_text="")
    details_to = _level(_("Who may read all of it?"), _("Never more people than those who may know of it."))
    names_person = _question(
        _("Could a person be identified?"), _("A name, a photograph, or details by which neighbours would know them.")
    )
    names_place = _question(
        _("Is an exact place of hazards, sites or staff named?"), _("Anything finer than a district; coordinates.")
    )
    tells_unpublished = _question(
        _("Does it say what the owner has not published?"), _("For example figures from a database that is not public.")
    )
    named_organisations = OrganisationsField(
        widget=SearchableCheckboxes,
        label=_("Named organisations"),
        help_text=_("Only where you chose “Named organisations” above."),
    )
    access_reason = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        label=_("Why?"),
        help_text=_("For the reviewer and the log, for example “The authority published the report in May 2024.”"),
    )
    access_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.identity = getattr(self.instance, "read_identity", None) or self.instance.identity
        self.wish = waiting_wish(self.identity)
        for each in filter(None, (self.identity, self.wish)):
            prefetch_related_objects([each], "named_organisations")
        self.fields["listed_to"].help_text = said_of_card(kind_of(self.instance))
        if not self.is_bound:
            # Once for the panel and for the page's script, which each write all boxes.
            named = self.fields["named_organisations"]
            named.choices = [(each.pk, named.label_from_instance(each)) for each in named.queryset]
        self.initial.update(access_now(self.instance, self.identity, self.wish))

    def clean(self):
        data = super().clean()
        self._check_levels(data)
        if any(name in self.data for name in SENT_BY):
            self._check_answers(data)
        version = self.identity.version if self.identity else 0
        if self.access_changed and self.identity and self.identity.withdrawn_at:
            self.add_error("listed_to", _("It is withdrawn: nobody decides who may see it before it is restored."))
        elif self.access_changed and data.get("access_version") not in (None, version):
            self.add_error("listed_to", _("Somebody changed who may see this meanwhile. Look at it again, then save."))
        return data

    @property
    def access_changed(self):
        """Whether somebody chose another access than what waits, or than what is."""
        return "listed_to" in self.data and bool(ACCESS_FIELDS & set(self.changed_data))

    def asked_access(self):
        """What is asked for, as arguments of `ask_access`; None when nothing was changed."""
        if not self.access_changed:
            return None
        data = self.cleaned_data
        return {
            "listed_to": data["listed_to"] or self.initial["listed_to"],
            "details_to": data["details_to"] or self.initial["details_to"],
            "named": list(data["named_organisations"]),
            "reason": data["access_reason"],
            # A new record has no identity yet: then the form says 0.
            "version": data["access_version"] or None,
            **{name: ANSWERS.get(data[name]) for name in QUESTIONS},
        }

    def _check_levels(self, data):
        listed, details = (data.get(name) or self.initial[name] for name in ("listed_to", "details_to"))
        if Level(details).rank < Level(listed).rank:
            self.add_error(
                "details_to", _("More people would read it than may know of it. Choose fewer here, or more above.")
            )
        parties = self.identity and (self.identity.owner_id or self.identity.custodian_id)
        nobody = Level.NAMED in (listed, details) and not (parties or data.get("named_organisations"))
        if nobody and self.access_changed and "details_to" not in self.errors:
            self.add_error("named_organisations", _("Tick at least one organisation, or choose other people above."))

    def _check_answers(self, data):
        for name in QUESTIONS:
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Answer yes or no before you send it for review."))


FIRST_OF_CARD = ("title", "summary", "countries", "organisations")
"""What of a card is named at once; the rest is unfolded by who wants to know."""
ACCESS_FIELDS = {*AccessFields.base_fields} - {"access_version"}


def said_of_card(kind) -> str:
    """HTML with the fields of the kind that stand on the card: who may know of a record sees them."""
    on_card = [field for field in kind.fields if field.zone is Zone.CARD]
    first, rest = (
        enumerated(dict.fromkeys(str(each.label) for each in on_card if (each.name in FIRST_OF_CARD) is is_first))
        for is_first in (True, False)
    )
    said = _("They see its card and nothing else: %(fields)s.") % {"fields": first}
    more = _("What else stands on the card")
    return format_html("{} <details><summary>{}</summary>{}</details>", said, more, rest) if rest else escape(said)


def waiting_wish(identity):
    """What is asked for the access of a record and waits for its review; None where nothing is."""
    if identity is None:
        return None
    return AccessWish.objects.filter(identity=identity).select_related("asked_by").first()


def access_now(page, identity, wish):
    """The fields' first values: what waits for review, else what is, else what its kind begins with."""
    if wish:
        return {
            "listed_to": wish.listed_to,
            "details_to": wish.details_to,
            "named_organisations": [each.pk for each in wish.named_organisations.all()],
            "access_reason": wish.reason,
            "access_version": identity.version,
            **{name: WORDS[getattr(wish, name)] for name in QUESTIONS},
        }
    levels = identity or kind_of(page)
    details_to = _offered(page, identity) or levels.details_to
    # Assessed as low means that all three were answered no; from other levels nobody can tell the answers.
    answer = "no" if identity and identity.text_sensitivity == TextSensitivity.LOW else ""
    return {
        "listed_to": str(levels.listed_to),
        "details_to": str(details_to),
        "named_organisations": [each.pk for each in identity.named_organisations.all()] if identity else [],
        "access_reason": "",
        "access_version": identity.version if identity else 0,
        **dict.fromkeys(QUESTIONS, answer),
    }


def _offered(page, identity):
    """The level of details that the form of a draft begins with where its kind says one; None where it does not, or
    where the draft was narrowed further than its missing answers do by themselves."""
    offered = kind_of(page).offered_to
    if offered is None or page.live:
        return None
    if identity is None:
        return offered
    is_first = identity.text_sensitivity == TextSensitivity.NOT_ASSESSED and identity.details_to == Level.NAMED
    return Level.narrower(offered, identity.listed_to) if is_first else None
