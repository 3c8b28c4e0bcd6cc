"""From each of the actions one click leads to the session in which it was agreed, and one to what it led to."""

from .following_up import action_of, result_of
from .workshop import ACTIONS


def astray(browser, workshop):
    """The words of the actions from whose page one does not get there."""
    event = browser.open(workshop.first.get_url())
    return [each.word for number, each in enumerate(ACTIONS) if not _leads(browser, workshop, event, number, each)]


def _leads(browser, workshop, event, number, each):
    page = browser.open(action_of(number).get_absolute_url())
    session = workshop.sessions[each.session]
    (link,) = set(page.links("#s-"))
    path, _, anchor = link.partition("#")
    (place,) = event.main.xpath(".//*[@id=$id]", id=anchor)
    result = result_of(each).get_url()
    is_there = browser.client.get(result).status_code == 200
    return path == event.path and session.title in place.text_content() and result in page.links() and is_there


def carried(browser, event):
    """By word, how often the list of the event says of each of its actions that it was carried over; 0 for never."""
    page = browser.open(f"/actions/of/{event.identity.code}/")
    found = {}
    for row in page.main.xpath(".//section[@aria-labelledby='here']//li[contains(@class, 'row')]"):
        times = row.xpath("string(.//dt[.='Carried over']/following-sibling::dd)").split()
        found[row.text_content().split()[0]] = int(times[0]) if times else 0
    return found
