"""How far the fictional country's ideas are, said by the demo's people: one is carried out, and partners answered."""

from portal.records.models import RecordPage
from practices.partnerships import services
from practices.partnerships.enums import Answer
from practices.partnerships.models import IdeaChange

CARRIED_OUT = "id-xxa-camps"
STEPS = (
    ("evaluating", ""),
    ("accepted", "The authority agrees to three classes and no positions (fictional)."),
    ("in_progress", "The classes are agreed; two camps are asked about first (fictional)."),
)
SAID = {"authority": Answer.COMMITTED, "focal point": Answer.INTERESTED}
"""By role; the coordination group was invited and has not answered."""


def move_ideas(users):
    """Moves the idea, lets its partners answer and a member support it; one that was moved before stays as it is."""
    identity = RecordPage.objects.get(source_id=CARRIED_OUT).identity
    if IdeaChange.objects.filter(identity=identity).exists():
        return
    for to, reason in STEPS:
        services.change_state(identity=identity, to=to, reason=reason, by=users["editor"])
    for role, answer in SAID.items():
        user = users[role]
        organisation = user.member.memberships.get(is_active=True).organisation
        services.answer_for(identity=identity, organisation=organisation, answer=answer, by=user)
    services.support(identity=identity, by=users["member"])
