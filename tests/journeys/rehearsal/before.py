"""Before the workshop: people are invited and answer, a spreadsheet brings the others."""

from io import BytesIO

from openpyxl import load_workbook

from .people import link_in_mail

COMING = [f"guest-{number}@elsewhere.example" for number in range(10)]
NOT_COMING = "busy@elsewhere.example"
IN_FILE = 30
"""Rows of the spreadsheet; one of them is a person who answered, too."""


def invite(people, event):
    """Eleven are invited by mail, without an account: ten come, one does not."""
    page = people.facilitator.open(f"/events/{event.slug}/invitations/")
    addresses = "\n".join(f"Person {n} <{email}>" for n, email in enumerate([*COMING, NOT_COMING]))
    people.facilitator.send(page.form(field="people"), people=addresses)
    for email in people.line.mixed([*COMING, NOT_COMING]):
        browser, link = people.guest(), link_in_mail("event_invited", email)
        says = {"answer": "not_coming"} if email == NOT_COMING else {"answer": "coming", "is_listed": True}
        page = browser.send(browser.open(link).form(field="answer"), **says)
        assert "Kept. Thank you." in page.text


def bring(people, event):
    """The template is filled in and sent."""
    page = people.facilitator.open(f"/events/{event.slug}/participants/")
    template = people.facilitator.client.get(page.link("template.xlsx"))
    book = load_workbook(BytesIO(template.content))
    book.worksheets[0].append(["Person 0", COMING[0].upper(), "AG0", "Speaker", None])
    for number in range(1, IN_FILE):
        email = f"listed-{number}@elsewhere.example" if number % 3 else None
        consent = "yes" if number % 2 else None
        book.worksheets[0].append([f"Colleague {number}", email, f"AG{number % 6}", "participant", consent])
    file = BytesIO()
    book.save(file)
    file.name = "people.xlsx"
    people.facilitator.send(page.form(field="file"), file=("file", file))


def list_one_more(people, event):
    """One comes unannounced, has no address, and is put into the list by hand; another one is taken out again."""
    path = f"/events/{event.slug}/participants/"
    for name in ("Walked in", "Written by mistake"):
        people.facilitator.send(people.facilitator.open(path).form(field="organisation_words"), name=name)
    page = people.facilitator.open(path)
    (row,) = page.main.xpath(".//li[contains(., 'Written by mistake')]//form/@action")
    people.facilitator.send(page.form("remove=yes", action=row), "remove=yes")
