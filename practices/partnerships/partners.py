"""Who is in: the organisations that an idea names, and those that came by themselves, each with its own answer."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation
from practices.partnerships.enums import Answer
from practices.partnerships.models.life import PartnerAnswer

INVITED = _("Invited, no answer yet")


@dataclass(frozen=True)
class Partner:
    """An organisation, its part as the idea says it ("" for who came by itself), and its answer; "" while there is
    none."""

    organisation: Organisation
    role: str
    answer: str

    @property
    def answer_label(self):
        return Answer(self.answer).label if self.answer else INVITED


def partners_of(page, answers=None) -> list[Partner]:
    """The Partners of an IdeaPage: those named in their order, then the others.

    `answers` (Organisation → key of Answer) where they are known.
    """
    answers = dict(answers_to([page.key]).get(page.key, {}) if answers is None else answers)
    rows = list(page.organisations.all())
    prefetch_related_objects(rows, "organisation", "role")
    named = {row.organisation: row.role.label for row in reversed(rows)}
    partners = [
        Partner(organisation, role, answers.pop(organisation, "")) for organisation, role in reversed(named.items())
    ]
    return [*partners, *(Partner(organisation, "", answer) for organisation, answer in answers.items())]


def answers_to(keys) -> dict:
    """By identity key of an idea, what each organisation answered (Organisation → key of Answer). One query."""
    found = {}
    rows = PartnerAnswer.objects.filter(identity__in=list(keys)).select_related("organisation__kind")
    for row in rows.order_by("answered_at", "pk"):
        found.setdefault(row.identity_id, {})[row.organisation] = row.answer
    return found


def committed(partners) -> list[Partner]:
    """Those who said that they are in."""
    return [partner for partner in partners if partner.answer == Answer.COMMITTED]


def sought(partners) -> list[Partner]:
    """All but those who declined."""
    return [partner for partner in partners if partner.answer != Answer.DECLINED]
