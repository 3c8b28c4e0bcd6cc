"""A request as one of its readers sees it: everything that a page or a mail prints."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from portal.access.enums import TO_ALL_MEMBERS
from portal.core.days import last_day
from portal.core.languages import enumerated
from portal.directory.profiles import name_of
from portal.linkage.ends import End, ends_for
from practices.requests.enums import GIVEN, Act, Side
from practices.requests.models import DataRequest, HandedOver
from practices.requests.next_steps import next_step
from practices.requests.sides import ASKED, sides_of
from practices.requests.standing import standing_of


@dataclass(frozen=True)
class ReadStep:
    """A step of the trail; `who` is a side in words, never a person's name."""

    label: str
    who: str
    way: str
    at: datetime
    note: str
    reason: str
    next_step: str
    letter: str
    until: date | None


@dataclass(frozen=True)
class ReadRequest:
    """A request, as far as this reader may know what it is about. `about` is None for what they may not know of any
    more, and where no entry lists the data (`is_listed`)."""

    code: str
    subject: str
    subject_label: str
    about: End | None
    is_listed: bool
    is_nameable: bool
    """Whether a mail, and the page behind its link, may print its title: every member may know of it."""
    asker: str
    asked_for: str
    owner: str
    keeper: str
    for_all_of_it: bool
    kinds: str
    countries: str
    part: str
    form: str
    purpose: str
    decision: str
    until: date
    readers: str
    safekeeping: str
    state: str
    state_label: str
    standing: str
    """How far it is: the state and, of data, where their delivery stands."""
    next_step: str
    """What comes next for this reader; "" for nothing."""
    why_longer: str
    """Why the data are asked for longer; "" while nobody asks."""
    state_since: datetime
    asked_at: datetime
    answer_due_on: date
    is_late: bool
    is_given: bool
    given_until: date | None
    agreement: End | None
    """On which it rests, as far as this reader may know of that."""
    handed: HandedOver | None
    is_demo: bool
    steps: tuple[ReadStep, ...] = field(default=())


def as_read(request: DataRequest, user) -> ReadRequest:
    """The ReadRequest for `user`, who stands on one of its sides (asked by the caller)."""
    names = _Names(request, user)
    ends = ends_for({request.about_id, request.agreement_id} - {None}, user)
    return ReadRequest(
        subject_label=request.get_subject_display(),
        about=ends.get(request.about_id),
        is_listed=request.about_id is not None,
        is_nameable=request.about is not None and request.about.listed_to in TO_ALL_MEMBERS,
        asker=names.asker(),
        asked_for=names.of(request.asked_for),
        owner=names.of(request.to_owner),
        keeper=names.of(request.to_keeper) if request.to_keeper_id != request.to_owner_id else "",
        kinds=enumerated(kind.label for kind in request.data_kinds.all()),
        countries=enumerated(country.label for country in request.countries.all()),
        form=request.form.label if request.form else "",
        standing=standing_of(request),
        next_step=next_step(request, user),
        why_longer=_why_longer(request),
        purpose=request.purpose.label,
        is_late=request.is_late,
        is_given=request.state in GIVEN,
        given_until=last_day(request.grant.until) if request.grant else None,
        agreement=ends.get(request.agreement_id),
        handed=request.handed_over,
        steps=tuple(_step(step, names) for step in _steps_for(request, user)),
        **{name: getattr(request, name) for name in COPIED},
    )


def _why_longer(request):
    if request.handed_over is None or request.handed_over.wanted_until is None:
        return ""
    return request.steps.filter(act=Act.ASK_LONGER).values_list("note", flat=True).last() or ""


COPIED = (
    "code", "subject", "for_all_of_it", "part", "decision", "until", "readers", "safekeeping", "state", "state_label",
    "state_since", "asked_at", "answer_due_on", "is_demo",
)  # fmt: skip


class _Names:
    """What the parties are called. Both sides know each other: who asks must say in whose name."""

    def __init__(self, request, user):
        self.request = request
        self.user = user
        self.sides = {}

    def of(self, organisation) -> str:
        return organisation.name if organisation else ""

    def asker(self) -> str:
        """The name by consent, and the role; nothing of who is forgotten."""
        person = self.request.asked_by
        member = getattr(person, "member", None)
        if member is None:
            return ""
        return ", ".join(filter(None, (name_of(person, is_known=person == self.user), member.role)))

    def side(self, person) -> str:
        """The organisation for which somebody took a step."""
        if person is None:
            return ""
        if person.pk == self.request.asked_by_id:
            return self.of(self.request.asked_for)
        # One person takes several steps, each row with an object of its own.
        if person.pk not in self.sides:
            self.sides[person.pk] = sides_of(person, self.request)
        sides = self.sides[person.pk]
        parties = ((Side.OWNER, "to_owner"), (Side.KEEPER, "to_keeper"), (Side.ASKERS_POINT, "asked_for"))
        found = [self.of(getattr(self.request, name)) for side, name in parties if side in sides]
        return found[0] if found else _("Neither of the two sides, or somebody who has left since")


def _steps_for(request, user):
    """The trail; who asks hears of an approval when it holds."""
    steps = request.steps.select_related("reason", "by")
    return steps.exclude(act=Act.AWAIT) if sides_of(user, request).isdisjoint(ASKED) else steps


def _step(step, names):
    return ReadStep(
        label=step.get_act_display(),
        who=names.side(step.by),
        way=step.get_way_display() if step.way != "page" else "",
        at=step.at,
        note=step.note,
        reason=step.reason.label if step.reason else "",
        next_step=step.reason.next_step if step.reason else "",
        letter=_("Letter %(number)s") % {"number": step.letter_number} if step.letter_number else "",
        until=step.until,
    )
