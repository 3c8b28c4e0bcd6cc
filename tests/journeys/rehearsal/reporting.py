"""The report back of each session: order, what says the same joined, what an action lacks, then entries of all."""

from tests.factories.attending import in_days

from .workshop import ACTIONS, OF_A_SESSION, OUTPUTS, SESSIONS


def report_all(people, workshop):
    for number in range(SESSIONS):
        key = workshop.sessions[number].translation_key
        report(people.facilitator, f"/events/{workshop.first.slug}/capture/{key}/report/", number, workshop)


def report(browser, path, session, workshop):
    """The outputs in the order of their words backwards, the second wording of the first one joined to it."""
    page = browser.open(path)
    keys = _keys(page)
    wanted = [word for word in sorted(keys, reverse=True) if word.startswith("out")]
    numbers = {f"p-{keys[word]}": number for number, word in enumerate(wanted, 1)}
    page = browser.send(page.form("do=order"), "do=order", **_behind(keys, numbers), **numbers)
    same = [keys[f"out{session:02}00"], keys[f"same{session:02}00"]]
    page = browser.send(page.form("do=join"), "do=join", l=same)
    page = browser.send(page.form("do=tick"), "do=tick")
    page = browser.send(page.form("do=make"), "do=make", **_lacking(page, session, workshop))
    assert page.main.xpath("count(.//*[contains(@class, 'error-text')])") == 0, page.text


def in_order():
    """The words of the outputs of each session as they were reported."""
    return {
        session: sorted((each.word for each in OUTPUTS if each.session == session), reverse=True)
        for session in range(SESSIONS)
    }


def _keys(page):
    """By word, the key of each line on the page."""
    boxes = page.main.xpath(".//input[@name='l']")
    labels = {box.get("value"): page.main.xpath("string(.//label[@for=$id])", id=box.get("id")) for box in boxes}
    return {word: key for key, label in labels.items() for word in label.split() if word[-4:].isdigit()}


def _behind(keys, numbers):
    others = [key for key in keys.values() if f"p-{key}" not in numbers]
    return {f"p-{key}": OF_A_SESSION + number for number, key in enumerate(others, 1)}


def _lacking(page, session, workshop):
    """What is filled in for actions that said neither who nor when."""
    unclear = [each for each in ACTIONS if each.is_line and each.session == session and not each.is_clear]
    keys, found = _keys(page), {}
    for each in unclear:
        prefix = keys[each.word].replace("-", "")
        found[f"{prefix}-organisation"] = workshop.organisations[each.organisation].code
        found[f"{prefix}-due_on"] = in_days(each.left).isoformat()
    return found
