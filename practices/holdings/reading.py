"""What the table of fields reads of a holding where that is not the field itself."""

from django.utils.translation import gettext_lazy as _

from practices.holdings.ladder import PUBLIC, WITHHELD, finest_form, stated


def choice(name):
    """What reads a field of choices: the words for what was chosen, "" where nothing was."""
    return lambda page: str(getattr(page, f"get_{name}_display")())


def yes_no(name):
    """What reads a field that may be unknown: the word for it, None where nobody knows."""
    words = {True: _("Yes"), False: _("No"), None: None}
    return lambda page: words[getattr(page, name)]


def public_form(page):
    """The finest form that may go to everyone as the owner stated it; None where the owner stated none."""
    step = finest_form(stated(page.ladder.all()), PUBLIC)
    return step and step.rung


def audiences_of(page):
    """Those who get something, as the owner stated it."""
    return [step.audience for step in stated(page.ladder.all()) if step.rung.key != WITHHELD]
