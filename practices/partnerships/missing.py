"""What an idea still lacks, said in one place: for its page, the board, and who takes it further."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from practices.partnerships.enums import LookingFor
from practices.partnerships.partners import committed
from practices.partnerships.plan import next_due

LACKS = {
    LookingFor.DATA: gettext_lazy("It looks for data."),
    LookingFor.PARTNER: gettext_lazy("It looks for a partner."),
    LookingFor.CONSENT: gettext_lazy("It looks for the consent of an owner of data."),
    LookingFor.FUNDING: gettext_lazy("It looks for funding."),
    LookingFor.SKILLS: gettext_lazy("It looks for skills."),
}


def missing_of(*, looking_for, kinds_joined: Iterable[str], partners, steps) -> list[str]:
    """Sentences for who reads its details.

    `kinds_joined` are the kinds of the entries that it would join, of which the reader may know: what they may not know
    of is missing for them. `partners` and `steps` as of `partners_of` and `plan_of`.
    """
    kinds = set(kinds_joined)
    met = {LookingFor.DATA: "holding" in kinds, LookingFor.PARTNER: bool(committed(partners))}
    found = [str(LACKS[each]) for each in looking_for if not met.get(each)]
    if waiting := [partner for partner in partners if not partner.answer]:
        sentence = ngettext(
            "%(number)d partner was invited and has not answered.",
            "%(number)d partners were invited and have not answered.",
            len(waiting),
        )
        found.append(sentence % {"number": len(waiting)})
    if not partners:
        found.append(_("No partner is named."))
    if not steps:
        found.append(_("No first step is named."))
    elif next_due(steps) is None and not all(step.is_done for step in steps):
        found.append(_("No step has a date."))
    if "need" not in kinds:
        found.append(_("No data need is named that it would meet."))
    if not kinds & {"holding", "flow"}:
        found.append(_("No data are named that it would use."))
    return found
