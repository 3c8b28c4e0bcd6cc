"""Who hears of an action: the person in charge, with an account or without; where nobody is named, who speaks for the
organisation. What stands in a mail is read when it is sent."""

from events.actions.links import report_path
from portal.directory.rights import speakers
from portal.notifications.posting import tell, write_to

GIVEN, DUE, LATE = "action_given", "action_due", "actions_late"


def tell_of_action(action, update) -> int:
    """Tells who does it that it is theirs now, and whoever that is who speaks for the organisation that is named; not
    who gave it to them. Returns how many mails are new."""
    event, facts = f"{GIVEN}:{update.pk}", {"action": action.key.hex, "organisation": action.organisation_id}
    told = _to_who_does_it(action, GIVEN, event, {}, without=update.by)
    speaking = speakers(action.organisation) - {update.by}
    return told + tell(kind=GIVEN, event=event, people=speaking, record=action.key, facts=facts)


def tell_due(action, stage) -> int:
    """Reminds who does it, once for each day on which it is due and each stage (days left). Returns how many mails are
    new."""
    day = action.due_on.isoformat()
    return _to_who_does_it(action, DUE, f"{DUE}:{action.code}:{day}:{stage}", {"due_on": day})


def _to_who_does_it(action, kind, event, facts, without=None):
    facts = {"action": action.key.hex, "organisation": action.organisation_id, **facts}
    if action.person_email:
        return _by_mail(action, kind, event, facts)
    people = {action.person} if _is_there(action.person) else speakers(action.organisation)
    return tell(kind=kind, event=event, people=people - {without}, record=action.key, facts=facts)


def _by_mail(action, kind, event, facts):
    facts = {**facts, "path": report_path(action), "link_key": action.link_key}
    return write_to(
        kind=kind, event=event, address=action.person_email, language=action.locale.language_code, facts=facts
    )


def _is_there(person):
    return person is not None and person.is_active
