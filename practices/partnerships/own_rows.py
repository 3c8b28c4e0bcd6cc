"""What is kept of a person here: for them to take along; when they are forgotten, what they did stays with their
organisation, and what they support as a person goes."""

from portal.directory.own_data import add_part
from practices.partnerships.models import IdeaChange, IdeaSupport, PartnerAnswer


def forget_person(user):
    """Their own support goes; that of an organisation stays."""
    IdeaSupport.objects.filter(by=user, organisation=None).delete()


def _supports(user):
    rows = IdeaSupport.objects.filter(by=user).order_by("given_at", "pk")
    return list(rows.values("identity__code", "organisation__name_en", "given_at"))


def _changes(user):
    return list(
        IdeaChange.objects.filter(by=user).order_by("pk").values("identity__code", "state__key", "reason", "at")
    )


def _answers(user):
    rows = PartnerAnswer.objects.filter(answered_by=user).order_by("answered_at", "pk")
    return list(rows.values("identity__code", "organisation__name_en", "answer", "answered_at"))


for name, read in (
    ("support_of_ideas", _supports),
    ("steps_of_ideas", _changes),
    ("answers_as_partner", _answers),
):
    add_part(name, read)
