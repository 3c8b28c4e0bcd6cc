"""After the workshop: actions are added, handed to people without an account, reported on, tied to what they led to."""

from events.actions.models import FollowUpAction
from events.outputs.models import OutputPage
from tests.factories.attending import in_days

from .people import link_in_mail
from .publishing import MEMBERS, NO, PUBLIC, words_for
from .workshop import ACTIONS, OUTPUTS

DONE, DROPPED, BLOCKED = range(9), range(9, 11), range(11, 13)
"""Numbers of the actions by what is reported of them; the others stay open."""
REPORTED = {"done": DONE, "dropped": DROPPED, "blocked": BLOCKED}
BY_LINK = (0, 1, 9, 11, 20, 21)
"""Those whose owner has no account and reports by the link of a mail."""
HANDED_ON = frozenset(number for number in BY_LINK if ACTIONS[number].is_line)


def address_of(number):
    return f"owner-{number}@elsewhere.example"


def add_actions(people, workshop):
    """Five are recorded from the page of the event, under their session; people without an account do two of them."""
    browser, page = people.facilitator, people.facilitator.open(workshop.first.get_url())
    for number, each in enumerate(ACTIONS):
        if each.is_line:
            continue
        key = workshop.sessions[each.session].translation_key.hex
        (link,) = [link for link in page.links("/actions/new/") if key in link]
        email = {"person_email": address_of(number)} if number in BY_LINK else {}
        browser.send(
            browser.open(link).form(field="level"), title=each.text, due_on=in_days(each.left).isoformat(),
            organisation=workshop.organisations[each.organisation].code, level="members", **email, **NO,
        )  # fmt: skip


def hand_on(people):
    """Of some actions it is said later which person does them."""
    for number in HANDED_ON:
        page = people.facilitator.open(f"{action_of(number).get_absolute_url()}hand-on/")
        form = page.form(field="person_email")
        people.facilitator.send(form, person_email=address_of(number), note="She offered to do it.")


def report_all(people):
    """Each once, by who does it: by the link of the mail, by who speaks for the organisation, else by who ran it."""
    for number in people.line.mixed([*DONE, *DROPPED, *BLOCKED]):
        state = next(state for state, numbers in REPORTED.items() if number in numbers)
        said = {"state": state, "note": f"Reported of {ACTIONS[number].word}"}
        if number in BY_LINK:
            link = link_in_mail("action_given", address_of(number))
            browser = people.guest()
        else:
            link = action_of(number).get_absolute_url()
            organisation = ACTIONS[number].organisation
            browser = people.speakers[organisation] if organisation < 4 else people.facilitator
        page = browser.send(browser.open(link).form(field="state"), **said)
        assert "Kept. Thank you." in page.tree.text_content(), page.text


def say_what_it_led_to(people):
    """Each action led to an output of its session."""
    for each in ACTIONS:
        action = FollowUpAction.objects.get(title=each.text)
        page = people.facilitator.open(f"{action.get_absolute_url()}change/")
        people.facilitator.send(page.form(field="led_to"), led_to=result_of(each).identity.code)


def result_of(each):
    """The first output of its session that is not for named organisations alone."""
    readable = words_for(PUBLIC, MEMBERS)
    said = next(output for output in OUTPUTS if output.session == each.session and output.word in readable)
    return OutputPage.objects.get(title=said.text)


def action_of(number):
    return FollowUpAction.objects.get(title=ACTIONS[number].text)
