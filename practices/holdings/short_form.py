"""The short form of a holding. Its title is made of its data, its country and who holds them."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.languages import enumerated
from portal.records.models import RecordOrganisation
from portal.records.short_forms import OwnQuestion, Rows, ShortForm
from portal.taxonomy.models import ParticipantRole
from practices.holdings.protocols import problems_with_protocol
from practices.holdings.usual import usual_ladder

OWNER = "data_owner"
US, OTHER = "us", "other"
MOST_KINDS, LONGEST = 3, 255


def _choice():
    return forms.ChoiceField(
        choices=[(US, gettext_lazy("My organisation")), (OTHER, gettext_lazy("Somebody else"))],
        widget=forms.RadioSelect,
        label=gettext_lazy("Who owns the data?"),
        help_text=gettext_lazy("Who has the right to release them: often not who keeps them."),
    )


def _organisation():
    return {
        "label": gettext_lazy("Which organisation owns them?"),
        "help_text": gettext_lazy(
            "If somebody else owns them: they are told of this entry. Not in the list? Write who it is below."
        ),
        "required": False,
    }


def _owner_of(page, organisation):
    owners = [row.organisation_id for row in page.organisations.all() if row.role.key == OWNER]
    if organisation and organisation.pk in owners:
        return US
    return OTHER if owners or page.owner_note else ""


def _write_owner(page, value, organisation):
    """Notes that one's own organisation owns the data, or no longer; other owners stay as they are."""
    rows = list(page.organisations.all())
    own = [row for row in rows if organisation and (row.organisation_id, row.role.key) == (organisation.pk, OWNER)]
    if value == US and not own and organisation:
        role = ParticipantRole.objects.get(key=OWNER)
        page.organisations.set([*rows, RecordOrganisation(organisation=organisation, role=role)])
    elif value == OTHER and own:
        page.organisations.set([row for row in rows if row not in own])


def _other_owner(page, organisation):
    """The first owner that is not one's own organisation (primary key); None where none is named."""
    own = organisation.pk if organisation else None
    others = (row.organisation_id for row in page.organisations.all() if row.role.key == OWNER)
    return next((pk for pk in others if pk != own), None)


def _write_other_owner(page, value, organisation):
    """Names another organisation as owner in the place of the one that was named first; further ones stay."""
    chosen, before = getattr(value, "pk", value), _other_owner(page, organisation)
    if chosen == before:
        return
    rows = list(page.organisations.all())
    kept = [row for row in rows if (row.organisation_id, row.role.key) not in {(before, OWNER), (chosen, OWNER)}]
    if chosen:
        role = ParticipantRole.objects.get(key=OWNER)
        kept.append(RecordOrganisation(organisation_id=chosen, role=role))
    page.organisations.set(kept)


def title(answers):
    """“Casualties, Hazards – Exampleland”; the kind alone until something was answered."""
    kinds = enumerated(kind.label for kind in list(answers.get("data_kinds") or ())[:MOST_KINDS])
    countries = enumerated(country.label for country in list(answers.get("countries") or ())[:MOST_KINDS])
    return " – ".join(filter(None, (kinds, countries)))[:LONGEST] or _("Data holding")


def fill(page, organisation):
    """A ladder that nobody wrote begins with the usual proposal, as in the admin."""
    if not page.ladder.count():
        page.ladder.set(usual_ladder(page.data_kinds.all(), page.finest_level))


def wrong_with(page, answers):
    """By field, what is wrong: two owners of one answer, or a sensitivity that is answered now, by the country and the
    data of the holding."""
    if answers.get("owner_is") == US and answers.get("owner_organisation"):
        return {"owner_organisation": _("You said that your organisation owns them. Leave this empty, or change that.")}
    if "data_sensitivity" not in answers:
        return {}
    stored = {name: getattr(page, name).all() for name in ("countries", "data_kinds")}
    return problems_with_protocol(stored | answers)


SHORT = ShortForm(
    screens=(
        (("data_kinds",), ("countries",), ("owner_is", "owner_organisation", "owner_note"), ("finest_level",)),
        (
            ("update_frequency", "last_updated_on"),
            ("access_method", "access_note"),
            ("request_address",),
            (Rows("uses", ("sector", "decision", "note")),),
        ),
    ),
    needed=("data_kinds", "countries", "owner_is", "access_method"),
    own={
        "owner_is": OwnQuestion(_choice, _owner_of, _write_owner),
        "owner_organisation": OwnQuestion(_organisation, _other_owner, _write_other_owner, is_organisation=True),
    },
    title=title,
    fill=fill,
    wrong_with=wrong_with,
    is_owner=lambda answers: answers.get("owner_is") == US,
)
