"""Sheets of the information fair and of the lightning talks: filled in by the code, confirmed or declined."""

from portal.taxonomy.models import AccessMethod, DataKind, GeographyLevel

SPOKEN_FOR, NOBODY_THERE, UNKNOWN = 4, 2, 2
"""Fair sheets of organisations for which somebody speaks here, of those without, and of a name that is typed."""
DECLINED = 7
"""The number of the fair sheet that is declined."""
TALKS = 3


def fill_in_all(people, workshop, code):
    """Eight sheets of the fair, each with one row that says “we have” and one “we need”, and three talks."""
    for number in people.line.mixed(range(SPOKEN_FOR + NOBODY_THERE + UNKNOWN)):
        is_known = number < SPOKEN_FOR + NOBODY_THERE
        of_whom = _of(workshop, number) if is_known else {"organisation_name": f"Unknown {number}"}
        browser = people.speakers[number] if number < SPOKEN_FOR else people.guest()
        _send(browser, code, "fair", **of_whom, **_rows(number))
    for number in range(TALKS):
        of_whom = _of(workshop, number) if number < 2 else {"organisation_name": "Unknown talk"}
        said = {"title": f"idea{number:04}", "text": "First line\nSecond line", "wanted": ["data", "partner"]}
        _send(people.guest(), code, "talk", **of_whom, **said)


def decide_all(people, workshop):
    """Who speaks for an organisation finds its sheets in what waits for them; the others who runs it decides on."""
    for number, browser in enumerate(people.speakers):
        _decide(browser, [f"{each}" for each in browser.open("/my/").links("/my/sheets/")])
        assert not browser.open("/my/").links("/my/sheets/"), number
    page = people.facilitator.open(f"/events/{workshop.first.slug}/capture/")
    for link in page.links("/my/sheets/"):
        sheet = people.facilitator.open(link)
        if "Confirm it" in sheet.text:
            _decide(people.facilitator, [link], "decline" if f"have{DECLINED:04}" in sheet.text else "confirm")


def _of(workshop, number):
    return {"organisation": workshop.organisations[number].code}


def _rows(number):
    have = {
        "what": f"have{number:04} clearance reports", "data_kinds": [_key(DataKind)], "country": "irq",
        "where": "In the north", "level": _key(GeographyLevel), "access_method": _key(AccessMethod),
    }  # fmt: skip
    need = {
        "what": f"need{number:04} school sites", "data_kinds": [_key(DataKind)], "country": "irq",
        "decision": "Where to begin", "level": _key(GeographyLevel),
    }  # fmt: skip
    rows = (("have-0", have), ("need-0", need))
    return {f"{prefix}-{name}": value for prefix, row in rows for name, value in row.items()}


def _key(model):
    return model.objects.current().order_by("pk").first().key


def _send(browser, code, kind, **said):
    page = browser.open(f"/sheets/{code}/")
    page = browser.send(browser.open(page.link(f"/{kind}/")).form(field="key"), **said)
    assert "Sent. Thank you." in page.text


def _decide(browser, links, how="confirm"):
    for link in links:
        page = browser.send(browser.open(link).form(f"do={how}"), f"do={how}")
        assert "Confirm it" not in page.text, page.text
