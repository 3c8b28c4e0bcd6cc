"""In the sessions: groups capture side by side, each over its own dropping line; then the report back merges them."""

from portal.taxonomy.models import BarrierKind
from tests.factories.attending import in_days

from .browser import Phone
from .workshop import ACTIONS, GROUPS, MINUTES, OUTPUTS, SESSIONS


def make_code(people, event):
    """The code with which participants write without an account."""
    page = people.facilitator.open(f"/events/{event.slug}/capture/")
    page = people.facilitator.send(page.form(field="days"), days=3)
    (code,) = page.main.xpath(".//strong[contains(@class, 'event-code')]")
    return code.text_content().strip("\u2066\u2069 \n")


def capture_all(people, workshop, code):
    """Every line of all sessions. Who runs it types for one group on a phone with the script, a participant with the
    code types for the other one without it."""
    shown = people.facilitator.open(f"/events/{workshop.first.slug}/capture/")
    for number in range(SESSIONS):
        key = workshop.sessions[number].translation_key
        path = shown.link(f"/capture/{key}/report/").removesuffix("report/")
        first, second = (_lines(number, group, workshop) for group in GROUPS)
        phone = Phone(people.facilitator, people.facilitator.open(f"{path}?group={GROUPS[0]}"))
        for said in first:
            phone.type(**said)
        phone.send_all()
        _without_script(people.guest(), f"/sheets/{code}/{key}/?group={GROUPS[1]}", second)


def _without_script(browser, path, lines):
    """Types line by line; each page brings the field for the next one."""
    page = browser.open(path)
    for said in lines:
        page = browser.send(page.form(field="text"), **said)
        assert said["text"] in page.text


def _lines(session, group, workshop):
    """What the group types, in its order, as fields of the form."""
    said = [each for each in (*MINUTES, *OUTPUTS) if each.session == session]
    found = [_typed(each.text, each.kind, workshop) for each in said if each.group == group]
    if group == GROUPS[1]:
        found += [_typed(f"{each.doubled} in other words", each.kind, workshop) for each in said if each.doubled]
        found += [_action(each) for each in ACTIONS if each.is_line and each.session == session]
    return found


def _typed(text, kind, workshop):
    beside = {
        "answer": {"question": workshop.question.translation_key},
        "barrier": {"barrier_kind": BarrierKind.objects.current().first().key},
    }
    return {"kind": kind, "text": text, **beside.get(kind, {})}


def _action(agreed):
    said = {"kind": "action", "text": agreed.text, "who": "somebody"}
    if agreed.is_clear:
        said |= {"who": f"ag{agreed.organisation}", "due_on": in_days(agreed.left).isoformat()}
    return said
