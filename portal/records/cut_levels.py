"""Why fewer people read an entry than its author asked for: its sensitivity cuts the level, and that must be said."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.enums import Level, TextSensitivity
from portal.access.services import sensitivity_of
from portal.core.languages import enumerated

SHOWN = {
    Level.MEMBERS: gettext_lazy("Shown to members only, because %(why)s."),
    Level.NAMED: gettext_lazy("Shown to the named organisations, its owner and its keeper only, because %(why)s."),
    Level.OWNER: gettext_lazy("Shown to focal points of its owner and keeper and to editors only, because %(why)s."),
}
QUESTIONS = ("names_person", "names_place", "tells_unpublished")


def cut_of(identity, wish, starts_at=TextSensitivity.LOW) -> str:
    """A sentence on who may read all of it and why not more people, by what is asked for or what is; "" where nothing
    is cut. `starts_at` is the sensitivity of the text as long as nobody was asked."""
    if wish:
        sensitivity, asked = sensitivity_of(wish), Level.narrower(wish.details_to, wish.listed_to)
        why = _of_wish(wish)
    elif identity is None or identity.text_sensitivity == TextSensitivity.NOT_ASSESSED:
        sensitivity, asked, why = TextSensitivity(starts_at), Level.PUBLIC, _of_data()
    else:
        sensitivity, asked = TextSensitivity(identity.text_sensitivity), Level(identity.listed_to)
        why = _("the sensitivity of its text is “%(sensitivity)s”") % {"sensitivity": sensitivity.label}
        if identity.details_to != sensitivity.widest:
            return ""
    return SHOWN[sensitivity.widest] % {"why": why} if sensitivity.widest.rank > asked.rank else ""


def _of_wish(wish):
    if not wish.is_answered:
        return _("not all questions about its text are answered")
    if any(wish.answers):
        yes = [str(wish._meta.get_field(name).verbose_name) for name in QUESTIONS if getattr(wish, name)]
        return _("this was answered with yes: %(questions)s") % {"questions": enumerated(yes)}
    return _of_data()


def _of_data():
    return _(
        "the data are of high or severe sensitivity or not assessed, and nobody has confirmed that the text about them "
        "may be public"
    )
