"""The whole rehearsal, from the first invitation to the workshop after the next."""

from . import before, capturing, following_up, handing_over, publishing, reporting, sheets
from .line import Line
from .people import People
from .workshop import Workshop


class Rehearsal:
    """Everything that is done, in its order, on a line made of a seed."""

    def __init__(self, seed):
        self.line, self.workshop = Line(seed), Workshop()
        self.people = People(self.line, self.workshop)

    def before(self):
        event = self.workshop.first
        before.invite(self.people, event)
        before.bring(self.people, event)
        before.list_one_more(self.people, event)

    def days(self):
        """Lines, sheets and the report back."""
        code = capturing.make_code(self.people, self.workshop.first)
        capturing.capture_all(self.people, self.workshop, code)
        sheets.fill_in_all(self.people, self.workshop, code)
        reporting.report_all(self.people, self.workshop)
        sheets.decide_all(self.people, self.workshop)
        following_up.add_actions(self.people, self.workshop)
        return code

    def after(self):
        """Outputs go through the review, people report on their actions, proceedings are published."""
        publishing.send_outputs(self.people)
        following_up.hand_on(self.people)
        following_up.report_all(self.people)
        following_up.say_what_it_led_to(self.people)
        handing_over.arrange_and_publish(self.people, self.workshop.first)

    def carry_on(self, event):
        """The next event of the series after one, with what is still open."""
        following = self.workshop.next_one(event)
        handing_over.carry_over(self.people, event, following)
        return following
